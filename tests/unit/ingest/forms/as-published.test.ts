import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../../../src/model/extraction'
import { extractPage, type HtmlTable } from '../../../support/html-disclosure'
import { valueColumns } from '../../../support/text-disclosure'

const budget = '某某县农业农村局2024年部门预算公开'
const final = '某某县农业农村局2023年度部门决算公开'

const cellsOf = ({ tables }: Extraction): string[][] => tables[0]!.rows.map(({ cells }) => cells)
const said = ({ problems }: Extraction): string[] =>
  problems.filter(({ where }) => where !== 'document').map(({ rule, where }) => `${rule} ${where}`)

/** 公开02表 as the ministry prints it, its three columns of a code headed beside 合计, or over it. */
const incomeHeader: HtmlTable['rows'] = [
  [
    ['项目', 4],
    ['本年收入合计', 1, 3],
    ['财政拨款收入', 1, 3],
    ['事业收入', 1, 3],
    ['其他收入', 1, 3],
  ],
  [
    ['支出功能分类科目编码', 3, 2],
    ['科目名称', 1, 2],
  ],
  [],
]

describe('类, 款 and 项 over the digits of a code', () => {
  it.each<[string, HtmlTable['rows']]>([
    ['beside 合计, in the first row of figures', [['类', '款', '项', '合计', '95.00', '90.00', '5.00', '']]],
    [
      'beside 栏次 and 合计, over both rows',
      [
        [['类', 1, 2], ['款', 1, 2], ['项', 1, 2], '栏次', '1', '2', '3', '4'],
        ['合计', '95.00', '90.00', '5.00', ''],
      ],
    ],
  ])('%s, are header', async (_, sums) => {
    const extraction = await extractPage(final, [
      {
        above: ['收入决算表', '公开02表', '金额单位：万元'],
        rows: [...incomeHeader, ...sums, ['213', '01', '01', '行政运行', '95.00', '90.00', '5.00', '']],
      },
    ])
    expect(extraction.tables[0]!.columns.slice(0, 4).map(({ path }) => path.at(-1))).toEqual([
      '类',
      '款',
      '项',
      '科目名称',
    ])
    expect(cellsOf(extraction)).toEqual([
      ['', '', '', '合计', '95.00', '90.00', '5.00', ''],
      ['213', '01', '01', '行政运行', '95.00', '90.00', '5.00', ''],
    ])
    expect(extraction.tables[0]!.rows[1]).toMatchObject({ code: '2130101' })
  })

  it('digits left blank are those of the row above, a single digit is written out', async () => {
    const extraction = await extractPage(budget, [
      {
        above: ['支出总表', '单位：元'],
        rows: [
          [
            ['科目编码', 3],
            ['科目名称', 1, 2],
            ['合计', 1, 2],
            ['基本支出', 1, 2],
            ['项目支出', 1, 2],
          ],
          ['类', '款', '项'],
          ['213', '', '', '农林水支出', '1,005,000', '605,000', '400,000'],
          ['', '01', '', '农业农村', '1,005,000', '605,000', '400,000'],
          ['', '', '2', '一般行政管理事务', '400,000', '', '400,000'],
          [['合计', 4], '1,005,000', '605,000', '400,000'],
        ],
      },
    ])
    expect(extraction.tables[0]!.rows.map(({ code, item }) => code ?? item)).toEqual([
      '213',
      '21301',
      '2130102',
      'total',
    ])
  })
})

describe('rules of a header that stand a little beside those of its rows', () => {
  it('make no column of their own', async () => {
    const extraction = await extractPage(budget, [
      {
        above: ['财政拨款支出预算表', '单位：万元'],
        rows: [
          [['功能科目代码', 2], '功能科目名称', '合计', '基本支出', '项目支出'],
          [['合计', 3], '8.00', '5.00', '3.00'],
          ['213', ['农林水支出', 2], '8.00', '5.00', '3.00'],
        ],
      },
    ])
    expect(extraction.tables[0]!.columns.map(({ path }) => path[0])).toEqual([
      '功能科目代码',
      '功能科目名称',
      '合计',
      '基本支出',
      '项目支出',
    ])
    expect(cellsOf(extraction)).toEqual([
      ['', '合计', '8.00', '5.00', '3.00'],
      ['213', '农林水支出', '8.00', '5.00', '3.00'],
    ])
    expect(extraction.tables[0]!.rows[1]).not.toHaveProperty('repair')
  })
})

describe('a 三公 table of one row', () => {
  const items: HtmlTable['rows'][number] = [
    ['合计', 1, 2],
    ['因公出国（境）费', 1, 2],
    ['公务用车购置及运行费', 3],
    ['公务接待费', 1, 2],
  ]
  const vehicles = ['小计', '公务用车购置费', '公务用车运行费']
  const order = ['total', 'abroad', 'vehicle', 'vehicle_purchase', 'vehicle_running', 'reception']
  const row = ['10.00', '', '6.00', '', '6.00', '4.00', '8.00', '', '5.00', '', '5.00', '3.00']

  it.each([
    [
      budget,
      '一般公共预算“三公”经费支出表',
      ['2023年预算数', '2024年预算数'],
      'general',
      ['budget 2023', 'budget 2024'],
    ],
    [final, '财政拨款“三公”经费支出决算表', ['预算数', '决算数'], 'fiscal', ['budget 2023', 'final 2023']],
  ])('%s: has twelve columns of two years or stages', async (document, title, heads, fund, stated) => {
    const lane = row.map((_, index) => String(index + 1))
    const { tables } = await extractPage(document, [
      {
        above: [title, '金额单位：万元'],
        rows: [heads.map((head) => [head, 6]), [...items, ...items], [...vehicles, ...vehicles], lane, row],
      },
    ])
    expect(valueColumns(tables[0]!).map((column) => column.replace(/^.* = /u, ''))).toEqual(
      stated.flatMap((when) => order.map((item) => `total ${item} ${fund} ${when}`)),
    )
    expect(tables[0]!.rows.map(({ cells }) => cells)).toEqual([row])
  })
})

describe('a table that goes on', () => {
  it('after 续表 has its columns as if it stood whole, though the header is spaced otherwise', async () => {
    const extraction = await extractPage(budget, [
      {
        above: ['支出总表', '单位：万元'],
        rows: [
          ['科目编码', '科目名称', '合计', '基本支出', '项目支出', '上缴上级支出'],
          ['213', '农林水支出', '100.50', '60.50', '40.00', ''],
          ['（续表）'],
          ['科目编码', '科目名称', '合 计', '基本支出', '项目支出', '上缴上级支出'],
          ['21301', '农业农村', '100.50', '60.50', '40.00', ''],
        ],
      },
    ])
    expect(cellsOf(extraction).map(([code]) => code)).toEqual(['213', '21301'])
    expect(extraction.tables[0]!.columns.slice(2).map(({ role, measure }) => `${role} ${measure}`)).toEqual([
      'amount total',
      'amount basic',
      'amount project',
      'amount remit_up',
    ])
  })
})

describe('a table without figures', () => {
  it('is said to be empty by words in it', async () => {
    const { tables } = await extractPage(budget, [
      {
        above: ['公开10表：政府性基金预算支出表', '单位：万元'],
        rows: [
          ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
          ['', '合计', '', '', ''],
          ['', '此表为空', '', '', ''],
          ['21562', '无线电频率占用费安排的支出', '', '', ''],
        ],
      },
    ])
    expect(tables[0]).toMatchObject({ formCode: '公开10表', empty: true, notes: ['此表为空'] })
  })

  it('stands against its note when it has figures: both are kept, and it is told', async () => {
    const rows = (figure: string): HtmlTable['rows'] => [
      ['项目', '预算数'],
      ['合计', figure],
      ['公务接待费', figure],
      ['因公出国（境）费', '0'],
    ]
    const table = (figure: string, below: string): HtmlTable => ({
      above: ['“三公”经费预算表', '单位：万元'],
      rows: rows(figure),
      below: [below],
    })
    const contrary = await extractPage(budget, [table('47.91', '注：本部门无三公经费预算，故本表为空表。')])
    expect(contrary.tables[0]).toMatchObject({ empty: false, notes: [expect.stringContaining('空表')] })
    expect(contrary.problems).toContainEqual(
      expect.objectContaining({ rule: 'S02', severity: 'warn', where: 'T01', found: '47.91' }),
    )
    expect(said(await extractPage(budget, [table('0', '注：本部门无三公经费预算，故本表为空表。')]))).toEqual(
      [],
    )
    expect(said(await extractPage(budget, [table('47.91', '注：如本表为空，则无三公经费。')]))).toEqual([])
  })
})

describe('a list of units', () => {
  const rows = [
    ['序号', '单位名称', '备注'],
    ['1', '某某县农业农村局（本级）', ''],
  ]

  it.each([budget, final])(
    'is the organisation of the department, under the heading above: %s',
    async (title) => {
      const { tables, problems } = await extractPage(title, [
        { above: ['二、部门决算单位构成', '纳入编制范围的单位包括：'], rows },
      ])
      expect(tables[0]).toMatchObject({ form: 'budget.organisation', title: '二、部门决算单位构成' })
      expect(problems.filter(({ rule }) => rule === 'form')).toEqual([])
    },
  )
})

describe('a title', () => {
  it.each([
    [['第二部分 某局2017年度部门预算表一、收支预算总表'], '一、收支预算总表'],
    [['某某县农业农村局2024年部门预算公开', '收支总表'], '收支总表'],
    [['表二', '一般公共预算基本支出', '明细表'], '一般公共预算基本支出明细表'],
  ])('is told from what is printed beside it: %j', async (above, title) => {
    const { tables } = await extractPage(budget, [
      {
        above,
        rows: [
          ['科目编码', '科目名称', '合计'],
          ['30101', '基本工资', '1.00'],
        ],
      },
    ])
    expect(tables[0]!.title).toBe(title)
  })
})
