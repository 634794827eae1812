import type { Line } from './lines'
import type { PageContent } from './page-content'

/** Page numbers and running heads stand in this outer part of a page's height. */
const margin = 0.14

/** How often the same words stand in the same place before they are a running head. */
const repeats = 3

/**
 * Lines that belong to the pages, not to the document: page numbers, and running heads but for the first of each,
 * which is kept since it may be the only place that names the document.
 */
export function furnitureOf(pages: readonly PageContent[]): Set<Line> {
  return new Set([...pageNumbers(pages), ...runningHeads(pages)])
}

interface Outer {
  page: PageContent
  line: Line
}

/** The first and the last lines of every page with nothing but margin outside of them, and lines that read another way. */
function outerLines(pages: readonly PageContent[]): Outer[] {
  return pages.flatMap((page) => {
    const from = page.items.findIndex((item) => item.kind === 'table' || !isInMargin(item.line, page))
    const to = page.items.findLastIndex((item) => item.kind === 'table' || !isInMargin(item.line, page))
    return page.items.flatMap((item, index) => {
      if (item.kind === 'table') return []
      const isOuter = from < 0 || index < from || index > to || item.line.turn !== 0
      return isOuter ? [{ page, line: item.line }] : []
    })
  })
}

function isInMargin(line: Line, page: PageContent): boolean {
  const middle = (line.box.top + line.box.bottom) / 2
  return line.turn !== 0 || middle < page.height * margin || middle > page.height * (1 - margin)
}

/** A number with dashes or 第…页 is one by its form; a bare one when two pages count alike. */
function pageNumbers(pages: readonly PageContent[]): Line[] {
  const found = outerLines(pages).flatMap(({ page, line }) => {
    const number = pageNumberIn(line.text)
    return number ? [{ line, ...number, shift: number.value - page.number, page: page.number }] : []
  })
  const pagesOfShift = new Map<number, Set<number>>()
  for (const { shift, page } of found)
    pagesOfShift.set(shift, (pagesOfShift.get(shift) ?? new Set()).add(page))
  return found
    .filter(({ isBare, shift }) => !isBare || (pagesOfShift.get(shift)?.size ?? 0) > 1)
    .map(({ line }) => line)
}

/** What a line counts when it is nothing but a page number. */
export function pageNumberIn(text: string): { value: number; isBare: boolean } | null {
  const words = text.normalize('NFKC').replace(/\s/gu, '')
  const bare = /^(\d{1,4})$/u.exec(words)
  if (bare) return { value: Number(bare[1]), isBare: true }
  const marked =
    /^[-—–―~·•.|]+(\d{1,4})[-—–―~·•.|]+$/u.exec(words) ??
    /^第(\d{1,4})页(?:[,，/、]?共\d{1,4}页)?$/u.exec(words) ??
    /^(\d{1,4})\/\d{1,4}$/u.exec(words) ??
    /^page(\d{1,4})(?:of\d{1,4})?$/iu.exec(words)
  return marked ? { value: Number(marked[1]), isBare: false } : null
}

/** Titles of tables and what belongs to them repeat too; they are no running heads. */
function runningHeads(pages: readonly PageContent[]): Line[] {
  const found = new Map<string, Line[]>()
  for (const { page, line } of outerLines(pages)) {
    const words = line.text.replace(/[\s\u3000]/gu, '')
    if (/(?:表|情况)(?:[（(].*[）)])?$|单位|部门[:：]|公开\d*表|万元|^注/u.test(words)) continue
    const key = `${words} ${Math.round(page.width)} ${Math.round(line.box.top / 4)}`
    found.set(key, [...(found.get(key) ?? []), line])
  }
  return [...found.values()].flatMap((lines) => (lines.length >= repeats ? lines.slice(1) : []))
}
