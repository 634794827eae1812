import { describe, expect, it } from 'vitest'
import { readExtraction } from '../../../src/snapshot/read-extraction'
import { codeTable, disclosure } from '../../support/made-disclosure'

const good = disclosure(codeTable('T01', 'budget.income_total', ['total'], ['合计 3.00', '201 3.00']))
/** The good extraction with the value at a path replaced, or removed. */
function broken(path: (string | number)[], value?: unknown): string {
  const copy = structuredClone(good) as unknown as Record<string | number, unknown>
  const holder = path.slice(0, -1).reduce((at, key) => at[key] as typeof copy, copy)
  if (value === undefined) Reflect.deleteProperty(holder, path.at(-1)!)
  else holder[path.at(-1)!] = value
  return JSON.stringify(copy)
}

describe('an extraction from a file', () => {
  it('is read as it is when it is whole', () => {
    expect(readExtraction(JSON.stringify(good))).toEqual(good)
  })

  it.each([
    ['cut off', JSON.stringify(good).slice(0, 40), 'expected an extraction in JSON, found "{\\"schema'],
    ['a list', '[1]', 'schema: expected mingzhang-extraction/1, found nothing'],
    [
      'another format',
      '{"schema":"expected-document/1"}',
      'schema: expected mingzhang-extraction/1, found "expected-document/1"',
    ],
    ['without tables', broken(['tables']), 'tables: expected a list, found nothing'],
    [
      'of a stage that is none',
      broken(['document', 'stage'], 'plan'),
      'document.stage: expected budget | final, found "plan"',
    ],
    [
      'with a year in words',
      broken(['document', 'fiscalYear'], '二〇二三'),
      'document.fiscalYear: expected a whole number, found "二〇二三"',
    ],
    [
      'with a form that is none',
      broken(['tables', 0, 'form'], 'x'),
      /^tables\[0\]\.form: expected budget\.balance \| .*, found "x"$/,
    ],
    [
      'with a short row',
      broken(['tables', 0, 'rows', 1, 'cells'], ['201']),
      'tables[0].rows[1].cells: expected 3 cells, found 1',
    ],
    [
      'with a number for a cell',
      broken(['tables', 0, 'rows', 0, 'cells', 2], 3),
      'tables[0].rows[0].cells[2]: expected text, found 3',
    ],
    [
      'with a row twice',
      broken(['tables', 0, 'rows', 1, 'row'], 1),
      'tables[0].rows: expected each number once, found 1',
    ],
    [
      'with columns out of place',
      broken(['tables', 0, 'columns', 2, 'index'], 7),
      'tables[0].columns[2].index: expected 2, found 7',
    ],
    [
      'with a table id of another kind',
      broken(['tables', 0, 'id'], 'A1'),
      'tables[0].id: expected T01, T02 …, found "A1"',
    ],
    [
      'with a fact that is no number',
      broken(['facts'], [{ fact_no: 1, source_no: 1, key: 'amount', subject: '', label: '', value: '约3' }]),
      'facts[0].value: expected a decimal number as text, found "约3"',
    ],
  ])('%s is refused in one line that names the place', (_, json, message) => {
    expect(() => readExtraction(json)).toThrow(message)
    try {
      readExtraction(json)
    } catch (fault) {
      expect((fault as Error).message).not.toContain('\n')
    }
  })
})
