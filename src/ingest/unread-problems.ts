import type { Locator, Problem } from '../model/extraction'
import type { FileReading } from './file-reading'
import type { UnreadPart } from './raw'

/** What stands in a file and was not read, one line for each sort of thing. */
export function unreadProblems({ source, raw }: FileReading): Problem[] {
  const parts = new Map<UnreadPart['what'], Locator[]>()
  for (const { what, place } of raw.unread ?? []) parts.set(what, [...(parts.get(what) ?? []), place])
  return [...parts].map(([what, places]) => ({
    rule: 'unread',
    severity: what === 'picture' || what === 'chart' || what === 'object' ? 'info' : 'warn',
    where: source.file,
    expected: 'text and ruled tables',
    found: `${places.length} × ${what}: ${places.slice(0, 5).map(nameOf).join(', ')}${places.length > 5 ? ' …' : ''}`,
  }))
}

function nameOf(place: Locator): string {
  if ('page' in place) return `page ${place.page}`
  if ('sheet' in place) return `${place.sheet} ${place.a1}`
  if ('line' in place) return `line ${place.line}`
  return 'paragraph' in place ? `paragraph ${place.paragraph}` : `table ${place.table}`
}
