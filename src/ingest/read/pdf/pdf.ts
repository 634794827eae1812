import type { RawDocument } from '../../raw'
import { UnreadableFile } from '../../raw'
import type { ReadOptions } from '../meter'
import { Meter } from '../meter'
import { blocksOf } from './blocks'
import type { CMapLoader } from './open'
import { openPdf } from './open'
import { readPage } from './page'
import { checkPackedStreams } from './packed-streams'
import type { PageContent } from './page-content'
import { contentOf } from './page-content'
import { unreadOf } from './unread'
import { checkEnd } from './whole-file'

export type { CMapLoader } from './open'

export interface PdfOptions extends ReadOptions {
  /** Needed for files that do not hold their Chinese fonts: these cannot be read without it. */
  cMap?: CMapLoader | undefined
  /** Called after each page. */
  onPage?: ((page: number, pages: number) => void) | undefined
}

/**
 * Reads a disclosure published as pdf. Tables are what rules draw; every sign goes to the cell it stands in; a table
 * goes on over pages where columns and header agree. Page numbers are left out, of running heads the first is kept.
 * Nothing is guessed from distances: figures in columns without rules are told as unread, and so are scans.
 * @throws UnreadableFile when it is no whole pdf, needs a password, is a scan or exceeds the limits
 * @throws Error when a font needs a table of letters and `cMap` has none
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<RawDocument> {
  const meter = new Meter(bytes, options)
  const mostPages = meter.limits.pages ?? 500
  checkEnd(bytes)
  checkPackedStreams(bytes, meter)
  const open = await openPdf(bytes, meter, options.cMap)
  try {
    const { numPages } = open.pdf
    if (numPages > mostPages)
      throw new UnreadableFile(`at most ${mostPages} pages`, `${numPages} pages`, 'too-large')
    const pages: PageContent[] = []
    for (let number = 1; number <= numPages; number += 1) {
      const drawing = await meter.within(readPage(open, number))
      open.checkLetters()
      pages.push(contentOf(drawing, number, meter))
      options.onPage?.(number, numPages)
    }
    const unread = unreadOf(pages)
    const document: RawDocument = { reader: 'pdf', mediaType: 'application/pdf', blocks: blocksOf(pages) }
    return unread.length > 0 ? { ...document, unread } : document
  } finally {
    await open.close()
  }
}
