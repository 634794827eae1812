import { describe, expect, it } from 'vitest'
import type { Paragraph } from '../../../../../src/ingest/raw'
import { locate } from '../../../../../src/ingest/raw'
import { readPdf } from '../../../../../src/ingest/read/pdf/pdf'
import { pdfFile, PdfPage } from '../../../../support/pdf-file'
import { paragraphsOf } from '../../../../support/raw-text'

const left = 60
const perLine = 30
const size = 16

/** Lays paragraphs out as an office program does: lines of 30 ideographs, first lines indented by two. */
function layOut(paragraphs: readonly string[], { indent = 2, linesPerPage = 30 } = {}): PdfPage[] {
  const lines = paragraphs.flatMap((words) => {
    const found = [{ x: left + indent * size, words: words.slice(0, perLine - indent) }]
    for (let from = perLine - indent; from < words.length; from += perLine) {
      found.push({ x: left, words: words.slice(from, from + perLine) })
    }
    return found
  })
  const pages: PdfPage[] = []
  for (let from = 0; from < lines.length; from += linesPerPage) {
    const page = new PdfPage()
    for (const [index, { x, words }] of lines.slice(from, from + linesPerPage).entries()) {
      page.text(x, 80 + index * 24, words, { size })
    }
    pages.push(page.text(280, 820, `- ${pages.length + 1} -`))
  }
  return pages
}

const paragraphs = async (pages: readonly PdfPage[]): Promise<string[]> =>
  paragraphsOf(await readPdf(pdfFile(pages)))

const text = [
  '二、收入支出决算总体情况说明',
  '某某部门二〇二四年度收入支出总计三百零七点八二万元。与上年度相比，收入支出总计增加十二万元，增长百分之四，主要原因是人员增加，',
  '一般公共预算财政拨款支出三百零七点八二万元，占本年支出合计的百分之百，主要用于以下方面：一般公共服务支出二百六十四万元。',
  '其中：基本支出',
  '（一）工资福利支出九十五万元，用于在职人员基本工资、津贴补贴、绩效工资、社会保障缴费和住房公积金等人员经费的发放。',
]

describe('prose on pages', () => {
  it('is made of paragraphs again where lines are full', async () => {
    expect(await paragraphs(layOut(text))).toEqual(text)
  })

  it('goes on over the end of a page, page numbers left out', async () => {
    expect(await paragraphs(layOut(text, { linesPerPage: 3 }))).toEqual(text)
  })

  it('is parted where lines are not indented by what opens a thought', async () => {
    const found = await paragraphs(layOut(text, { indent: 0 }))
    expect(found.join('')).toBe(text.join(''))
    expect(found).toContain(text[0])
    expect(found.at(-1)).toBe(text.at(-1))
  })

  it('may let marks hang out over its edge', async () => {
    const page = new PdfPage()
    const first = '基本支出'.repeat(7)
    page.text(left + 2 * size, 80, `${first}，`, { size })
    page.text(left, 104, '项目支出'.repeat(7) + '用于', { size }).text(left, 128, '办公。', { size })
    expect(await paragraphs([page])).toEqual([`${first}，${'项目支出'.repeat(7)}用于办公。`])
  })

  it('has the place of each line', async () => {
    const document = await readPdf(pdfFile(layOut([text[1]!])))
    const [paragraph] = document.blocks as Paragraph[]
    const at = paragraph!.text.indexOf('主要原因')
    expect(locate(paragraph!, at, 4)).toEqual({ page: 1, box: [60, 89.9, 480, 16] })
    expect(locate(paragraph!, 0, 4)).toEqual({ page: 1, box: [92, 65.9, 448, 16] })
  })

  it('keeps lists, contents and titles apart', async () => {
    const contents = ['一、主要职能', '二、机构设置', '三、预算编制说明'].map(
      (name) => name.padEnd(28, '…') + '３',
    )
    expect(await paragraphs(layOut(contents, { indent: 0 }))).toEqual(contents)
    const offices = ['上海市普陀区人民政府万里街道办事处本部', '上海市普陀区万里街道社区事务受理服务中心']
    expect(await paragraphs(layOut(offices))).toEqual(offices)
  })

  it('joins the lines of a title that was broken', async () => {
    const page = new PdfPage()
      .text(117.5, 200, '某市人民政府信访工作', { size: 36 })
      .text(189.5, 260, '二〇二四年度', { size: 36 })
      .text(225.5, 320, '部门决算', { size: 36 })
      .text(190, 500, '编制日期：二〇二五年八月')
    expect(await paragraphs([page, ...layOut(text)])).toEqual([
      '某市人民政府信访工作二〇二四年度部门决算',
      '编制日期：二〇二五年八月',
      ...text,
    ])
  })

  it('parts what stands wide apart on a line, but keeps what is filled in with its label', async () => {
    const page = new PdfPage().text(60, 90, '部门：').text(140, 90, '某市信访局').text(450, 90, '单位：万元')
    expect(await paragraphs([page])).toEqual(['部门： 某市信访局', '单位：万元'])
  })
})
