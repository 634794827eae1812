import { describe, expect, it } from 'vitest'
import { extractionText } from '../../../src/ingest/extraction-text'
import type { FileReading, PublishedFile } from '../../../src/ingest/file-reading'
import { extract } from '../../../src/ingest/pipeline'
import type { Extraction } from '../../../src/model/extraction'
import type { WrittenTable } from '../../support/text-disclosure'
import { cellPerLine, rowPerLine, shippedRegistry } from '../../support/text-disclosure'

const header = ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '经营支出']
const total = ['', '合计', '8.00', '5.00', '3.00', '']
const farming = ['213', '农林水支出', '8.00', '5.00', '3.00', '']
const special = ['21399', '其他农林水支出', '8.00', '5.00', '3.00', '']

function table(
  rows: string[][],
  above = ['江苏省农业农村厅2021年部门支出预算总表', '单位：万元'],
): WrittenTable {
  return { above, rows: [header, ...rows] }
}

const prose = (...sentences: string[]) =>
  ['第三部分 2021年度部门预算情况说明', '', ...sentences, ''].join('\n')
const told = '江苏省农业农村厅2021年度支出预算8.00万元，其中基本支出5.00万元，项目支出3.00万元。'
const title = '江苏省农业农村厅2021年度部门预算公开'
const narrative = `${title}\n\n${prose(told, '2021年机关运行经费预算1.20万元，比上年增加0.10万元。')}`
const tables = rowPerLine('公开表', [table([total, farming, special])])

const file = (name: string, text: string): PublishedFile => ({ name, bytes: new TextEncoder().encode(text) })
const read = (...files: PublishedFile[]): Promise<Extraction[]> => extract(files, shippedRegistry)
const filesOf = (extractions: Extraction[]) =>
  extractions.map(({ sources }) => sources.map((source) => source.file).join('+'))

describe('narrative and tables in files of their own', () => {
  it('are one disclosure with two sources, each table and fact with its own', async () => {
    const [only, ...others] = await read(file('b.txt', tables), file('a.txt', narrative))
    expect(others).toEqual([])
    expect(only!.sources.map(({ source_no, file: name }) => [source_no, name])).toEqual([
      [1, 'a.txt'],
      [2, 'b.txt'],
    ])
    expect(only!.document).toMatchObject({ title, unitName: '江苏省农业农村厅', fiscalYear: 2021 })
    expect(only!.tables.map(({ id, source_no }) => [id, source_no])).toEqual([['T01', 2]])
    expect(new Set(only!.facts.map(({ source_no }) => source_no))).toEqual(new Set([1]))
    expect(only!.facts.map(({ fact_no }) => fact_no)).toEqual(only!.facts.map((_, index) => index + 1))
  })

  it('give the same in whatever order they come', async () => {
    const files = [
      file('a.txt', narrative),
      file('b.txt', tables),
      file('c.txt', narrative.replaceAll('农业农村厅', '水利厅')),
      file('d.txt', narrative.replaceAll('2021', '2022')),
    ]
    const texts = async (order: PublishedFile[]) => (await read(...order)).map(extractionText)
    const expected = await texts(files)
    expect(expected).toHaveLength(3)
    expect(await texts([...files].reverse())).toEqual(expected)
    expect(await texts([files[2]!, files[0]!, files[3]!, files[1]!])).toEqual(expected)
  })

  it('keep a table that both print once, and say so', async () => {
    const whole = `${narrative}\n${tables}`
    const [only, ...others] = await read(file('a.txt', whole), file('b.txt', tables))
    expect(others).toEqual([])
    expect(only!.tables).toHaveLength(1)
    expect(only!.problems).toContainEqual({
      rule: 'files',
      severity: 'info',
      where: 'T01',
      expected: 'a table in one of the files',
      found: 'the same in b.txt; it is kept once',
    })
  })

  it('let prose name the codes that the tables print', async () => {
    const named = prose('一般公共服务支出（类）某地特有事务（款）某事运行（项）支出8.00万元。')
    const local = table([
      ['201', '一般公共服务支出', '8.00', '8.00', '', ''],
      ['20177', '某地特有事务', '8.00', '8.00', '', ''],
      ['2017701', '某事运行', '8.00', '8.00', '', ''],
    ])
    const [only] = await read(
      file('a.txt', `${title}\n\n${named}`),
      file('b.txt', rowPerLine('公开表', [local])),
    )
    expect(only!.facts.find(({ subject }) => subject === 'function')).toMatchObject({ code: '2017701' })
  })
})

describe('several files of one unit, year and stage', () => {
  it('count once when they are equal byte for byte', async () => {
    const extractions = await read(file('a.txt', narrative), file('copy.txt', narrative))
    expect(filesOf(extractions)).toEqual(['a.txt'])
  })

  it('are one publication when they print the same in other formats', async () => {
    const rows = [table([total, farming, special])]
    const files = [
      file('a.txt', `${rowPerLine(title, rows)}\n${prose(told)}`),
      file('b.txt', `${cellPerLine(title, rows)}\n${prose(told)}`),
    ]
    const [only, ...others] = await read(...files)
    expect(others).toEqual([])
    expect(only!.tables).toHaveLength(1)
    const [alone] = await read(files[0]!)
    expect(only!.facts).toEqual(alone!.facts)
  })

  it('are revisions when they print some figures differently', async () => {
    const corrected = `${narrative}\n${tables}`.replaceAll('3.00', '3.10').replaceAll('8.00', '8.10')
    const extractions = await read(file('b.txt', corrected), file('a.txt', `${narrative}\n${tables}`))
    expect(filesOf(extractions)).toEqual(['a.txt', 'b.txt'])
    expect(extractions.map(({ document }) => document.revision)).toEqual([1, 2])
    expect(extractions[1]!.problems[0]).toMatchObject({ rule: 'revision', where: 'document' })
  })

  it('give each revision its own tables', async () => {
    const corrected = (text: string) => text.replaceAll('3.00', '3.10').replaceAll('8.00', '8.10')
    const extractions = await read(
      file('a.txt', narrative),
      file('b.txt', corrected(narrative)),
      file('x.txt', corrected(tables)),
      file('y.txt', tables),
    )
    expect(filesOf(extractions)).toEqual(['a.txt+y.txt', 'b.txt+x.txt'])
  })

  it('are of one unit whether 中共 stands before its name or not', async () => {
    const ofParty = (name: string, text: string) =>
      file(name, text.replaceAll('江苏省农业农村厅', '江苏省委办公厅'))
    const [only, ...others] = await read(
      ofParty('a.txt', narrative),
      file('b.txt', tables.replaceAll('江苏省农业农村厅', '中共江苏省委办公厅')),
    )
    expect(others).toEqual([])
    expect(only!.sources).toHaveLength(2)
  })

  it('are never those of a department and of its own unit', async () => {
    const ofUnit = narrative.replace('部门预算公开', '单位预算公开').replaceAll('8.00', '6.00')
    const extractions = await read(file('a.txt', narrative), file('b.txt', ofUnit))
    expect(extractions.map(({ document }) => [document.unitKind, document.revision])).toEqual([
      ['department', 1],
      ['unit', 1],
    ])
    const split = await read(
      file('a.txt', ofUnit.replace('5.00', '3.00')),
      file('b.txt', narrative),
      file('c.txt', tables),
    )
    expect(filesOf(split)).toEqual(['a.txt', 'b.txt+c.txt'])
  })
})

describe('a file that does not say whose figures of which year it has', () => {
  const rows = [total, farming, special]
  const unnamed = rowPerLine('公开表', [table(rows, ['部门支出预算总表', '单位：万元'])])

  it('belongs to the one disclosure whose amounts it bears out', async () => {
    const extractions = await read(file('a.txt', narrative), file('b.txt', unnamed))
    expect(filesOf(extractions)).toEqual(['a.txt+b.txt'])
  })

  it('is refused where its amounts are others, and where there is nothing else', async () => {
    const other = unnamed.replaceAll('8.00', '9.99').replaceAll('5.00', '6.99')
    const line = /^b\.txt: a published budget or final account/u
    await expect(read(file('a.txt', narrative), file('b.txt', other))).rejects.toThrow(line)
    await expect(read(file('b.txt', unnamed))).rejects.toThrow(line)
  })
})

describe('reading many files', () => {
  it('keeps what waits for other files on the shelf alone', async () => {
    const shelf = new Map<string, string>()
    const files = [file('a.txt', narrative), file('b.txt', tables)]
    const extractions = await extract(files, shippedRegistry, {
      shelf: {
        put: async (name, reading) => void shelf.set(name, JSON.stringify(reading)),
        take: async (name) => JSON.parse(shelf.get(name)!) as FileReading,
      },
    })
    expect(shelf.size).toBe(2)
    expect(extractions.map(extractionText)).toEqual((await read(...files)).map(extractionText))
  })

  it('asks for the bytes of a file when its turn comes', async () => {
    const asked: string[] = []
    const late = ({ name, bytes }: PublishedFile): PublishedFile => ({
      name,
      bytes: async () => {
        asked.push(name)
        return bytes as Uint8Array
      },
    })
    await extract([late(file('a.txt', narrative)), late(file('b.txt', tables))], shippedRegistry, {
      onProgress: ({ file: name, done, of }) => asked.push(`${name} ${done}/${of}`),
    })
    expect(asked).toEqual(['a.txt 0/2', 'a.txt', 'b.txt 1/2', 'b.txt'])
  })
})
