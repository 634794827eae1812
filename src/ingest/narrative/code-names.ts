import type { CodeEdition, CodeTable } from '../../reference/codes'
import { plainName } from '../../reference/names'

/** Resolves printed names to codes. */
export interface CodeNames {
  /** Function code (支出功能分类) of names from the higher level to the lower, 类 first or 款 first; null when not known or not the only one. */
  codeByNames(names: string[]): string | null
  /** Code of a 类 of the department's economic classification (部门预算支出经济分类) by its name, or null. */
  economicCodeByName(name: string): string | null
}

/**
 * Lookups in the code tables. Names of 款 and 项 are not unique (行政运行 stands under every 款), so they are resolved
 * by the names above them; a name of any edition counts, the edition of the year decides between several.
 */
export function codeNamesIn(codes: CodeTable, year: number): CodeNames {
  const byName = new Map<string, CodeEdition[]>()
  for (const edition of codes.editions) {
    if (edition.scheme !== 'function') continue
    const name = plainName(edition.nameZh)
    byName.set(name, [...(byName.get(name) ?? []), edition])
  }
  const isNamed = (code: string, name: string): boolean =>
    codes.ofAnyYear('function', code).some((edition) => plainName(edition.nameZh) === plainName(name))

  return {
    codeByNames(names) {
      const [last = '', ...above] = [...names].reverse()
      if (above.length === 0) return codes.classByName('function', last)
      const found = new Set(
        (byName.get(plainName(last)) ?? [])
          .filter(({ code, level }) => level > above.length && sitsUnder(code, above, isNamed))
          .map(({ code }) => code),
      )
      const current = [...found].filter((code) => codes.inYear('function', code, year) !== null)
      const candidates = current.length > 0 ? current : [...found]
      return candidates.length === 1 ? candidates[0]! : null
    },
    economicCodeByName: (name) => codes.classByName('economic_department', name),
  }
}

/** Are the levels above a code named so, from the nearest up? */
function sitsUnder(code: string, above: string[], isNamed: (code: string, name: string) => boolean): boolean {
  return above.every((name, index) => isNamed(code.slice(0, -2 * (index + 1)), name))
}
