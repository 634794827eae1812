import { describe, expect, it } from 'vitest'
import { allQueries } from '../../../src/queries/all'
import { lintSql } from '../../support/query-lint'

describe('every question', () => {
  it.each(allQueries.map((query) => [query.name, query] as const))(
    '%s is exact, ordered and portable',
    (_, query) => {
      expect(lintSql(query.sql)).toEqual([])
      if (query.together) expect(lintSql(query.together.sql)).toEqual([])
    },
  )

  it.each(allQueries.map((query) => [query.name, query] as const))(
    '%s binds as many values as it has placeholders',
    (_, query) => {
      const anything = new Proxy({}, { get: () => 'x' }) as Record<string, string>
      expect(query.bind(anything)).toHaveLength(query.sql.split('?').length - 1)
      expect(query.together?.sql ?? '').not.toContain('?')
    },
  )

  it('has a name of its own', () => {
    expect(new Set(allQueries.map((q) => q.name)).size).toBe(allQueries.length)
  })
})

describe('the lint', () => {
  const faulty: [string, string][] = [
    ['SELECT avg(amount_fen) FROM cells ORDER BY 1', 'average'],
    ['SELECT median(amount_fen) FROM cells ORDER BY 1', 'average'],
    ['SELECT amount_fen / 100 FROM cells ORDER BY 1', 'divides'],
    ['SELECT amount_fen // 2 FROM cells ORDER BY 1', 'divides'],
    ['SELECT sum(amount_fen)*100/sum(step_fen) FROM cells ORDER BY 1', 'divides'],
    ['SELECT amount_fen::DOUBLE FROM cells ORDER BY 1', 'floating'],
    ['SELECT CAST(amount_fen AS FLOAT) FROM cells ORDER BY 1', 'floating'],
    ['SELECT name FROM cells', 'no order'],
    ['SELECT name FROM (SELECT name FROM cells ORDER BY name)', 'no order'],
    ['SELECT row_number() OVER (ORDER BY name) FROM cells', 'no order'],
    ["SELECT json_extract(locator, '$.line') FROM cells ORDER BY 1", 'json'],
    ["SELECT locator->'line' FROM cells ORDER BY 1", 'json'],
    ['SELECT locator::JSON FROM cells ORDER BY 1', 'json'],
    ['SELECT to_json(name) FROM cells ORDER BY 1', 'json'],
    ['SELECT name FROM cells WHERE amount_year < year(current_date) ORDER BY 1', 'clock'],
    ['SELECT today() ORDER BY 1', 'clock'],
    ["SELECT now() AT TIME ZONE 'UTC' ORDER BY 1", 'time zones'],
    ['SELECT x::TIMESTAMPTZ FROM t ORDER BY 1', 'time zones'],
    ['SELECT name FROM cells ORDER BY name COLLATE zh', 'collation'],
    ['SELECT icu_sort_key(name) FROM cells ORDER BY 1', 'collation'],
    ["SELECT name FROM read_parquet('cells.parquet') ORDER BY 1", 'file'],
    ["SET timezone = 'UTC'", 'more than ask'],
    ['SELECT name FROM cells ORDER BY random()', 'random'],
    ['SELECT name FROM cells ORDER BY name LIMIT 10', 'cuts'],
  ]

  it.each(faulty)('finds fault with %s', (sql, fault) => {
    expect(lintSql(sql).join('; ')).toContain(fault)
  })

  it('does not take words in strings, names and comments for code', () => {
    const sql = `SELECT name AS "json / avg(", 'a / b -> c' FROM cells -- avg(x) / 2
      /* current_date */ ORDER BY name COLLATE NOCASE`
    expect(lintSql(sql)).toEqual([])
  })
})
