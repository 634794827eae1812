import { describe, expect, it } from 'vitest'
import type { Extraction, ExtractionTable } from '../../../../src/model/extraction'
import { extractPage, type HtmlTable } from '../../../support/html-disclosure'
import { valueColumns } from '../../../support/text-disclosure'

const budget = '某某县农业农村局2024年部门预算公开'
const final = '某某县农业农村局2023年度部门决算公开'

async function read(title: string, table: HtmlTable): Promise<ExtractionTable & { said: string[] }> {
  const extraction: Extraction = await extractPage(title, [table])
  const said = extraction.problems.filter(({ where }) => where !== 'document')
  return { ...extraction.tables[0]!, said: said.map(({ rule, where }) => `${rule} ${where}`) }
}

/** Code or item of each row, '' where it has none; of both panels where it has several. */
const keysOf = (table: ExtractionTable): string[] =>
  table.rows.map((row) => (row.blocks ?? [row]).map(({ code, item }) => code ?? item ?? '').join(' | '))

describe('a table whose rows name their unit beside the code', () => {
  it('takes 类 款 项 for the code and the unit’s number for words; the unit’s own row has no code', async () => {
    const table = await read(budget, {
      above: ['表1-2', '部门支出总表', '单位：万元'],
      rows: [
        [
          ['项 目', 5],
          ['合计', 1, 3],
          ['基本支出', 1, 3],
          ['项目支出', 1, 3],
          ['上缴上级支出', 1, 3],
        ],
        [
          ['科目编码', 3],
          ['单位代码', 1, 2],
          ['单位名称（科目）', 1, 2],
        ],
        ['类', '款', '项'],
        ['', '', '', '', '合    计', '100.50', '60.50', '40.00', ''],
        ['', '', '', '301001', '某某县农业农村局', '100.50', '60.50', '40.00', ''],
        ['213', '01', '01', '301001', '行政运行', '60.50', '60.50', '', ''],
        ['213', '01', '02', '301001', '一般行政管理事务', '40.00', '', '40.00', ''],
      ],
    })
    expect([table.form, table.title, table.unit]).toEqual([
      'budget.expenditure_total',
      '部门支出总表',
      '万元',
    ])
    expect(keysOf(table)).toEqual(['total', '', '2130101', '2130102'])
    expect(table.said).toEqual([])
  })

  it('has its parts of 基本支出 as columns that the form does not know, and says so', async () => {
    const table = await read(budget, {
      above: ['部门支出总体情况表', '预算03表', '单位：万元'],
      rows: [
        [
          ['科目编码', 3],
          ['单位代码', 1, 2],
          ['单位（科目名称）', 1, 2],
          ['合计', 1, 2],
          ['基本支出', 2],
          ['项目支出', 2],
        ],
        ['类', '款', '项', '小计', '工资福利支出', '小计', '一般性项目'],
        ['**', '**', '**', '**', '**', '1', '2', '3', '4', '5'],
        ['', '', '', '', '合计', '100.50', '60.50', '60.50', '40.00', '40.00'],
        ['213', '01', '01', '301001', '行政运行', '100.50', '60.50', '60.50', '40.00', '40.00'],
      ],
    })
    expect([table.form, table.title, table.formCode]).toEqual([
      'budget.expenditure_total',
      '部门支出总体情况表',
      '预算03表',
    ])
    expect(keysOf(table)).toEqual(['total', '2130101'])
    expect(table.columns.slice(5).map(({ measure }) => measure)).toEqual([
      'total',
      'basic',
      undefined,
      'project',
      undefined,
    ])
    expect(table.said).toEqual(['column T01.c7', 'column T01.c9'])
  })

  it.each(['单位编码', '编码'])('gives no code to rows that are units: %s', async (label) => {
    const table = await read(budget, {
      above: ['收入总表', '单位：万元'],
      rows: [
        [label, '单位名称', '合计', '财政拨款', '事业收入', '其他收入', '上年结转'],
        ['', '合计', '100.50', '90.50', '', '', '10.00'],
        ['301', '某某县农业农村局', '100.50', '90.50', '', '', '10.00'],
        ['301001', '某某县农业农村局本级', '100.50', '90.50', '', '', '10.00'],
      ],
    })
    expect([table.form, table.title]).toEqual(['budget.income_total', '收入总表'])
    expect(keysOf(table)).toEqual(['total', '', ''])
  })
})

describe('a table with codes of two schemes', () => {
  it('is keyed by 部门预算经济分类; 政府预算经济分类 beside it is kept as words', async () => {
    const table = await read(budget, {
      above: ['一般公共预算基本支出表', '单位：元'],
      rows: [
        [
          ['部门预算支出经济分类', 2],
          ['政府预算支出经济分类', 2],
          ['合计', 1, 2],
          ['人员经费', 1, 2],
          ['公用经费', 1, 2],
        ],
        ['科目编码', '科目名称', '科目编码', '科目名称'],
        ['', '合计', '', '', '605000', '500000', '105000'],
        ['30101', '基本工资', '50101', '工资奖金津补贴', '500000', '500000', '0'],
        ['30201', '办公费', '50201', '办公经费', '105000', '0', '105000'],
      ],
    })
    expect([table.form, table.unit]).toEqual(['budget.general_basic', '元'])
    expect(keysOf(table)).toEqual(['total', '30101', '30201'])
    expect(table.rows[1]!.scheme).toBe('economic_department')
    expect(table.rows[1]!.cells).toEqual([
      '30101',
      '基本工资',
      '50101',
      '工资奖金津补贴',
      '500000',
      '500000',
      '0',
    ])
  })

  it.each([
    [
      'rows of functions by purposes',
      ['功能科目编码', '功能科目名称', '经济科目编码', '经济科目名称', '合计', '基本支出', '项目支出'],
      ['2130101', '行政运行', '30101', '基本工资', '50.00', '50.00', ''],
    ],
    [
      'purposes with project money',
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['30101', '基本工资', '50.00', '50.00', ''],
    ],
    [
      'purposes of the government’s scheme',
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['50101', '工资奖金津补贴', '50.00', '50.00', ''],
    ],
  ])('is none of the catalogue when its rows are %s', async (_, header, row) => {
    const table = await read(budget, { above: ['一般公共预算支出表', '单位：万元'], rows: [header, row] })
    expect([table.form, table.said]).toEqual(['unknown', ['form T01']])
    expect(table.rows[0]!.cells.filter((text) => text !== '')).toEqual(row.filter((text) => text !== ''))
  })
})

describe('columns of a table', () => {
  it('that say by how much others differ count nothing of their own', async () => {
    const table = await read(budget, {
      above: ['一般公共预算支出表', '单位：万元'],
      rows: [
        [
          ['科目编码', 1, 2],
          ['科目名称', 1, 2],
          ['2023年执行数', 1, 2],
          ['2024年预算数', 3],
          ['2024年预算数比2023年执行数', 2],
        ],
        ['小计', '基本支出', '项目支出', '增减额', '增减%'],
        ['213', '农林水支出', '90.00', '100.50', '60.50', '40.00', '10.50', '11.67'],
      ],
    })
    expect(table.form).toBe('budget.general_expenditure')
    expect(valueColumns(table)).toEqual([
      '2023年执行数 = total general final 2023',
      '2024年预算数/小计 = total general budget 2024',
      '2024年预算数/基本支出 = basic general budget 2024',
      '2024年预算数/项目支出 = project general budget 2024',
      '2024年预算数比2023年执行数/增减额 =',
    ])
    expect(table.columns.at(-1)).toMatchObject({ role: 'text' })
    expect(table.said).toEqual([])
  })

  it('of 三公 items as rows state last year, this year and the change', async () => {
    const table = await read(budget, {
      above: ['“三公”经费预算表', '单位：万元'],
      rows: [
        ['项目', '上年预算数', '本年预算数', '增减额', '增减%'],
        ['合计', '10.00', '8.00', '-2.00', '-20.00%'],
        ['1.因公出国（境）费', '0.00', '0.00', '0.00', '0.00%'],
        ['2.公务接待费', '4.00', '3.00', '-1.00', '-25.00%'],
        ['3.公务用车费', '6.00', '5.00', '-1.00', '-16.67%'],
        ['其中：（1）公务用车运行维护费', '6.00', '5.00', '-1.00', '-16.67%'],
        ['（2）公务用车购置', '', '', '', ''],
      ],
    })
    expect(valueColumns(table)).toEqual([
      '上年预算数 = total fiscal budget 2023',
      '本年预算数 = total fiscal budget 2024',
      '增减额 =',
    ])
    expect(keysOf(table)).toEqual([
      'total',
      'abroad',
      'reception',
      'vehicle',
      'vehicle_running',
      'vehicle_purchase',
    ])
  })

  it('of initial budget, adjusted budget and account stand side by side, each with its natures', async () => {
    const natures = ['小计', '基本支出', '项目支出']
    const table = await read(final, {
      above: ['支出决算表', '公开03表', '单位：万元'],
      rows: [
        [
          ['项目', 2],
          ['年初预算数', 3],
          ['全年预算数', 3],
          ['决算数', 3],
        ],
        ['科目编码', '科目名称', ...natures, ...natures, ...natures],
        [['栏次', 2], '1', '2', '3', '4', '5', '6', '7', '8', '9'],
        ['213', '农林水支出', '90.00', '60.00', '30.00', '100', '60', '40', '99.00', '60.00', '39.00'],
      ],
    })
    expect(table.form).toBe('final.expenditure')
    expect(valueColumns(table).map((column) => column.replace(/^.* = /u, ''))).toEqual(
      ['budget', 'adjusted', 'final'].flatMap((stage) =>
        ['total', 'basic', 'project'].map((measure) => `${measure} all ${stage} 2023`),
      ),
    )
  })

  it('人员, 公用 and 专项 are the natures of a table of functions', async () => {
    const table = await read(budget, {
      above: ['部门综合预算一般公共预算支出明细表（按支出功能分类科目）', '单位：万元'],
      rows: [
        [
          '序号',
          '功能科目编码',
          '功能科目名称',
          '合计',
          '人员经费支出',
          '公用经费支出',
          '专项业务经费支出',
          '备注',
        ],
        ['', '', '合计', '100.50', '50.00', '10.50', '40.00', ''],
        ['1', '21301', '农业农村', '100.50', '50.00', '10.50', '40.00', ''],
      ],
    })
    expect(table.form).toBe('budget.general_expenditure')
    expect(table.columns.flatMap(({ measure }) => measure ?? [])).toEqual([
      'total',
      'personnel',
      'public',
      'project',
    ])
    expect(keysOf(table)).toEqual(['total', '21301'])
  })
})
