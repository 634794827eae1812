import { describe, expect, it } from 'vitest'
import { answersSchema, NotPrecomputed, openAnswers, type AnswersFile } from '../../../src/db/answers'
import { openNative } from '../../../src/db/node'
import { SnapshotError } from '../../../src/db/snapshot-error'
import { headline } from '../../../src/queries/headline'
import { threePublicTrend } from '../../../src/queries/three-public-trend'
import { cell, Disclosure } from '../../support/disclosure'
import { base, ServedSnapshot, utf8 } from '../../support/served-snapshot'

const d = new Disclosure('final')
d.table('final.balance')
d.row({ scheme: 'income', item: 'income_current' }, cell('1262.08'))
const asked = { document: d.id }
const path = `answers/${d.id}.json`

async function served(): Promise<ServedSnapshot> {
  const native = await openNative({ rows: d.rows })
  const answer = { query: headline.name, params: asked, ...(await native.cells(headline, asked)) }
  await native.close()
  return ServedSnapshot.of(d.rows, { [d.id]: [answer] })
}

/** Replaces the file of answers, with or without its entry in the catalog. */
async function replace(snapshot: ServedSnapshot, file: Partial<AnswersFile> | string): Promise<void> {
  const whole = { schema: answersSchema, release: 'r1', document_id: d.id, answers: [] }
  await snapshot.put(path, utf8(typeof file === 'string' ? file : JSON.stringify({ ...whole, ...file })))
  snapshot.writeCatalog()
}

describe('stored answers', () => {
  it('give the same rows as the database they were asked of', async () => {
    const native = await openNative({ rows: d.rows })
    const rows = await openAnswers(base, { fetch: (await served()).fetch }).ask(headline, asked)
    expect(rows).toEqual(await native.ask(headline, asked))
    expect(rows[0]!.amount!.toFixed(2)).toBe('12620800.00')
    await native.close()
  })

  it('are fetched once for a document, however often and at once they are asked', async () => {
    const snapshot = await served()
    const answers = openAnswers(base, { fetch: snapshot.fetch })
    await Promise.all([answers.ask(headline, asked), answers.ask(headline, asked)])
    await answers.ask(headline, asked)
    expect(snapshot.asked.map((a) => a.path)).toEqual(['catalog.json', path])
  })

  it('send what is not stored to the engine: another question, other parameters, an unknown document', async () => {
    const answers = openAnswers(base, { fetch: (await served()).fetch })
    await expect(answers.ask(threePublicTrend, asked)).rejects.toThrow(NotPrecomputed)
    await expect(answers.ask(headline, { document: 'nobody-2023-final' })).rejects.toThrow(NotPrecomputed)
    await expect(answers.ask(headline, { document: '../catalog' })).rejects.toThrow(
      'headline: expected a stored answer for {"document":"../catalog"}, found none',
    )
  })

  it.each([
    [
      'newer',
      { schema: 'mingzhang-answers/2' as typeof answersSchema },
      'mingzhang-answers/2, which is newer',
    ],
    [
      'older',
      { schema: 'mingzhang-answers/0' as typeof answersSchema },
      'mingzhang-answers/0, which is older',
    ],
    ['release', { release: 'r2' }, 'expected release r1, found r2'],
    ['malformed', { document_id: 'another' }, `expected document ${d.id}, found another`],
    ['malformed', { answers: [{ query: 'headline' }] as never }, 'expected answers with query'],
    [
      'malformed',
      { answers: [{ query: 'headline', params: asked, columns: ['item'], rows: [['income']] }] },
      'expected columns item,amount',
    ],
    ['html', '<html><body>404 Not Found</body></html>', 'found a web page'],
    ['truncated', '{"schema":"mingzhang-answers/1","rel', 'expected whole JSON'],
  ])('that are %s are refused, with what was found', async (fault, file, message) => {
    const snapshot = await served()
    await replace(snapshot, file)
    const ask = openAnswers(base, { fetch: snapshot.fetch }).ask(headline, asked)
    await expect(ask).rejects.toThrow(SnapshotError)
    await expect(ask).rejects.toMatchObject({ fault, file: path })
    await expect(ask).rejects.toThrow(message)
  })

  it('whose bytes are not those of the catalog are refused', async () => {
    const snapshot = await served()
    const text = new TextDecoder().decode(snapshot.files.get(path))
    snapshot.files.set(path, utf8(text.replace('126208', '999999')))
    expect(new TextDecoder().decode(snapshot.files.get(path))).not.toBe(text)
    await expect(openAnswers(base, { fetch: snapshot.fetch }).ask(headline, asked)).rejects.toMatchObject({
      fault: 'altered',
    })
  })

  it('that the catalog does not list are not asked for', async () => {
    const snapshot = await served()
    const files = snapshot.catalog.files.filter((file) => file.path !== path)
    snapshot.writeCatalog({ ...snapshot.catalog, files })
    const ask = openAnswers(base, { fetch: snapshot.fetch }).ask(headline, asked)
    await expect(ask).rejects.toMatchObject({ fault: 'missing', file: path })
    await expect(ask).rejects.toThrow(`${path}: expected to be listed in catalog.json, found nothing`)
    expect(snapshot.asked.map((a) => a.path)).not.toContain(path)
  })

  it('that are not there or cannot be reached are asked for again the next time', async () => {
    const snapshot = await served()
    const bytes = snapshot.files.get(path)!
    snapshot.files.delete(path)
    const answers = openAnswers(base, { fetch: snapshot.fetch })
    await expect(answers.ask(headline, asked)).rejects.toMatchObject({ fault: 'missing' })
    snapshot.files.set(path, bytes)
    expect(await answers.ask(headline, asked)).toHaveLength(6)
  })

  it('that are gone because a new release came are said to be of another release', async () => {
    const snapshot = await served()
    const before = structuredClone(snapshot.catalog)
    snapshot.files.delete(path)
    snapshot.writeCatalog({ ...snapshot.catalog, release: 'r2' })
    const answers = openAnswers(base, { fetch: snapshot.fetch, catalog: () => Promise.resolve(before) })
    const ask = answers.ask(headline, asked)
    await expect(ask).rejects.toMatchObject({ fault: 'release' })
    await expect(ask).rejects.toThrow(`${path}: expected release r1, found r2`)
  })

  it('of an old release in the browser’s cache are fetched anew', async () => {
    const snapshot = await served()
    const stale = utf8(
      JSON.stringify({ schema: answersSchema, release: 'r0', document_id: d.id, answers: [] }),
    )
    const cached: typeof fetch = (input, init) =>
      String(input).endsWith(path) && init?.cache === 'default'
        ? Promise.resolve(new Response(stale))
        : snapshot.fetch(input, init)
    expect(await openAnswers(base, { fetch: cached }).ask(headline, asked)).toHaveLength(6)
    expect(snapshot.asked.at(-1)).toEqual({ path, cache: 'reload' })
  })
})
