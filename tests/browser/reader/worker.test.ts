import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { commands } from 'vitest/browser'
import { ReadingDesk } from '../../../src/reader/reading-desk'
import type { Told } from '../../../src/reader/messages'
import { fetchRegistry } from '../../../src/reader/registry'
import { startReader, type Reader } from '../../../src/reader/start'
import type { WholeFormat } from '../../support/whole-disclosure'

const formats: WholeFormat[] = ['docx', 'doc', 'xlsx', 'xls', 'pdf', 'html', 'txt']

const made = async (format: WholeFormat): Promise<File> =>
  new File([new Uint8Array(await commands.madeDisclosure(format))], `公开.${format}`)

/** Readers that a test has started. */
const started: Reader[] = []
afterEach(() => {
  for (const reader of started.splice(0)) reader.stop()
})

/** Has files read by a worker of its own; resolves with all that it told, up to the result. */
function read(...files: File[]): Promise<Told[]> {
  return new Promise((resolve) => {
    const told: Told[] = []
    const reader = startReader((one) => {
      told.push(one)
      if (one.kind === 'result' || one.kind === 'broken') resolve(told)
    })
    started.push(reader)
    reader.send({ round: 1, files: files.map((file, index) => ({ no: index + 1, file })) })
  })
}

describe('the worker', () => {
  beforeAll(() => commands.watchForeign(location.origin))

  it.each(formats)('reads a %s into tables whose merged heads are over their columns', async (format) => {
    const last = (await read(await made(format))).at(-1)!
    if (last.kind !== 'result') throw new Error(JSON.stringify(last))
    const [disclosure, ...others] = last.result.disclosures
    expect(others).toEqual([])
    expect(disclosure!.document).toMatchObject({
      unit_name: '阜平县档案馆',
      fiscal_year: 2024,
      stage: 'final',
    })
    const [spending] = disclosure!.extraction.tables
    expect(spending!.rows.map(({ cells }) => cells.slice(-3))).toEqual([
      ['120.50', '80.50', '40.00'],
      ['100.00', '60.00', '40.00'],
      ['100.00', '60.00', '40.00'],
      ['60.00', '60.00', ''],
      ['40.00', '', '40.00'],
      ['20.50', '20.50', ''],
      ['20.50', '20.50', ''],
      ['20.50', '20.50', ''],
    ])
    expect(spending!.columns.filter(({ measure }) => measure).map(({ measure }) => measure)).toEqual([
      'total',
      'basic',
      'project',
    ])
    const total = last.result.rows.cells.find(({ item, measure }) => item === 'total' && measure === 'total')
    expect(total?.amount_fen).toBe(120500000n)
  })

  it('tells the pages of a pdf one after the other', async () => {
    const told = await read(await made('pdf'))
    expect(told.flatMap((one) => (one.kind === 'page' ? [[one.page, one.pages]] : []))).toEqual([
      [1, 2],
      [2, 2],
    ])
  })

  it('names what it does not read, and reads the rest', async () => {
    const own = new Uint8Array([1, 2, 3, 0, 0, 4])
    const told = await read(
      new File([], '空.docx'),
      new File([own], '公开.ofd'),
      new File([own], '公开.wps'),
      await made('html'),
    )
    expect(told.flatMap((one) => (one.kind === 'refused' ? [[one.no, one.refusal.reason]] : []))).toEqual([
      [1, 'empty'],
      [2, 'ofd'],
      [3, 'wps'],
    ])
    expect(told.at(-1)).toMatchObject({ kind: 'result', result: { disclosures: [{ files: [4] }] } })
  })

  it('asks nobody but the site itself', async () => {
    await read(await made('pdf'), await made('docx'))
    expect(await commands.drainForeign()).toEqual([])
  })

  it('falls silent within a second of being stopped in the middle of a file, which it would have read', async () => {
    const row = '<tr><td>201<td>一般公共服务支出<td>1.00<td>1.00<td></tr>'
    const head =
      '<!doctype html><meta charset=utf-8><p>阜平县档案馆2024年度部门决算<p>支出决算表<p>单位：万元<table>'
    const long = () => new File([head, row.repeat(12_000)], '长.html')
    const times: number[] = []
    const from = performance.now()
    const reader = startReader(({ kind }) =>
      times.push(kind === 'started' || kind === 'read' ? performance.now() : 0),
    )
    started.push(reader)
    reader.send({ round: 1, files: [{ no: 1, file: long() }] })
    while (times.length < 2) await new Promise((later) => setTimeout(later, 20))
    reader.stop()
    const reading = times[1]! - times[0]!
    expect(reading).toBeGreaterThan(300)

    const told: string[] = []
    const stopped = startReader(({ kind }) => {
      told.push(kind)
      setTimeout(() => stopped.stop(), 100)
    })
    stopped.send({ round: 1, files: [{ no: 1, file: long() }] })
    await new Promise((later) => setTimeout(later, 2 * (performance.now() - from) + 1000))
    expect(told).toEqual(['started'])
  })
})

describe('hostile files, read by the same code in this page', () => {
  it('leave Object.prototype and Array.prototype as they were', async () => {
    const names = () => [Object.prototype, Array.prototype, String.prototype].map(Object.getOwnPropertyNames)
    const table = (cell: string) =>
      `<!doctype html><meta charset=utf-8><p>__proto__局2024年度部门决算<p>支出决算表<p>单位：万元<table><tr><td>科目编码<td>科目名称<td>合计<tr><td>__proto__<td>${cell}<td>1.00</table>`
    const files = ['__proto__', 'constructor', 'toString', '&lt;script&gt;'].map(
      (cell, index) => new File([table(cell)], `${index}.html`),
    )
    const told: Told[] = []
    const desk = new ReadingDesk({ registry: fetchRegistry, tell: (one) => told.push(one) })
    const html = await made('html')
    await desk.take({ round: 1, files: [{ no: 9, file: html }] })
    const before = names()
    await desk.take({ round: 2, files: files.map((file, index) => ({ no: index + 1, file })) })
    expect(names()).toEqual(before)
    expect(told.at(-1)).toMatchObject({ kind: 'result', round: 2 })
  })
})
