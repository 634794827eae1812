import type { CodeNames, NamedScheme } from './code-names'
import { numberingLength } from './lead'

/** A code of a classification named by its levels: 一般公共服务支出（类）人大事务（款）行政运行（项）. */
export interface CodePath {
  start: number
  end: number
  /** Name of the lowest level. */
  name: string
  nameStart: number
  scheme: NamedScheme
  /** Null when the names are not in the tables. */
  code: string | null
  /** The 类 as printed, when the path begins with one. */
  className: string | null
}

interface Level {
  name: string
  nameStart: number
  end: number
  digits: string
  level: '类' | '款' | '项'
}

const marker = /（(?:(\d{2,3})\s*)?(类|款|项)）/gu

/**
 * The paths in a clause, names resolved from the 类 down.
 * @param className the 类 that the paths are listed under, for those that begin with a 款
 */
export function codePathsOf(text: string, names: CodeNames, className: string | null): CodePath[] {
  const paths: Level[][] = []
  let from = 0
  for (const found of text.matchAll(marker)) {
    const level = found[2] as Level['level']
    const raw = text.slice(from, found.index)
    const skipped = raw.length - trimmedName(raw).length
    const entry: Level = {
      name: trimmedName(raw),
      nameStart: from + skipped,
      end: found.index + found[0].length,
      digits: found[1] ?? '',
      level,
    }
    const path = paths.at(-1)
    const above = path?.at(-1)
    const follows =
      above !== undefined && above.end === from && '类款项'.indexOf(level) > '类款项'.indexOf(above.level)
    if (follows && skipped === 0) path!.push(entry)
    else paths.push([entry])
    from = entry.end
  }
  return paths.map((path) => resolve(path, names, className))
}

/** A name without what stands before it: figures, numbering, 其中, 和. */
function trimmedName(raw: string): string {
  return raw
    .slice(numberingLength(raw))
    .replace(/^.*(?:\d(?:[\d.,]*)(?:亿元|万元|元|%)|其中：?|包括：?|用于：?|主要是|，|；|：)/u, '')
    .replace(/^(?:\d{1,2}[.、]|[①-⑳]|[和与及、])/u, '')
}

function resolve(path: Level[], names: CodeNames, className: string | null): CodePath {
  const first = path[0]!
  const last = path.at(-1)!
  const listed =
    first.level === '类' ? path : [...(className ? [{ name: className, digits: '' }] : []), ...path]
  const printed = printedCode(path)
  return {
    start: first.nameStart,
    end: last.end,
    name: last.name,
    nameStart: last.nameStart,
    ...(printed
      ? { scheme: 'function', code: printed }
      : codeOf(
          listed.map(({ name }) => name),
          names,
        )),
    className: first.level === '类' ? first.name : null,
  }
}

/** 公共安全支出（204类）司法（06款）行政运行（01项): the digits make the code. */
function printedCode(path: Level[]): string | null {
  const code = path.map(({ digits }) => digits).join('')
  return path[0]!.level === '类' && path.every(({ digits }, index) => digits.length === (index === 0 ? 3 : 2))
    ? code
    : null
}

const schemes: NamedScheme[] = ['function', 'economic_department']

/** Publishers drop 支出 from the name of a 类 (一般公共服务（类）) and of a 项 (其他人大事务（项）), or add it. */
function codeOf(listed: string[], names: CodeNames): Pick<CodePath, 'scheme' | 'code'> {
  const last = listed.length - 1
  const longer = [[0], [last], [0, last]].map((which) =>
    listed.map((name, index) => (which.includes(index) ? `${name}支出` : name)),
  )
  const shorter = [[0], [last]].map((which) =>
    listed.map((name, index) => (which.includes(index) ? name.replace(/支出$/u, '') : name)),
  )
  for (const scheme of schemes) {
    for (const variant of [listed, ...longer, ...shorter]) {
      const code = names.codeByNames(scheme, variant)
      if (code) return { scheme, code }
    }
  }
  return { scheme: 'function', code: null }
}
