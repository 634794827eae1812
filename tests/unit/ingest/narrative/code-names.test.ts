import { describe, expect, it } from 'vitest'
import { codeNamesIn, printedCodes } from '../../../../src/ingest/narrative/code-names'
import { parseCodes } from '../../../../src/reference/codes'
import { codeTable } from '../../../support/made-disclosure'

const codes = parseCodes(
  [
    'scheme,code,level,parent,valid_from,valid_to,name_zh,name_en,evidence',
    'function,208,1,,,,社会保障和就业支出,,published',
    'function,20805,2,208,,2019,行政事业单位离退休,,published',
    'function,20805,2,208,2020,,行政事业单位养老支出,,published',
    'function,20806,2,208,2020,,企业改革补助,,published',
    'function,2080501,3,20805,,,行政单位离退休,,published',
    'function,2080601,3,20806,,2019,行政运行,,published',
    'function,2080602,3,20806,2020,,行政运行,,published',
    'economic_department,301,1,,,,工资福利支出,,published',
    'economic_department,30101,2,301,,,基本工资,,published',
  ].join('\n'),
)
const names = codeNamesIn(codes, 2023)

describe('codes by name', () => {
  it('are found by the names above them, of any edition', () => {
    expect(names.codeByNames('function', ['社会保障和就业支出'])).toBe('208')
    expect(names.codeByNames('function', ['行政事业单位离退休', '行政单位离退休'])).toBe('2080501')
    expect(
      names.codeByNames('function', ['社会保障和就业支出', '行政事业单位养老支出', '行政单位离退休']),
    ).toBe('2080501')
    expect(names.codeByNames('economic_department', ['工资福利支出', '基本工资'])).toBe('30101')
  })

  it('of several are that of the year’s edition', () => {
    expect(names.codeByNames('function', ['企业改革补助', '行政运行'])).toBe('2080602')
    expect(codeNamesIn(codes, 2018).codeByNames('function', ['企业改革补助', '行政运行'])).toBe('2080601')
  })

  it('are unknown for a 项 alone, a name under another 款, and a name of the other scheme', () => {
    expect(names.codeByNames('function', ['行政单位离退休'])).toBeNull()
    expect(names.codeByNames('function', ['企业改革补助', '行政单位离退休'])).toBeNull()
    expect(names.codeByNames('function', ['工资福利支出'])).toBeNull()
  })

  it('are those that the document’s own tables print', () => {
    const table = codeTable('T01', 'final.expenditure', ['total'], ['208 5.00', '20825 5.00', '2082599 5.00'])
    for (const [index, name] of ['社会保障和就业支出', '其他生活救助', '某某救助'].entries()) {
      table.rows[index]!.cells[1] = name
    }
    expect(printedCodes([table])).toContainEqual({ scheme: 'function', code: '2082599', name: '某某救助' })
    const own = codeNamesIn(codes, 2023, printedCodes([table]))
    expect(own.codeByNames('function', ['社会保障和就业支出', '其他生活救助', '某某救助'])).toBe('2082599')
    expect(names.codeByNames('function', ['社会保障和就业支出', '其他生活救助', '某某救助'])).toBeNull()
  })
})
