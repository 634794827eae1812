import type { Problem } from '../model/extraction'
import { regionNamedIn } from '../reference/region-names'
import type { Registry } from '../reference/registry'
import { firstSaid } from './first-said'
import { plain } from './forms/words'

/**
 * Place: from the first six digits of project codes (项目编码), nine-digit codes (-210400000), or the places that the unit's
 * name or else the title names.
 * @param names the unit's name and the title
 * @param around further words of the document, which tell places of one name apart
 */
export function statedPlace(
  lines: readonly string[],
  names: readonly string[],
  around: string,
  registry: Registry,
): { code: string; problems: Problem[] } {
  const printed = new Set(lines.flatMap(regionCodesIn))
  const named = firstSaid(names, (name) => regionNamedIn(registry.regions, name, around))
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
