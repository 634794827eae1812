import type { OPS, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { UnreadableFile } from '../../raw'
import type { Drawing } from './drawing'
import { drawingOf } from './drawing'
import type { OpenPdf } from './open'
import type { Font } from './text-state'
import { initialTextState } from './text-state'

type Listed = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>
type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>

/**
 * What is drawn on a page.
 * @param number counts from 1
 * @throws UnreadableFile when the page is broken
 */
export async function readPage({ pdf, ops }: OpenPdf, number: number): Promise<Drawing> {
  const { page, operators, layers } = await listed(pdf, number)
  const fonts = await fontsOf(page, operators, ops)
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const [a, b, c, d, e, f] = transform as [number, number, number, number, number, number]
  const drawing = drawingOf(operators, ops, {
    toPage: [a, b, c, d, e, f],
    width,
    height,
    fontOf: (name) => fonts.get(name) ?? initialTextState.font,
    isShown: (layer) => layers.isVisible(layer),
  })
  page.cleanup()
  return drawing
}

/** What the library makes of a page; what it cannot make anything of is a fault of the file. */
async function listed(
  pdf: PDFDocumentProxy,
  number: number,
): Promise<{ page: PDFPageProxy; operators: Listed; layers: Layers }> {
  try {
    const page = await pdf.getPage(number)
    const [operators, layers] = await Promise.all([page.getOperatorList(), pdf.getOptionalContentConfig()])
    return { page, operators, layers }
  } catch (cause) {
    const error = new UnreadableFile('a whole pdf', `page ${number} cannot be read`)
    error.cause = cause
    throw error
  }
}

/** The library hands fonts over beside the operators, perhaps a little later. */
async function fontsOf(page: PDFPageProxy, operators: Listed, ops: typeof OPS): Promise<Map<string, Font>> {
  const names = new Set<string>()
  for (const [index, operator] of operators.fnArray.entries()) {
    const args = operators.argsArray[index] as unknown[]
    if (operator === ops.setFont) names.add(args[0] as string)
    if (operator === ops.setGState) {
      for (const [key, value] of args[0] as [string, unknown][]) {
        if (key === 'Font') names.add((value as [string])[0])
      }
    }
  }
  const fonts = new Map<string, Font>()
  for (const name of names) {
    // Words about what is wrong with it stand for a font that is lost.
    const font = await new Promise<{ fontMatrix?: number[]; vertical?: boolean } | string | null>(
      (resolve) => {
        page.commonObjs.get(name, resolve)
      },
    )
    if (font === null || typeof font === 'string') fonts.set(name, { ...initialTextState.font, isLost: true })
    else
      fonts.set(name, {
        unit: font.fontMatrix?.[0] ?? 0.001,
        vertical: font.vertical ?? false,
        isLost: false,
      })
  }
  return fonts
}
