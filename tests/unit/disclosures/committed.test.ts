import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Extraction, ExtractionTable } from '../../../src/model/extraction'
import { keyOfCell } from '../../../src/model/extraction-keys'
import { isBlank } from '../../../src/model/money'
import { readCell } from '../../../src/model/printed-cell'
import { extractionText } from '../../../src/ingest/extraction-text'
import { extract } from '../../../src/ingest/pipeline'
import { truthIsHere, withoutTruth } from '../../support/expected-extraction'
import { publishedFile } from '../../support/published'
import { shippedRegistry } from '../../support/text-disclosure'

const folder = fileURLToPath(new URL('../../../data/disclosures/', import.meta.url))
const textOf = (name: string): string => readFileSync(`${folder}${name}`, 'utf8')
const committed = new Map(
  readdirSync(folder).map((name) => [name.replace('.json', ''), JSON.parse(textOf(name)) as Extraction]),
)

const petition = ['130624-petition-2023-budget', '210400-petition-self-2023-final']

/** Figures of a table: every filled cell of a value column. */
function figuresOf(table: ExtractionTable): string[] {
  const values = table.columns.filter(({ role }) => role === 'amount' || role === 'quantity')
  return table.rows
    .flatMap((row) => values.map(({ index }) => row.cells[index]!))
    .filter((cell) => cell !== '')
}

function amount(id: string, table: string, name: string, column: string): string {
  const found = committed.get(id)!.tables.find((candidate) => candidate.id === table)!
  const at = found.columns.find(({ path }) => path.join('/') === column)!
  const row = found.rows.find((candidate) => keyOfCell(found, candidate, at).name === name)!
  return row.cells[at.index]!
}

describe('the committed disclosures', () => {
  it('hold 190 figures of 阜平 and 188 of 抚顺', () => {
    expect(petition.map((id) => committed.get(id)!.tables.flatMap(figuresOf).length)).toEqual([190, 188])
  })

  it('hold figures that are known from the publications', () => {
    const [fuping, fushun] = petition as [string, string]
    expect(amount(fuping, 'T01', '收入总计', '收入/预算数')).toBe('185.62')
    expect(amount(fuping, 'T02', '信访事务', '合计')).toBe('152.80')
    expect(amount(fuping, 'T06', '其他交通费用', '一般公共预算基本支出/公用经费')).toBe('7.74')
    expect(amount(fushun, 'T01', '八、社会保障和就业支出', '支出/金额')).toBe('115.81')
    expect(amount(fushun, 'T05', '信访事务', '本年支出/基本支出')).toBe('0.00')
    expect(amount(fushun, 'T07', '2、公务接待费', '决算数')).toBe('4.24')
    expect(amount(fushun, 'T07', '2、公务接待费', '预算数')).toBe('')
  })

  it.each([...committed])(
    '%s has every cell of a value column blank or a number, in a unit',
    (_, extraction) => {
      for (const table of extraction.tables) {
        for (const row of table.rows) {
          expect(row.cells).toHaveLength(table.columns.length)
          for (const column of table.columns) {
            const cell = row.cells[column.index]!
            if (column.role === 'amount') expect(readCell(cell, table.unit).state).not.toBe('unreadable')
          }
        }
      }
    },
  )

  it.each([...committed])('%s says of every figure what it counts and what it is about', (_, extraction) => {
    for (const table of extraction.tables) {
      for (const column of table.columns) {
        if (column.role !== 'amount' && column.role !== 'quantity') continue
        const filled = table.rows.filter((row) => !isBlank(row.cells[column.index]!))
        if (filled.length === 0) continue
        expect(column, `${table.id} ${column.path.join('/')}`).toMatchObject({
          measure: expect.any(String),
          amountYear: expect.any(Number),
          amountStage: expect.any(String),
        })
        for (const row of filled) {
          const { scheme, code, item, name } = keyOfCell(table, row, column)
          // What is bought (政府采购) has no code: its name alone says what it is.
          const about = code ?? item ?? (scheme === 'procurement' && name !== '' ? name : undefined)
          expect([scheme, about, name], `${table.id} row ${row.row}`).not.toContain(undefined)
        }
      }
    }
  })

  it.each([...committed])('%s says no key of a table twice', (_, extraction) => {
    for (const table of extraction.tables) {
      const keys = table.rows.flatMap((row) =>
        table.columns.flatMap((column) => {
          if (column.role !== 'amount' && column.role !== 'quantity') return []
          const { scheme, code, item } = keyOfCell(table, row, column)
          if (code === undefined && item === undefined) return []
          const { measure, fund, amountStage, amountYear } = column
          return [[scheme, code, item, measure, fund, amountStage, amountYear].join(' ')]
        }),
      )
      expect(new Set(keys).size, table.id).toBe(keys.length)
    }
  })

  it.each([...committed])(
    '%s is written one row a line, and holds no more than 40 characters of prose at a time',
    (id, extraction) => {
      expect(extractionText(extraction)).toBe(textOf(`${id}.json`))
      for (const { quote } of extraction.facts) expect(quote.length).toBeLessThanOrEqual(40)
      for (const { words } of extraction.statements) expect(words.length).toBeLessThanOrEqual(40)
      for (const table of extraction.tables) {
        for (const row of table.rows)
          for (const cell of row.cells) expect(cell.length).toBeLessThanOrEqual(100)
      }
    },
  )
})

describe.runIf(truthIsHere)(`the committed disclosures, ${withoutTruth}`, () => {
  it.each(petition)('%s is what its published file yields', async (id) => {
    const [source] = committed.get(id)!.sources
    const [extraction] = await extract(
      [{ name: source!.file, bytes: publishedFile(source!.file) }],
      shippedRegistry,
    )
    expect(extractionText(extraction!)).toBe(textOf(`${id}.json`))
  })

  it('and the same text in GB 18030 yields the same, its hash and name apart', async () => {
    const bytes = publishedFile('adversarial/gb18030.txt')
    const [extraction] = await extract([{ name: 'gb18030.txt', bytes }], shippedRegistry)
    const utf8 = committed.get(petition[0]!)!
    expect({ ...extraction, sources: [] }).toEqual({ ...utf8, sources: [] })
  })
})
