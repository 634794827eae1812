import type { RawBlock } from '../../raw'
import { furnitureOf } from './furniture'
import type { Line } from './lines'
import { OpenTable } from './open-table'
import type { PageContent } from './page-content'
import type { ProseLine } from './prose'
import { paragraphsOf } from './prose'
import type { PageTable } from './table'
import { TypeArea } from './type-area'

/** The paragraphs and tables of a document in reading order: parts of tables put together, page furniture left out. */
export function blocksOf(pages: readonly PageContent[]): RawBlock[] {
  const furniture = furnitureOf(pages)
  const stretches = pages.flatMap((page) => stretchesOf(page, furniture))
  const area = new TypeArea()
  for (const { lines, page } of stretches) area.learn(lines, page)
  const bodySize = area.bodySize()

  const blocks: (RawBlock | OpenTable)[] = []
  let prose: ProseLine[] = []
  let last: OpenTable | null = null
  for (const { page, lines, table, isTop } of stretches) {
    const title = titleWords(lines)
    const goesOn = last && table && isTop && prose.length === 0 && page.number === last.lastPage + 1
    if (last && goesOn && last.putOn(table, page, title)) continue
    prose.push(...lines.map((line) => ({ line, page, bodySize, edges: area.edges(line, lines, page) })))
    if (!table?.isPrinted) continue
    blocks.push(...paragraphsOf(prose))
    prose = []
    last = new OpenTable(table, page, title)
    blocks.push(last)
  }
  blocks.push(...paragraphsOf(prose))
  return blocks.map((block) => (block instanceof OpenTable ? block.table() : block))
}

/** Lines that stand together, and the table below them if there is one. */
interface Stretch {
  page: PageContent
  lines: Line[]
  table: PageTable | null
  /** Does it begin the page? Only there a table without words counts. */
  isTop: boolean
}

function stretchesOf(page: PageContent, furniture: ReadonlySet<Line>): Stretch[] {
  const stretches: Stretch[] = []
  let lines: Line[] = []
  for (const item of page.items) {
    if (item.kind === 'table') {
      if (!item.table.isPrinted && (stretches.length > 0 || lines.length > 0)) continue
      stretches.push({ page, lines, table: item.table, isTop: stretches.length === 0 })
      lines = []
    } else if (!furniture.has(item.line)) lines.push(item.line)
  }
  if (lines.length > 0) stretches.push({ page, lines, table: null, isTop: stretches.length === 0 })
  return stretches
}

/** The words above a table, to compare; that it goes on (续表) is none of them. */
function titleWords(lines: readonly Line[]): string[] {
  return lines
    .map((line) => line.text.replace(/[\s\u3000]/gu, '').replace(/[（(]续(?:表|上表)?\d*[）)]$/u, ''))
    .filter((words) => words !== '' && !/^[（(]?(?:续表|续上表|接上表|接上页)\d*[）)]?$/u.test(words))
}
