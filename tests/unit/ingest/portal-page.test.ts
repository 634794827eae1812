import { describe, expect, it } from 'vitest'
import { isNavigation } from '../../../src/ingest/navigation'
import { extract } from '../../../src/ingest/pipeline'
import type { ExtractionDocument } from '../../../src/model/extraction'
import { extractText, rowPerLine, shippedRegistry } from '../../support/text-disclosure'

const rows = [
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '经营支出'],
  ['213', '农林水支出', '8.00', '5.00', '3.00', ''],
]
const table = `<p>支出决算表</p><p>单位：万元</p><table>${rows
  .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  .join('')}</table>`

async function documentOf(page: string): Promise<ExtractionDocument> {
  const bytes = new TextEncoder().encode(`<!doctype html><meta charset="utf-8"><body>${page}${table}`)
  const [extraction] = await extract([{ name: 'page.html', bytes }], shippedRegistry)
  return extraction!.document
}

const title = '江苏省农业农村厅2021年度部门决算公开'
const told = { title, unitName: '江苏省农业农村厅', fiscalYear: 2021, stage: 'final' }

describe('a disclosure on a portal’s page', () => {
  it.each([
    ['a menu in a table', '<table><tr><td><a>首页</a></td><td><a>政务公开</a></td></tr></table>'],
    ['a menu in a list', '<ul><li><a>首页</a><li><a>2022年部门预算</a><li><a>互动交流</a></ul>'],
    ['a way of links', '<div>当前位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>财政预决算</a></div>'],
    ['a way whose end is no link', '<div><a>网站首页</a> » <a>政务公开</a> » 部门预决算</div>'],
    ['links that bars part', '<div><a>无障碍</a> | <a>2020年部门决算</a> | <a>繁體</a></div>'],
    ['date and source of the page', '<p>发布日期：2022-09-01</p><p>来源：江苏省财政厅</p>'],
  ])('does not take %s into its title or its unit’s name', async (_, around) => {
    expect(
      await documentOf(`${around}<p>江苏省农业农</p><p>村厅</p><p>2021年度部门决算公开</p>`),
    ).toMatchObject(told)
    expect(await documentOf(`${around}<h1>${title}</h1>`)).toMatchObject(told)
  })

  it('takes the heading that names the account, however much the portal prints above it', async () => {
    const much = ['今天是星期五', '多云', '请输入关键字', '政务服务', '无障碍', '长者模式', '微信']
    expect(await documentOf(`${much.map((p) => `<p>${p}</p>`).join('')}<h1>${title}</h1>`)).toMatchObject(
      told,
    )
  })

  it('keeps a title in words before a heading of one of its parts', async () => {
    expect(
      await documentOf(`<p>${title}</p><h1>2021年度部门决算情况说明</h1><h2>预算执行情况</h2>`),
    ).toMatchObject(told)
  })

  it('reads the same of a page that was saved as text', async () => {
    const text = rowPerLine(`您现在的位置：首页 > 政务公开 > 部门预决算\n\n${title}`, [
      { above: ['支出决算表', '单位：万元'], rows },
    ])
    expect((await extractText(text)).document).toMatchObject(told)
  })

  it.each([
    '单位：万元',
    '公开单位：江苏省农业农村厅',
    title,
    '（一）收入支出决算总体情况说明',
    '来源',
    '打印费',
  ])('takes %s for words of the document', (text) => {
    expect(isNavigation({ text })).toBe(text === '来源')
  })
})
