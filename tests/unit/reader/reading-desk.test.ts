import { describe, expect, it } from 'vitest'
import type { ReadOrder, Reading, Told } from '../../../src/reader/messages'
import { ReadingDesk } from '../../../src/reader/reading-desk'
import { cMaps } from '../../../scripts/c-maps'
import { rowPerLine, shippedRegistry } from '../../support/text-disclosure'
import { wholeDisclosure, wholeFormats, wholeTitle, wholeUnit } from '../../support/whole-disclosure'

/** A desk, and what it has told. */
function desk(registry = () => Promise.resolve(shippedRegistry)) {
  const told: Told[] = []
  const reading = new ReadingDesk({ registry, cMap: cMaps, tell: (one) => told.push(structuredClone(one)) })
  const take = (order: ReadOrder) => reading.take(order)
  const results = () => told.flatMap((one) => (one.kind === 'result' ? [one] : []))
  return { told, take, results, last: (): Reading => results().at(-1)!.result }
}

const file = (name: string, bytes: Uint8Array | string): File => new File([bytes as BlobPart], name)
const order = (round: number, ...files: File[]): ReadOrder => ({
  round,
  files: files.map((one, index) => ({ no: index + 1, file: one })),
})

describe('a dropped file', () => {
  it.each(wholeFormats)(
    '%s is read into a disclosure with its tables, merged heads and rows',
    async (format) => {
      const { told, take, last } = desk()
      await take(order(1, file(`公开.${format}`, wholeDisclosure(format))))
      expect(told[0]).toEqual({ kind: 'started', no: 1 })
      expect(told.filter(({ kind }) => kind === 'refused')).toEqual([])
      const { disclosures, rows, unplaced } = last()
      expect(unplaced).toEqual([])
      expect(disclosures).toHaveLength(1)
      const [{ document, files, extraction, counts }] = disclosures as [Reading['disclosures'][number]]
      expect(document).toMatchObject({
        unit_name: wholeUnit,
        fiscal_year: 2024,
        stage: 'final',
        region_code: '130624',
      })
      expect(files).toEqual([1])
      expect(extraction.document.title).toBe(wholeTitle)
      expect(extraction.tables.map(({ form, rows: all }) => [form, all.length])).toEqual([
        ['final.expenditure', 8],
        ['final.three_public', 4],
      ])
      if (format !== 'txt')
        expect(extraction.tables[0]!.columns.map(({ path }) => path.join('/'))).toEqual([
          '项目/科目编码',
          '项目/科目名称',
          '本年支出合计',
          '基本支出',
          '项目支出',
        ])
      expect(counts).toEqual([
        { codes: 7, amounts: 19 },
        { codes: 0, amounts: 8 },
      ])
      expect(rows.documents.map(({ document_id }) => document_id)).toEqual([document.id])
      const total = rows.cells.find(({ item, measure }) => item === 'total' && measure === 'total')
      expect(total?.amount_fen).toBe(120500000n)
    },
  )

  it('has an id that no shipped disclosure has, and brings its unit only when the registry does not know it', async () => {
    const { take, last } = desk()
    const known = rowPerLine('阜平县信访局2024年度部门决算', [
      {
        above: ['支出决算表', '单位：万元'],
        rows: [
          ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
          ['201', '一般公共服务支出', '1.00', '1.00', ''],
        ],
      },
    ])
    await take(order(1, file('a.txt', wholeDisclosure('txt')), file('b.txt', known)))
    const { disclosures, rows } = last()
    expect(disclosures.map(({ document }) => document.id)).toEqual([
      'import-130624-petition-2024-final',
      expect.stringMatching(/^import-130624-u[0-9a-f]{8}-2024-final$/u),
    ])
    expect(rows.units.map(({ name }) => name)).toEqual([wholeUnit])
    expect(new Set(rows.cells.map(({ document_id }) => document_id)).size).toBe(2)
  })
})

describe('several dropped files', () => {
  it('one that cannot be read, and one that is no disclosure, do not stop the others', async () => {
    const { told, take, last } = desk()
    const notice = '会议通知\n各单位：\n请于周五下午参加会议。\n'
    await take(
      order(1, file('空.docx', ''), file('通知.txt', notice), file('公开.docx', wholeDisclosure('docx'))),
    )
    expect(told.filter(({ kind }) => kind === 'refused')).toEqual([
      { kind: 'refused', no: 1, refusal: expect.objectContaining({ reason: 'empty' }) },
    ])
    const { disclosures, unplaced } = last()
    expect(unplaced).toEqual([{ no: 2, refusal: expect.objectContaining({ reason: 'no-disclosure' }) }])
    expect(disclosures.map(({ files }) => files)).toEqual([[3]])
  })

  it('equal byte for byte are one disclosure that names both', async () => {
    const { take, last } = desk()
    const bytes = wholeDisclosure('html')
    await take(order(1, file('a.html', bytes), file('b.html', bytes)))
    expect(last().disclosures.map(({ files }) => files)).toEqual([[1, 2]])
  })

  it('that come one after the other are joined, and what was read is not read again', async () => {
    const { told, take, last } = desk()
    const narrative = file('a.txt', `${wholeTitle}\n\n2024年机关运行经费支出1.20万元，比上年增加0.10万元。\n`)
    const tables = file('b.html', wholeDisclosure('html'))
    await take(order(1, narrative))
    expect(last().disclosures[0]!.extraction.tables).toEqual([])
    await take(order(2, narrative, tables))
    const [only, ...others] = last().disclosures
    expect(others).toEqual([])
    expect(only!.files).toEqual([1, 2])
    expect(only!.extraction.tables).toHaveLength(2)
    expect(only!.extraction.facts.some(({ subject }) => subject === 'operating_cost')).toBe(true)
    expect(told.flatMap((one) => (one.kind === 'started' ? [one.no] : []))).toEqual([1, 2])
    await take(order(3, narrative))
    expect(last().disclosures[0]!.extraction.tables).toEqual([])
  })

  it('an order that comes while another is worked on takes its place', async () => {
    const { take, results } = desk()
    const [a, b] = [file('a.html', wholeDisclosure('html')), file('b.docx', wholeDisclosure('docx'))]
    const first = take(order(1, a))
    await Promise.all([first, take(order(2, a, b))])
    expect(results().map(({ round }) => round)).toEqual([2])
  })
})

describe('what cannot be worked with', () => {
  it('is told: the names that documents are resolved against could not be had; the next order tries again', async () => {
    let tries = 0
    const { told, take } = desk(() => {
      tries += 1
      return tries === 1 ? Promise.reject(new Error('HTTP 503')) : Promise.resolve(shippedRegistry)
    })
    await take(order(1, file('a.html', wholeDisclosure('html'))))
    expect(told).toEqual([{ kind: 'broken', fault: 'registry', reason: expect.stringContaining('HTTP 503') }])
    await take(order(2, file('a.html', wholeDisclosure('html'))))
    expect(told.at(-1)).toMatchObject({ kind: 'result', round: 2 })
  })

  it('is told of a file that is gone, and of one too large before its bytes are taken', async () => {
    const { told, take } = desk()
    const gone = file('a.docx', 'x')
    gone.arrayBuffer = () => Promise.reject(new DOMException('it was moved', 'NotFoundError'))
    const huge = file('b.docx', 'x')
    Object.defineProperty(huge, 'size', { value: 65 * 1024 * 1024 })
    huge.arrayBuffer = () => Promise.reject(new Error('asked for its bytes'))
    await take(order(1, gone, huge))
    expect(told.flatMap((one) => (one.kind === 'refused' ? [one.refusal.reason] : []))).toEqual([
      'gone',
      'too-large',
    ])
  })
})

describe('a hostile document', () => {
  it('leaves Object.prototype as it was, and its markup is text', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    const { take, last } = desk()
    const name = '&lt;img/src=x/onerror=alert(1)&gt;'
    const html = `<!doctype html><meta charset=utf-8><p>阜平县${name}局2024年度部门决算<p>支出决算表<p>单位：万元<table>
      <tr><td>科目编码<td>科目名称<td>合计<tr><td>201<td>__proto__<td>1.00<tr><td>__proto__<td>constructor<td>=1+1</table>`
    const label = (text: string) =>
      `<!doctype html><meta charset=utf-8><p>${text}<table><tr><td>__proto__</table>`
    await take(order(1, file('__proto__', html), file('constructor', label('__proto__'))))
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    const [disclosure] = last().disclosures
    expect(disclosure!.document.unit_name).toContain('<img/src=x/onerror=alert(1)>')
    expect(disclosure!.extraction.tables[0]!.rows[0]!.cells).toEqual(['201', '__proto__', '1.00'])
  })
})
