import type { UnreadPart } from '../../raw'
import { UnreadableFile } from '../../raw'
import type { Box } from './box'
import type { PageContent } from './page-content'
import { placeOf } from './page-content'
import { overprinted } from './table'

/** A page with fewer signs than this has no text to speak of. */
const fewSigns = 20

/** Share of a page from which pictures count, and from which they make a page without text a scan. */
const pictureFrom = 0.05
const scanFrom = 0.5

/** So many rows of figures in columns are a table without rules. */
const tableRows = 4

/**
 * What stands on pages and was not read: scans, pictures, words whose font does not say what they are, cells printed over
 * by others, and figures in columns without rules, of which nobody can say where a cell ends.
 * @throws UnreadableFile when the file has nothing else
 */
export function unreadOf(pages: readonly PageContent[]): UnreadPart[] {
  const scans = pages.filter(isScan)
  if (pages.every((page) => isScan(page) || (page.signs === 0 && !page.hasLostLetters))) {
    const found =
      scans.length > 0 ? `a scan without text, ${scans.length} pages of pictures` : 'no letter on any page'
    throw new UnreadableFile('a pdf with text', found, 'scan')
  }
  const illegible = pages.filter((page) => !page.isLegible).length
  if (illegible * 2 > pages.length) {
    throw new UnreadableFile(
      'Chinese text',
      `${illegible} pages whose fonts do not say what their letters are`,
    )
  }
  return pages.flatMap((page): UnreadPart[] => {
    const whole = placeOf(page, { left: 0, top: 0, right: page.width, bottom: page.height })
    if (isScan(page)) return [{ what: 'scan', place: whole }]
    const parts: UnreadPart[] = page.pictures
      .filter((box) => shareOf(box, page) >= pictureFrom)
      .map((box) => ({ what: 'picture', place: placeOf({ ...page, toShown: [1, 0, 0, 1, 0, 0] }, box) }))
    if (!page.isLegible || page.hasLostLetters) parts.push({ what: 'letters', place: whole })
    for (const item of page.items) {
      if (item.kind !== 'table') continue
      const cells = item.table.cells.filter(({ text }) => text === overprinted)
      parts.push(...cells.map(({ box }): UnreadPart => ({ what: 'overprint', place: placeOf(page, box) })))
    }
    if (hasUnruledTable(page)) parts.push({ what: 'unruled table', place: whole })
    return parts
  })
}

function isScan(page: PageContent): boolean {
  const covered = page.pictures.reduce((sum, box) => sum + shareOf(box, page), 0)
  return page.signs < fewSigns && covered >= scanFrom
}

function shareOf(box: Box, page: PageContent): number {
  return ((box.right - box.left) * (box.bottom - box.top)) / (page.width * page.height)
}

/** Rows of two figures or more, or of a figure and two words or more, that stand apart on one line, also between rules. */
function hasUnruledTable(page: PageContent): boolean {
  const rows = new Map<number, string>()
  const add = (place: number, words: string): void => {
    rows.set(place, `${rows.get(place) ?? ''} ${words.trim()}`)
  }
  for (const item of page.items) {
    if (item.kind === 'line') add(Math.round(item.line.baseline), item.line.text)
    else if (item.table.xs.length === 2) for (const cell of item.table.cells) add(cell.box.top, cell.text)
  }
  const tabular = [...rows.values()].filter((row) => {
    const fields = row.trim().split(/[\s\u3000]+/u)
    const figures = fields.filter(isFigure).length
    const isProse = /[，。；]/u.test(row)
    return !isProse && (figures >= 2 || (figures === 1 && fields.length >= 3))
  })
  return tabular.length >= tableRows
}

function isFigure(field: string): boolean {
  return /^[-−－]?(?:\d{1,3}(?:,\d{3})+|\d{1,})(?:\.\d+)?%?$/u.test(field) && /[.,]|\d{5}/u.test(field)
}
