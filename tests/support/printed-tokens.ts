import type { PDFDocumentProxy } from 'pdfjs-dist'

/** A run of digits as a reader sees it: 1,262.08, 2010301, 95.89%. */
const token = /\d+(?:[,，]\d+)*(?:[.．]\d+)?%?/gu

export function tokensIn(text: string): string[] {
  return text.normalize('NFKC').match(token) ?? []
}

interface Run {
  str: string
  left: number
  right: number
  y: number
  size: number
}

/**
 * Every run of digits that a page prints, by the library's own list of texts and without any rule of a table: pieces on
 * one line that touch are one run.
 * @param page counts from 1
 */
export async function tokensOfPage(pdf: PDFDocumentProxy, page: number): Promise<string[]> {
  const proxy = await pdf.getPage(page)
  const { items } = await proxy.getTextContent({ disableNormalization: true })
  const [ma, mb, mc, md, me, mf] = proxy.getViewport({ scale: 1 }).transform as number[]
  const runs = items.flatMap((item): Run[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a, b, , , x, y] = item.transform as number[]
    // Pages may be turned: places are those on the page as it is shown, y up.
    const left = ma! * x! + mc! * y! + me!
    const up = -(mb! * x! + md! * y! + mf!)
    return [{ str: item.str, left, right: left + item.width, y: up, size: Math.hypot(a!, b!) }]
  })
  const lines = runs.sort((one, other) =>
    Math.abs(one.y - other.y) > 2 ? other.y - one.y : one.left - other.left,
  )
  let text = ''
  lines.forEach((run, index) => {
    const before = lines[index - 1]
    const touches =
      before && Math.abs(before.y - run.y) <= 2 && Math.abs(run.left - before.right) < 0.2 * run.size
    text += touches ? run.str : ` ${run.str}`
  })
  return tokensIn(text)
}

/** What is left of a list when the other's members are taken away, each once. */
export function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1)
  return list.filter((one) => {
    const count = left.get(one) ?? 0
    left.set(one, count - 1)
    return count <= 0
  })
}
