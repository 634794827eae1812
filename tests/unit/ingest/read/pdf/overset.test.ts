import { describe, expect, it } from 'vitest'
import type { RawDocument } from '../../../../../src/ingest/raw'
import { readPdf } from '../../../../../src/ingest/read/pdf/pdf'
import { pdfFile, PdfPage } from '../../../../support/pdf-file'
import { drawn, tablesOf } from '../../../../support/raw-text'

const read = (page: PdfPage): Promise<RawDocument> => readPdf(pdfFile([page]))
const size = 10

/** A form of four low rows: the text of its third row has no room there. */
const form = (): PdfPage =>
  new PdfPage().table({
    left: 60,
    top: 100,
    widths: [80, 200],
    heights: 15,
    size,
    rows: [
      ['全年执行数', '20.38'],
      ['执行率', '100%'],
      ['年初设定目标', ''],
      ['实际完成情况', ''],
    ],
  })
const lines = (page: PdfPage, words: string[], y: number): PdfPage => {
  for (const [index, line] of words.entries()) page.text(144, y + 11 * index, line, { size })
  return page
}
const goal = [
  '取消本级公益岗位因工作需要',
  '经批准六人转为劳务派遣人员',
  '全年经费为工资及各项保险金',
  '用于做好接访大厅的各项工作',
]

describe('the text of a cell that is too low for it', () => {
  it('is that of the cell in whose middle it stands, though it is printed over those above and below', async () => {
    const [table] = tablesOf(await read(lines(form(), goal, 125)))
    expect(drawn(table!)).toEqual([
      '全年执行数|20.38',
      '执行率|100%',
      `年初设定目标|${goal.join('')}`,
      '实际完成情况|',
    ])
  })

  it('is no text of one cell where no rule cuts through its lines: rows of a narrow table', async () => {
    const rows = [['办公费'], ['印刷费'], ['水电费']]
    const page = new PdfPage().table({ left: 60, top: 100, widths: [80], heights: 15, size, rows })
    expect(drawn(tablesOf(await read(page))[0]!)).toEqual(['办公费', '印刷费', '水电费'])
  })
})

describe('words printed over others', () => {
  it('are not read, and the place is told', async () => {
    const page = form().text(143, 126, '信访维稳经费', { size })
    const document = await read(page)
    const cell = tablesOf(document)[0]!.cells.find(({ row, col }) => row === 1 && col === 1)!
    expect(cell).toMatchObject({ text: '\ufffd', unreadable: true })
    expect(document.unread).toEqual([{ what: 'overprint', place: cell.place }])
  })

  it('are the same words printed again, which is bold', async () => {
    const document = await read(form().text(143.3, 126.3, '100%', { size }))
    expect(document).not.toHaveProperty('unread')
  })
})
