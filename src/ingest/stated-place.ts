import type { Problem } from '../model/extraction'
import { regionNamedIn } from '../reference/regions'
import type { Registry } from '../reference/registry'
import { plain } from './forms/words'

/** Place: from the first six digits of project codes (项目编码), nine-digit codes (-210400000), or the names of places. */
export function statedPlace(
  lines: readonly string[],
  names: string,
  registry: Registry,
): { code: string; problems: Problem[] } {
  const printed = new Set(lines.flatMap(regionCodesIn))
  const named = regionNamedIn(registry.regions, names)
  const [only] = printed
  if (printed.size === 1 && only) {
    const disagrees = named && named.code !== only
    const problem: Problem = {
      rule: 'region',
      severity: 'warn',
      where: 'document',
      expected: `the place of ${named?.name ?? ''} (${named?.code ?? ''})`,
      found: only,
    }
    return { code: only, problems: disagrees ? [problem] : [] }
  }
  return { code: named?.code ?? '', problems: [] }
}

function regionCodesIn(line: string): string[] {
  const words = plain(line)
  const project = /^(\d{6})\d{2}[A-Z][0-9A-Z]{10,13}$/u.exec(words)
  const division = /-(\d{6})000$/u.exec(words)
  return [project?.[1], division?.[1]].filter((code) => code !== undefined)
}
