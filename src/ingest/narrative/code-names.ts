import type { ExtractionTable } from '../../model/extraction'
import type { CodeTable } from '../../reference/codes'
import { plainName } from '../../reference/names'

/** Schemes whose codes prose names: 支出功能分类, 部门预算支出经济分类. */
export type NamedScheme = 'function' | 'economic_department'

/** Resolves printed names to codes. */
export interface CodeNames {
  /**
   * Code of names from the higher level to the lower, beginning with the 类 or the 款; null when not known or not the
   * only one. A single name is that of a 类.
   */
  codeByNames(scheme: NamedScheme, names: string[]): string | null
}

/** A code with a name that stands beside it. */
export interface NamedCode {
  code: string
  name: string
}

/** Function codes with the names that a document's own tables print beside them. */
export function printedCodes(tables: ExtractionTable[]): NamedCode[] {
  return tables.flatMap((table) => {
    const column = table.columns.find(({ role }) => role === 'name')
    if (!column) return []
    return table.rows.flatMap((row) => {
      const name = row.cells[column.index] ?? ''
      return row.scheme === 'function' && row.code && name ? [{ code: row.code, name }] : []
    })
  })
}

/**
 * Lookups in the names that a document prints and in the code tables. Names of 款 and 项 are not unique (行政运行 stands
 * under every 款), so they are resolved by the names above them. A name of any edition counts; of several codes the
 * document's own decides, then the edition of the year.
 */
export function codeNamesIn(codes: CodeTable, year: number, printed: NamedCode[] = []): CodeNames {
  const schemes = {
    function: lookup(codes, 'function', year, printed),
    economic_department: lookup(codes, 'economic_department', year, []),
  }
  return { codeByNames: (scheme, names) => schemes[scheme](names) }
}

function lookup(codes: CodeTable, scheme: NamedScheme, year: number, printed: NamedCode[]) {
  const known = codes.editions.filter((edition) => edition.scheme === scheme)
  const codesByName = new Map<string, Set<string>>()
  const namesByCode = new Map<string, Set<string>>()
  for (const { code, name } of [...printed, ...known.map((one) => ({ code: one.code, name: one.nameZh }))]) {
    collect(codesByName, plainName(name), code)
    collect(namesByCode, code, plainName(name))
  }
  const own = new Set(printed.map(({ code }) => code))
  const isCurrent = (code: string): boolean => codes.inYear(scheme, code, year) !== null

  return (names: string[]): string | null => {
    const [last = '', ...above] = [...names].reverse().map(plainName)
    const found = [...(codesByName.get(last) ?? [])].filter((code) =>
      above.length === 0
        ? code.length === 3
        : above.every((name, index) => namesByCode.get(code.slice(0, -2 * (index + 1)))?.has(name)),
    )
    for (const few of [found.filter((code) => own.has(code)), found.filter(isCurrent), found]) {
      if (few.length === 1) return few[0]!
    }
    return null
  }
}

function collect(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key)
  if (values) values.add(value)
  else map.set(key, new Set([value]))
}
