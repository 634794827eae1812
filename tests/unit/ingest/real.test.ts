import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { cMaps } from '../../../scripts/c-maps'
import { extract } from '../../../src/ingest/pipeline'
import type { Extraction } from '../../../src/model/extraction'
import { withoutTruth } from '../../support/expected-extraction'
import { publishedFile } from '../../support/published'
import { shippedRegistry } from '../../support/text-disclosure'

const path = fileURLToPath(
  new URL('../../../../shared/fixtures/real/putuo-socialwork-2024-final.expected.json', import.meta.url),
)
const isHere = existsSync(path)

interface Truth {
  region: string
  unit: string
  fiscal_year: number
  tables: { title: string; pages: number[]; notes: string[]; columns: string[]; rows: string[][] }[]
}

describe.runIf(isHere)(`a published final account of Shanghai, ${withoutTruth}`, () => {
  let truth: Truth
  let extraction: Extraction
  beforeAll(async () => {
    truth = JSON.parse(readFileSync(path, 'utf8')) as Truth
    const file = 'real/putuo-socialwork-2024-final.pdf'
    const [only] = await extract([{ name: file, bytes: publishedFile(file) }], shippedRegistry, {
      cMap: cMaps,
    })
    extraction = only!
  })
  const formTables = () => extraction.tables.filter(({ form }) => form !== 'budget.organisation')

  it('is of its unit, year, stage and place', () => {
    expect(extraction.document).toMatchObject({
      unitName: truth.unit,
      fiscalYear: truth.fiscal_year,
      stage: 'final',
      regionCode: '310107',
      unitKind: 'department',
      declaredUnit: '万元',
    })
  })

  it('has the list of its units under the heading that stands above it', () => {
    expect(extraction.tables.find(({ form }) => form === 'budget.organisation')).toMatchObject({
      title: '二、部门决算单位构成',
      columns: [{ path: ['序号'] }, { path: ['单位名称'] }, { path: ['备注'] }],
      rows: [{ cells: ['1', `${truth.unit}（本级）`, ''] }, { cells: ['2', expect.any(String), ''] }],
    })
  })

  it('has the nine tables in their forms, with titles, pages and notes', () => {
    expect(formTables().map(({ form }) => form)).toEqual([
      'final.balance',
      'final.income',
      'final.expenditure',
      'final.fiscal_balance',
      'final.general_expenditure',
      'final.general_basic',
      'final.three_public',
      'final.gov_fund',
      'final.state_capital',
    ])
    expect(formTables().map(({ title, pages, notes }) => ({ title, pages, notes }))).toEqual(
      truth.tables.map(({ title, pages, notes }) => ({ title, pages, notes })),
    )
  })

  it('has every column with its path and every printed row to the character', () => {
    for (const [index, { title, columns, rows }] of truth.tables.entries()) {
      const table = formTables()[index]!
      expect(
        table.columns.map((column) => column.path.join('/')),
        title,
      ).toEqual(columns)
      const printed = table.rows
        .map(({ cells }) => cells)
        .filter((cells) => cells.some((cell) => cell !== ''))
      expect(printed, title).toEqual(rows)
    }
  })

  it('has 205 numeric cells and 116 codes', () => {
    const cells = formTables().flatMap(({ rows, columns }) =>
      rows.flatMap((row) => row.cells.map((text, at) => ({ text, role: columns[at]!.role }))),
    )
    const filled = (role: string) => cells.filter((cell) => cell.role === role && cell.text !== '')
    expect([filled('amount').length, filled('code').length]).toEqual([205, 116])
  })
})
