import type { ExtractionTable } from '../../model/extraction'
import type { CodeTable } from '../../reference/codes'
import { plainName } from '../../reference/names'
import { isNearName } from './near-name'

/** Schemes whose codes prose names: 支出功能分类, 部门预算支出经济分类. */
export type NamedScheme = 'function' | 'economic_department'

/** Resolves printed names to codes. */
export interface CodeNames {
  /**
   * Code of names from the higher level to the lower, beginning with the 类 or the 款; null when not known or not the
   * only one. A single name is that of a 类.
   */
  codeByNames(scheme: NamedScheme, names: string[]): string | null
  /**
   * Code of the last name alone, where publishers misprint or leave out the levels above: one of a level that lies under
   * at least one of the names above it, if there are any; null when not known or not the only one.
   * @param digits length of the code, or null for any below the 类
   */
  codeByLastName(scheme: NamedScheme, names: string[], digits: number | null): string | null
  /** Code of the only 项 under the 款 named before the last name whose own name is nearly that; null when there is none. */
  codeByNearName(scheme: NamedScheme, names: string[]): string | null
}

/** A code with a name that stands beside it. */
interface NamedCode {
  code: string
  name: string
}

/** A code with the name that a document's own table prints beside it. */
export interface PrintedCode extends NamedCode {
  scheme: NamedScheme
}

/** Codes with the names that a document's own tables print beside them. */
export function printedCodes(tables: ExtractionTable[]): PrintedCode[] {
  return tables.flatMap((table) => {
    const column = table.columns.find(({ role }) => role === 'name')
    if (!column) return []
    return table.rows.flatMap((row) => {
      const name = row.cells[column.index] ?? ''
      const { scheme, code } = row
      const isNamed = scheme === 'function' || scheme === 'economic_department'
      return isNamed && code && name ? [{ scheme, code, name }] : []
    })
  })
}

/**
 * Lookups in the names that a document prints and in the code tables. Names of 款 and 项 are not unique (行政运行 stands
 * under every 款), so they are resolved by the names above them. A name of any edition counts; of several codes the
 * document's own decides, then the edition of the year.
 */
export function codeNamesIn(codes: CodeTable, year: number, printed: PrintedCode[] = []): CodeNames {
  const inScheme = (scheme: NamedScheme) =>
    lookup(
      codes,
      scheme,
      year,
      printed.filter((one) => one.scheme === scheme),
    )
  const schemes = {
    function: inScheme('function'),
    economic_department: inScheme('economic_department'),
  }
  return {
    codeByNames: (scheme, names) => schemes[scheme].byNames(names),
    codeByLastName: (scheme, names, digits) => schemes[scheme].byLastName(names, digits),
    codeByNearName: (scheme, names) => schemes[scheme].byNearName(names),
  }
}

function lookup(
  codes: CodeTable,
  scheme: NamedScheme,
  year: number,
  printed: readonly NamedCode[],
): {
  byNames: (names: string[]) => string | null
  byLastName: (names: string[], digits: number | null) => string | null
  byNearName: (names: string[]) => string | null
} {
  const known = codes.editions.filter((edition) => edition.scheme === scheme)
  const codesByName = new Map<string, Set<string>>()
  const namesByCode = new Map<string, Set<string>>()
  for (const { code, name } of [...printed, ...known.map((one) => ({ code: one.code, name: one.nameZh }))]) {
    collect(codesByName, plainName(name), code)
    collect(namesByCode, code, plainName(name))
  }
  const own = new Set(printed.map(({ code }) => code))
  const isCurrent = (code: string): boolean => codes.inYear(scheme, code, year) !== null

  const theOne = (found: string[]): string | null => {
    for (const few of [found.filter((code) => own.has(code)), found.filter(isCurrent), found]) {
      if (few.length === 1) return few[0]!
    }
    return null
  }
  const isNamed = (code: string, name: string): boolean => namesByCode.get(code)?.has(name) ?? false
  return {
    byNames(names: string[]): string | null {
      const [last = '', ...above] = [...names].reverse().map(plainName)
      const found = [...(codesByName.get(last) ?? [])].filter((code) =>
        above.length === 0
          ? code.length === 3
          : above.every((name, index) => isNamed(code.slice(0, -2 * (index + 1)), name)),
      )
      return theOne(found)
    },
    byLastName(names: string[], digits: number | null): string | null {
      const [last = '', ...above] = [...names].reverse().map(plainName)
      const lies = (code: string): boolean =>
        above.some(
          (name) => isNamed(code.slice(0, 3), name) || (code.length > 5 && isNamed(code.slice(0, 5), name)),
        )
      const found = [...(codesByName.get(last) ?? [])].filter(
        (code) =>
          (digits === null ? code.length > 3 : code.length === digits) && (above.length === 0 || lies(code)),
      )
      return theOne(found)
    },
    byNearName(names: string[]): string | null {
      const [last = '', section] = [...names].reverse().map(plainName)
      if (!section) return null
      const found = [...namesByCode].filter(
        ([code, own]) =>
          code.length === 7 &&
          isNamed(code.slice(0, 5), section) &&
          [...own].some((name) => isNearName(name, last)),
      )
      return theOne(found.map(([code]) => code))
    },
  }
}

function collect(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key)
  if (values) values.add(value)
  else map.set(key, new Set([value]))
}
