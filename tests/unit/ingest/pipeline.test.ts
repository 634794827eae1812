import { describe, expect, it } from 'vitest'
import { extractionText } from '../../../src/ingest/extraction-text'
import { extract } from '../../../src/ingest/pipeline'
import { extractText, rowPerLine, shippedRegistry } from '../../support/text-disclosure'

const text = rowPerLine('江苏省农业农村厅2021年部门预算', [
  {
    above: ['部门支出总表', '单位：万元'],
    rows: [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '经营支出'],
      ['213', '农林水支出', '8.00', '5.00', '3.00', ''],
    ],
    below: ['二、支出说明', '2021年支出预算8.00万元，其中基本支出5.00万元。'],
  },
])
const other = text.replace('2021年部门预算', '2022年部门预算')
const file = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) })

describe('extraction of published files', () => {
  it('gives one extraction for each, with the hash of its bytes', async () => {
    const [first, second] = await extract([file('a.txt', text), file('b.txt', other)], shippedRegistry)
    expect(first!.sources).toEqual([
      {
        source_no: 1,
        file: 'a.txt',
        sha256: first!.sources[0]!.sha256,
        bytes: new TextEncoder().encode(text).length,
        mediaType: 'text/plain',
        reader: 'text',
      },
    ])
    expect(first!.sources[0]!.sha256).toMatch(/^[0-9a-f]{64}$/u)
    expect(second!.sources[0]!.sha256).not.toBe(first!.sources[0]!.sha256)
  })

  it('joins the tables with the figures of the prose', async () => {
    const { tables, facts } = await extractText(text)
    expect(tables.map(({ id, form }) => [id, form])).toEqual([['T01', 'budget.expenditure_total']])
    expect(facts.map(({ subject, measure, value }) => [subject, measure, value])).toContainEqual([
      'exp_grand',
      'basic',
      '5.00',
    ])
  })

  it('tells how far it is', async () => {
    const heard: string[] = []
    await extract([file('a.txt', text), file('b.txt', text)], shippedRegistry, {
      onProgress: ({ file: name, done, of }) => heard.push(`${name} ${done}/${of}`),
    })
    expect(heard).toEqual(['a.txt 0/2', 'b.txt 1/2'])
  })

  it('can be called off', async () => {
    const signal = AbortSignal.abort(new Error('called off'))
    await expect(extract([file('a.txt', text)], shippedRegistry, { signal })).rejects.toThrow('called off')
  })

  it('says the same of the same bytes', async () => {
    expect(extractionText(await extractText(text))).toBe(extractionText(await extractText(text)))
  })
})

describe('a file that is no disclosure', () => {
  const failure = async (name: string, bytes: Uint8Array): Promise<string> =>
    extract([{ name, bytes }], shippedRegistry).then(
      () => 'read',
      (error: Error) => error.message,
    )
  const ofText = (content: string) => failure('note.txt', new TextEncoder().encode(content))

  it('ends in one line that names the file, what was expected and what was found', async () => {
    const line = await ofText('会议通知\n各单位：\n请于周五下午参加会议。\n')
    expect(line).toMatch(
      /^note\.txt: a published budget or final account[^\n]*: 0 tables, 3 paragraphs, beginning “会议通知”$/u,
    )
  })

  it('is told also when it has tables of other things', async () => {
    expect(await ofText('值班安排\n\n姓名\t电话\n张三\t1\n李四\t2\n')).toMatch(/: 1 tables, 1 paragraphs/u)
  })

  it('ends in one line when it is empty or no text', async () => {
    expect(await failure('x.txt', new Uint8Array())).toMatch(/^x\.txt: .*: a file of 0 bytes$/u)
    expect(await failure('x.txt', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toMatch(/picture \(JPEG\)$/u)
  })
})

describe('an extraction as text', () => {
  it('is JSON that says the same', async () => {
    const extraction = await extractText(text)
    expect(JSON.parse(extractionText(extraction))).toEqual(extraction)
  })

  it('has one row, column and fact on each line', async () => {
    const extraction = await extractText(text)
    const lines = extractionText(extraction).split('\n')
    for (const part of [
      ...extraction.tables.flatMap(({ rows, columns }) => [...rows, ...columns]),
      ...extraction.facts,
    ]) {
      expect(lines.map((line) => line.trim().replace(/,$/u, ''))).toContain(JSON.stringify(part))
    }
  })
})
