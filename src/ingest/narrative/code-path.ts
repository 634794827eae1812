import type { CodeNames, NamedScheme } from './code-names'
import { numberingLength } from './lead'
import type { Above } from './resolve-names'
import { resolveNames } from './resolve-names'

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
  /** Set where the code's name is only nearly the one printed. */
  near?: true
  /** The 类 as printed, when the path begins with one. */
  className: string | null
  /** The 款 as printed, when the path has one. */
  sectionName: string | null
}

interface Level {
  name: string
  nameStart: number
  end: number
  digits: string
  level: '类' | '款' | '项'
}

const levels = '类款项'
const marker = /（(?:(\d{2,3})\s*)?(类|款|项)）|（(2\d{2}|2\d{4}|2\d{6})）/gu

/**
 * The paths in a clause, names resolved from the 类 down; a level may be marked by its code instead: 行政运行（2010301）.
 * @param above what the paths are listed under, for those that do not begin with a 类
 */
export function codePathsOf(text: string, names: CodeNames, above: Above): CodePath[] {
  const paths: Level[][] = []
  let from = 0
  for (const found of text.matchAll(marker)) {
    const code = found[3] ?? ''
    const level = (found[2] ?? levels[(code.length - 3) / 2]!) as Level['level']
    const raw = text.slice(from, found.index)
    const skipped = raw.length - trimmedName(raw).length
    const entry: Level = {
      name: trimmedName(raw),
      nameStart: from + skipped,
      end: found.index + found[0].length,
      digits: found[1] ?? code,
      level,
    }
    const path = paths.at(-1)
    const upper = path?.at(-1)
    const follows =
      upper !== undefined && upper.end === from && levels.indexOf(level) > levels.indexOf(upper.level)
    if (follows && skipped === 0) path!.push(entry)
    else paths.push([entry])
    from = entry.end
  }
  return paths.map((path) => resolve(path, names, above))
}

/** A name without what stands before it: figures, numbering, 其中, 和. */
function trimmedName(raw: string): string {
  return raw
    .slice(numberingLength(raw))
    .replace(/^.*(?:\d(?:[\d.,]*)(?:亿元|万元|元|%)|其中：?|包括：?|用于：?|主要是|，|；|：)/u, '')
    .replace(/^(?:\d{1,2}[.、]|[①-⑳]|[和与及、])/u, '')
}

function resolve(path: Level[], names: CodeNames, above: Above): CodePath {
  const first = path[0]!
  const last = path.at(-1)!
  const printed = printedCode(path)
  return {
    start: first.nameStart,
    end: last.end,
    name: last.name,
    nameStart: last.nameStart,
    ...(printed
      ? { scheme: 'function', code: printed }
      : resolveNames(
          path.map(({ name }) => name),
          first.level,
          last.level,
          above,
          names,
        )),
    className: first.level === '类' ? first.name : null,
    sectionName: path.find(({ level }) => level === '款')?.name ?? null,
  }
}

/** 公共安全支出（204类）司法（06款）行政运行（01项): the digits make the code; 行政运行（2040601） prints it whole. */
function printedCode(path: Level[]): string | null {
  const last = path.at(-1)!
  if (last.digits.length === 3 + 2 * levels.indexOf(last.level)) return last.digits
  const code = path.map(({ digits }) => digits).join('')
  return path[0]!.level === '类' && path.every(({ digits }, index) => digits.length === (index === 0 ? 3 : 2))
    ? code
    : null
}
