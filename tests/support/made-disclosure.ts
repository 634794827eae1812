import type { Extraction, ExtractionColumn, ExtractionTable, RowKey } from '../../src/model/extraction'
import type { Form, Measure, Scheme } from '../../src/model/vocabulary'

/** A disclosure made by hand, of 万元, with the tables given. */
export function disclosure(...tables: ExtractionTable[]): Extraction {
  const stage = tables[0]?.form.startsWith('final.') ? 'final' : 'budget'
  return {
    schema: 'mingzhang-extraction/1',
    sources: [
      {
        source_no: 1,
        file: 'made.txt',
        sha256: '0'.repeat(64),
        bytes: 1,
        mediaType: 'text/plain',
        reader: 'text',
      },
    ],
    document: {
      title: '某局2023年部门预算',
      stage,
      fiscalYear: 2023,
      regionCode: '',
      regionName: '',
      unitName: '某局',
      unitCode: '',
      unitKind: 'unit',
      declaredUnit: '万元',
      revision: 1,
    },
    tables,
    facts: [],
    statements: [],
    projects: [],
    indicators: [],
    problems: [],
  }
}

/**
 * A table of codes, one string a row: `201 152.80 75.15 _`, where `_` is an empty cell, `合计` the row of totals and `?` a row
 * that could not be told.
 */
export function codeTable(
  id: string,
  form: Form,
  measures: Measure[],
  rows: string[],
  scheme: Scheme = 'function',
): ExtractionTable {
  const stage = form.startsWith('final.') ? 'final' : 'budget'
  const amounts = measures.map((measure, i): ExtractionColumn => ({
    index: i + 2,
    role: 'amount',
    path: [measure],
    measure,
    fund: 'all',
    amountYear: 2023,
    amountStage: stage,
  }))
  return {
    id,
    source_no: 1,
    title: `表${id}`,
    formCode: '',
    form,
    unit: '万元',
    pages: [],
    empty: false,
    notes: [],
    columns: [
      { index: 0, role: 'code', path: ['编码'] },
      { index: 1, role: 'name', path: ['名称'] },
      ...amounts,
    ],
    rows: rows.map((line, i) => {
      const [head = '', ...cells] = line.split(' ').map((cell) => (cell === '_' ? '' : cell))
      const key: RowKey =
        head === '合计'
          ? { scheme, item: 'total' }
          : head === '?'
            ? { scheme }
            : { scheme, code: head, codeBasis: 'printed' }
      const code = key.code ?? ''
      const name = key.code ? `科目${code}` : head
      return { row: i + 1, cells: [code, name, ...cells], ...key, locator: { line: i + 1 } }
    }),
  }
}
