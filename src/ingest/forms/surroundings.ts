import type { MoneyUnit } from '../../model/money'
import type { Paragraph, RawBlock, RawTable } from '../raw'
import { firstSaid } from '../first-said'
import { opensParagraph } from '../read/paragraphs'
import type { Grid, GridRow } from './grid'
import { gridOf, wordsOf } from './grid'
import { continuesNote, isNote, saysNothing } from './note-words'
import { compact, plain } from './words'

/** A table with the words around it that belong to it: title above, unit and year, notes below. */
export interface PublishedTable {
  /** Without the rows that are title, unit or year. */
  grid: Grid
  title: string
  /** 公开NN表, or ''. */
  formCode: string
  /** Unit of money printed for the table, or null. */
  unit: MoneyUnit | null
  /** The lines of unit, year and the like, as printed. */
  context: string[]
  /** Notes below the table (注：…). */
  notes: string[]
  /** Pages it stands on, [] where the format has none. */
  pages: number[]
  /** What of it a reader of the file does not see (a sheet, rows, columns), in words; absent when all is shown. */
  hidden?: string
}

/** How many paragraphs above a table may hold its title. */
const reach = 6

/**
 * The tables of a document, each with its title, context and notes. Tables with nothing printed between them are parts
 * of one, unless the later begins with rows of its own title or unit.
 */
export function publishedTables(blocks: readonly RawBlock[]): PublishedTable[] {
  const tables: PublishedTable[] = []
  let above: Paragraph[] = []
  let parts: RawTable[] = []
  let partsAbove: Paragraph[] = []

  const close = (): void => {
    if (parts.length === 0) return
    const notes = notesBelow(above)
    tables.push({ ...surrounded(parts, partsAbove), notes: notes.map((note) => note.text) })
    above = above.filter((paragraph) => !notes.includes(paragraph))
  }
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      above.push(block)
    } else if (parts.length > 0 && above.length === 0 && !beginsAnew(block)) {
      parts.push(block)
    } else {
      close()
      partsAbove = above
      parts = [block]
      above = []
    }
  }
  close()
  return tables
}

function beginsAnew(table: RawTable): boolean {
  const grid = gridOf([table])
  return grid.rows.length > 0 && isContextRow(grid.rows[0]!, grid.width, false)
}

function surrounded(parts: RawTable[], above: Paragraph[]): Omit<PublishedTable, 'notes'> {
  const grid = gridOf(parts)
  const near = above.slice(-reach)
  const titleAt = near.findLastIndex((paragraph, at) => isTitle(paragraph.text) || endsTitle(near, at))
  let start = 0
  let titled = titleAt >= 0
  while (start < grid.rows.length - 1 && isContextRow(grid.rows[start]!, grid.width, titled)) {
    titled ||= wordsOf(grid.rows[start]!).some(isTitle)
    start += 1
  }
  const inside = grid.rows.slice(0, start).flatMap(wordsOf)
  const below = near.slice(titleAt + 1).filter((paragraph) => isContext(paragraph.text))
  const before = near.slice(0, Math.max(titleAt, 0)).filter((paragraph) => isContext(paragraph.text))
  const around = [...(titleAt < 0 ? below : [...before.slice(-1), ...below]).map((p) => p.text), ...inside]

  const insideTitle = inside.findLast(isTitle)
  const pages = [
    ...new Set(parts.flatMap(({ page, pages: all }) => all ?? (page === undefined ? [] : [page]))),
  ]
  const title = withoutPart(insideTitle ?? titleOf(near, titleAt))
  return {
    grid: { ...grid, rows: grid.rows.slice(start) },
    title,
    formCode: firstSaid([...around, title], formCodeIn) ?? '',
    unit: firstSaid([...around, insideTitle ?? near[titleAt]?.text ?? ''], moneyUnitIn),
    context: around.filter((line) => line !== insideTitle),
    pages,
    ...hiddenIn(parts),
  }
}

/** The title, with the line before it when it was wrapped and only its end (明细表) stands alone; without one, the heading above. */
function titleOf(near: Paragraph[], at: number): string {
  if (at < 0) return near.findLast(({ text }) => isHeading(text))?.text ?? ''
  const title = near[at]?.text ?? ''
  const before = near[at - 1]?.text ?? ''
  const isEnd = title !== '' && title.length <= 4 && !/^(?:收入|支出|收支)总表$/u.test(plain(title))
  return isEnd && mayBeCut(before) ? before + title : title
}

function hiddenIn(parts: readonly RawTable[]): { hidden?: string } {
  const sheets = parts.flatMap(({ hidden, sheet }) => (hidden ? [`the sheet ${sheet ?? ''}`.trim()] : []))
  const count = (of: (part: RawTable) => number[] | undefined): number =>
    parts.reduce((sum, part) => sum + (of(part)?.length ?? 0), 0)
  const rows = count((part) => part.hiddenRows)
  const columns = count((part) => part.hiddenCols)
  const all = [
    ...new Set(sheets),
    ...(rows > 0 ? [`${rows} rows`] : []),
    ...(columns > 0 ? [`${columns} columns`] : []),
  ]
  return all.length > 0 ? { hidden: all.join(', ') } : {}
}

/** A title without the heading of the part of the document (第二部分 … 预算表) that is printed in one line with it. */
function withoutPart(title: string): string {
  const numbered = /^第[一二三四五六七八九十]+部分.*?([一二三四五六七八九十]+、.*)$/u.exec(title)
  return numbered && isTitle(numbered[1]!) ? numbered[1]! : title
}

/** A numbered heading of a part of the document (二、部门决算单位构成). */
function isHeading(text: string): boolean {
  return opensParagraph(text) && text.length <= 40 && !/[。；;：:，]/u.test(text)
}

/** The last sign of a title that was wrapped right before it. */
function endsTitle(near: Paragraph[], at: number): boolean {
  return plain(near[at]!.text) === '表' && mayBeCut(near[at - 1]?.text ?? '')
}

function mayBeCut(line: string): boolean {
  return line !== '' && !isContext(line) && !/[。：:]$/u.test(line)
}

/** Does a line name a table? */
export function isTitle(text: string): boolean {
  const words = plain(text)
  return (
    /(?:表|情况)(?:\([^)]*\))?$/u.test(words) &&
    !/[。,;]/u.test(words) &&
    words.length <= 60 &&
    !/^(?:公开表|\p{Script=Han}{0,4}\d+(?:-\d+)?表|附?表[\d一二三四五六七八九十]*|附件[\d一二三四五六七八九十]*)$/u.test(
      words,
    )
  )
}

/** A line of unit, year, form code or place of a unit, as printed above tables. */
function isContext(text: string): boolean {
  const words = plain(text)
  return (
    words.length <= 60 &&
    (/^(?:金额)?单位:|^预算年度|^\(?20\d\d年度?\)?$|^(?:公开|预算|决算|财决)\d+(?:-\d+)?表|^截[止至](?:时间|日期)|^编制(?:单位|部门)|^(?:预算)?(?:部门|单位)(?:名称|编码|代码)?:|^附(?:件|表)\d*$/u.test(
      words,
    ) ||
      /单位:(?:人民币)?(?:亿元|万元|元)$/u.test(words) ||
      isCodedUnit(words))
  )
}

/** A unit's code and name, printed together (202001某某局). */
function isCodedUnit(text: string): boolean {
  return /^(?!20\d\d年)\d{3,9}\p{Script=Han}/u.test(plain(text))
}

/** A leading row that is the table's title, unit or year, not its header: labels over all columns are header once there is a title. */
function isContextRow(row: GridRow, width: number, titled: boolean): boolean {
  const words = wordsOf(row)
  if (words.length === 0) return true
  if (
    words.length <= 4 &&
    words.some((word, index) => isContext(word) && (index === 0 || !isCodedUnit(word)))
  )
    return true
  const [only] = words
  return (
    words.length === 1 &&
    width > 1 &&
    (isTitle(only!) || (!titled && row.filter((cell) => cell === row[0]).length === width))
  )
}

function notesBelow(paragraphs: Paragraph[]): Paragraph[] {
  const start = paragraphs
    .slice(0, 3)
    .findIndex(({ text }, at) => isNote(text) || (at === 0 && saysNothing(text)))
  if (start < 0 || paragraphs.slice(0, start).some((p) => opensParagraph(p.text) || isTitle(p.text)))
    return []
  const leadsOn = (at: number): boolean =>
    /[:：]$/u.test(paragraphs[at]!.text) && isNote(paragraphs[at + 1]?.text ?? '')
  const end = paragraphs.findIndex(
    ({ text }, at) => at > start && !isNote(text) && !continuesNote(text) && !leadsOn(at),
  )
  return paragraphs.slice(start, end < 0 ? undefined : end)
}

/** 公开NN表 as printed, without white space; some provinces number them 预算NN表. */
export function formCodeIn(text: string): string | null {
  return /(?:公开|预算|决算|财决)\d{1,2}(?:-\d{1,2})?表/u.exec(compact(text))?.[0] ?? null
}

/** Unit of money after 单位： or 金额单位：, or null; 单位： may also introduce the unit's name. */
export function moneyUnitIn(text: string): MoneyUnit | null {
  const found = /(?:单位\s*:|\()\s*(?:人民币)?\s*(亿元|万元|元)(?!\p{Script=Han})/u.exec(
    text.normalize('NFKC'),
  )
  return (found?.[1] as MoneyUnit | undefined) ?? null
}
