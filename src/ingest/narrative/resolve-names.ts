import type { CodeNames, NamedScheme } from './code-names'

/** The 类 and the 款 that paths are listed under, as printed. */
export interface Above {
  class: string | null
  section: string | null
}

export const nothingAbove: Above = { class: null, section: null }

interface Resolved {
  scheme: NamedScheme
  /** Null when the names are not in the tables. */
  code: string | null
  /** Set where the code's name is only nearly the one printed. */
  near?: true
}

type Level = '类' | '款' | '项'

const schemes: NamedScheme[] = ['function', 'economic_department']
const digitsOf = { 类: 3, 款: 5, 项: 7 }

/**
 * The code that the names of a path stand for, of whichever classification knows them: by all names; by the last one
 * under what the path is listed under, where a level is misprinted or left out; by names that were run together; by a name
 * that is nearly the printed one.
 * @param path names from the higher level to the lower
 */
export function resolveNames(
  path: string[],
  first: Level,
  last: Level,
  above: Above,
  names: CodeNames,
): Resolved {
  const context = [
    ...(first !== '类' && above.class ? [above.class] : []),
    ...(first === '项' && above.section ? [above.section] : []),
  ]
  const listed = [...context, ...path]
  const ways: ((scheme: NamedScheme, listed: string[]) => string | null)[] = [
    (scheme, all) => names.codeByNames(scheme, all),
    (scheme, all) => names.codeByNames(scheme, all.slice(context.length)),
    (scheme, all) => (last === '类' ? null : names.codeByLastName(scheme, all, digitsOf[last])),
    (scheme, all) =>
      last === '类' ? null : names.codeByLastName(scheme, all.slice(context.length), digitsOf[last]),
    (scheme, all) => (last === '类' || all.length === 1 ? null : names.codeByLastName(scheme, all, null)),
    (scheme, all) => (path.length === 1 && last === '项' ? codeOfRun(all.at(-1)!, scheme, names) : null),
  ]
  for (const way of ways) {
    for (const scheme of schemes) {
      for (const variant of variantsOf(listed)) {
        const code = way(scheme, variant)
        if (code) return { scheme, code }
      }
    }
  }
  const near = last === '项' ? names.codeByNearName('function', listed) : null
  return { scheme: 'function', code: near, ...(near && { near: true as const }) }
}

/** Publishers drop 支出 from the name of a 类 (一般公共服务（类）) and of a 项 (其他人大事务（项）), or add it. */
function variantsOf(listed: string[]): string[][] {
  const last = listed.length - 1
  const longer = [[0], [last], [0, last]].map((which) =>
    listed.map((name, index) => (which.includes(index) ? `${name}支出` : name)),
  )
  const shorter = [[0], [last]].map((which) =>
    listed.map((name, index) => (which.includes(index) ? name.replace(/支出$/u, '') : name)),
  )
  return [listed, ...longer, ...shorter]
}

/** 人大事务行政运行（项）: the names of a 款 and a 项 in one. */
function codeOfRun(name: string, scheme: NamedScheme, names: CodeNames): string | null {
  for (let at = 2; at <= name.length - 2; at++) {
    const code = names.codeByNames(scheme, [name.slice(0, at), name.slice(at)])
    if (code) return code
  }
  return null
}
