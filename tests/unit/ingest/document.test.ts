import { describe, expect, it } from 'vitest'
import { extractText, rowPerLine } from '../../support/text-disclosure'

const rows = [
  ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '经营支出'],
  ['213', '农林水支出', '8.00', '5.00', '3.00', ''],
]
const table = { above: ['部门支出总表', '单位：万元'], rows }
const documentOf = async (title: string, above = table.above, name = 'x.txt') =>
  extractText(rowPerLine(title, [{ above, rows }]), name)

describe('the identity of a disclosure', () => {
  it('comes from its title: unit, year, stage', async () => {
    const { document } = await documentOf('江苏省农业农村厅2021年度部门决算公开')
    expect(document).toMatchObject({
      title: '江苏省农业农村厅2021年度部门决算公开',
      unitName: '江苏省农业农村厅',
      fiscalYear: 2021,
      stage: 'final',
      unitKind: 'department',
      regionCode: '320000',
      regionName: '江苏省',
      declaredUnit: '万元',
      revision: 1,
    })
  })

  it('reads titles wrapped over lines, the year before the unit, and years in Chinese digits', async () => {
    const wrapped = await documentOf('江苏省农业农\n村厅（本级）\n2021 年度部门决算公开')
    expect(wrapped.document).toMatchObject({
      title: '江苏省农业农村厅（本级）2021年度部门决算公开',
      unitName: '江苏省农业农村厅（本级）',
      unitKind: 'unit',
    })
    const before = await documentOf('2022年江苏省农业农村厅部门预算')
    expect(before.document).toMatchObject({ unitName: '江苏省农业农村厅', fiscalYear: 2022, stage: 'budget' })
    const chinese = await documentOf('江苏省农业农村厅二〇二四年部门预算')
    expect(chinese.document).toMatchObject({ unitName: '江苏省农业农村厅', fiscalYear: 2024 })
  })

  it('reads titles that have the year at their end', async () => {
    const { document } = await documentOf('江苏省农业农村厅部门预算公开（2024年）')
    expect(document).toMatchObject({ unitName: '江苏省农业农村厅', fiscalYear: 2024, stage: 'budget' })
  })

  it('takes unit and year from the lines above tables where no title says them', async () => {
    const above = ['部门支出预算总表', '编制单位：江苏省农业农村厅', '预算年度：2020', '单位：元']
    const { document } = await documentOf('公开表', above)
    expect(document).toMatchObject({
      unitName: '江苏省农业农村厅',
      fiscalYear: 2020,
      stage: 'budget',
      declaredUnit: '元',
    })
  })

  it('takes the unit of money that the text tells its amounts in where no table prints one', async () => {
    const told = (unit: string) =>
      documentOf(`江苏省农业农村厅2021年度部门决算公开\n支出总计8${unit}，其中基本支出5${unit}。`, [
        '部门支出总表',
      ])
    expect((await told('元')).document.declaredUnit).toBe('元')
    expect((await told('亿元')).document.declaredUnit).toBe('亿元')
  })

  it('takes the unit from above the tables where the title names a place alone', async () => {
    const above = ['部门支出总表', '编制部门：江苏省农业农村厅', '单位：万元']
    const { document } = await documentOf('江苏省南京市2021年市级部门预算', above)
    expect(document).toMatchObject({ unitName: '江苏省农业农村厅', fiscalYear: 2021 })
  })

  it('takes no table’s title and no table of contents for the document’s', async () => {
    const above = ['部门支出预算总表', '编制部门：江苏省农业农村厅', '2021年度', '单位：万元']
    expect((await documentOf('收支预算总表', above)).document.title).toBe('江苏省农业农村厅2021年预算')
    const contents = await documentOf('目 录\n第一部分 部门概况\n一、部门预算单位构成', above)
    expect(contents.document.title).toBe('江苏省农业农村厅2021年预算')
  })

  it('takes the year and stage of prose without tables from its headings', async () => {
    const { document } = await extractText(
      '江苏省农业农村厅\n\n第一部分 2019年度部门预算情况说明\n\n支出8.00万元。\n',
    )
    expect(document).toMatchObject({ fiscalYear: 2019, stage: 'budget' })
  })

  it('takes the unit’s code from before its name, the longest one', async () => {
    const above = ['部门支出总表', '202江苏省农业农村厅', '202001江苏省农业农村厅本级', '单位：万元']
    expect((await documentOf('江苏省农业农村厅2021年部门预算', above)).document.unitCode).toBe('202001')
  })

  it.each(['310资本性支出', '120亩', '301机关工资福利支出'])(
    'takes %s for no unit with its code',
    async (words) => {
      const above = ['202江苏省农业农村厅', '部门支出总表', words, '单位：万元']
      expect((await documentOf('江苏省农业农村厅2021年部门预算', above)).document.unitCode).toBe('202')
    },
  )

  it('takes the place from project codes before the names of places', async () => {
    const text = rowPerLine('农业农村局2023年单位预算', [
      {
        above: ['1.农田经费绩效目标表'],
        rows: [['项目编码', '13062423P000048100019', '一级指标', '产出指标']],
      },
      table,
    ])
    expect((await extractText(text)).document).toMatchObject({ regionCode: '130624', regionName: '阜平县' })
  })

  it('takes the place from nine-digit codes behind a unit’s name', async () => {
    const above = ['部门支出总表', '011001农业农村局本级-210400000', '单位：万元']
    expect((await documentOf('农业农村局2023年度部门决算', above)).document.regionCode).toBe('210400')
  })

  it('is of the registry’s kind and place where the registry knows the unit', async () => {
    const { document } = await documentOf('中共抚顺市委抚顺市人民政府信访局本级2024年部门预算')
    expect(document).toMatchObject({ unitKind: 'unit', regionCode: '210400' })
  })

  it('reports years that disagree, and keeps the title’s', async () => {
    const above = ['部门支出总表', '预算年度：2019', '单位：万元']
    const { document, problems } = await documentOf(
      '江苏省农业农村厅2020年部门预算',
      above,
      '2018-budget.txt',
    )
    expect(document.fiscalYear).toBe(2020)
    expect(problems.map(({ rule, where, found }) => [rule, where, found])).toEqual([
      ['N19', 'tables', '2019'],
      ['N19', 'file name', '2018'],
    ])
  })

  it('reports a place that disagrees with the name of the unit', async () => {
    const above = ['部门支出总表', '011001农业农村局本级-210400000', '单位：万元']
    const { problems } = await documentOf('江苏省农业农村厅2020年部门预算', above)
    expect(problems).toMatchObject([{ rule: 'region', found: '210400' }])
  })

  it('reports what it cannot say: the place of a unit nobody knows', async () => {
    const { document, problems } = await documentOf('农业农村局2020年部门预算')
    expect(document.regionCode).toBe('')
    expect(problems).toMatchObject([{ rule: 'identity', expected: 'the place of the unit' }])
  })
})
