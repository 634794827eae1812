import type { ExtractionTable } from '../../model/extraction'
import type { CodeTable } from '../../reference/codes'
import { plainName } from '../../reference/names'

/** Resolves printed names to codes. */
export interface CodeNames {
  /**
   * Function code (支出功能分类) of names from the higher level to the lower, beginning with the 类 or the 款;
   * null when not known or not the only one.
   */
  codeByNames(names: string[]): string | null
  /** Code of a 类 of the department's economic classification (部门预算支出经济分类) by its name, or null. */
  economicCodeByName(name: string): string | null
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
  const known = codes.editions.filter(({ scheme }) => scheme === 'function')
  const named = [...printed, ...known.map(({ code, nameZh }) => ({ code, name: nameZh }))]
  const codesByName = new Map<string, Set<string>>()
  const namesByCode = new Map<string, Set<string>>()
  for (const { code, name } of named) {
    collect(codesByName, plainName(name), code)
    collect(namesByCode, code, plainName(name))
  }
  const own = new Set(printed.map(({ code }) => code))
  const current = (code: string): boolean => codes.inYear('function', code, year) !== null

  return {
    codeByNames(names) {
      const [last = '', ...above] = [...names].reverse().map(plainName)
      const found = [...(codesByName.get(last) ?? [])].filter((code) =>
        above.length === 0
          ? code.length === 3
          : above.every((name, index) => namesByCode.get(code.slice(0, -2 * (index + 1)))?.has(name)),
      )
      for (const few of [found.filter((code) => own.has(code)), found.filter(current), found]) {
        if (few.length === 1) return few[0]!
      }
      return null
    },
    economicCodeByName: (name) => codes.classByName('economic_department', name),
  }
}

function collect(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key)
  if (values) values.add(value)
  else map.set(key, new Set([value]))
}
