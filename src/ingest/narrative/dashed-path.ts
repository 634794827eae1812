import type { CodeNames } from './code-names'
import type { CodePath } from './code-path'

const dashed = /[一-龥（）、]{2,40}(?:-[一-龥（）、]{2,40}){1,2}/gu

/**
 * Codes named by their levels with dashes between: 一般公共服务支出-人大事务-行政运行. Nothing marks where the last name ends, so the
 * longest one that the tables know counts; other words with dashes are none.
 */
export function dashedPathsOf(text: string, names: CodeNames): CodePath[] {
  return [...text.matchAll(dashed)].flatMap((found) => {
    const parts = found[0].split('-')
    const last = parts.pop()!
    for (let length = last.length; length >= 2; length--) {
      const path = [...parts, last.slice(0, length)]
      const code = names.codeByNames('function', path)
      if (code === null || code.length !== 1 + 2 * path.length) continue
      const nameStart = found.index + found[0].length - last.length
      return [
        {
          start: found.index,
          end: nameStart + length,
          name: path.at(-1)!,
          nameStart,
          scheme: 'function' as const,
          code,
          className: path[0]!,
          sectionName: path[1]!,
        },
      ]
    }
    return []
  })
}
