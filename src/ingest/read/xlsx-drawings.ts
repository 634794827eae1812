import type { UnreadPart } from '../raw'
import type { Meter } from './meter'
import { formatA1 } from './sheet'
import type { XmlHandler } from './xml'
import { readXmlPart, relationshipsOf } from './xml'
import type { Zip } from './zip'

/**
 * Pictures, charts and boxes with words that lie over the cells of a sheet, each with the cell under its upper left
 * corner: nothing of them is read.
 * @param part the sheet's part
 */
export function drawingsOf(zip: Zip, part: string, sheet: string, meter: Meter): UnreadPart[] {
  return relationshipsOf(zip, part, meter)
    .filter(({ kind, part: drawing }) => kind === 'drawing' && zip.has(drawing))
    .flatMap((drawing) => {
      const found = new DrawingPart(sheet)
      readXmlPart(zip, drawing.part, found, meter)
      return found.unread
    })
}

class DrawingPart implements XmlHandler {
  readonly unread: UnreadPart[] = []
  /** Row and column of the anchor, as digits. */
  private row = ''
  private col = ''
  private readonly path: string[] = []
  private what: UnreadPart['what'] | null = null

  constructor(private readonly sheet: string) {}

  open(name: string): void {
    this.path.push(name)
    if (isAnchor(name)) {
      this.row = ''
      this.col = ''
      this.what = null
    } else if (name === 'xdr:pic') this.what ??= 'picture'
    else if (name === 'xdr:graphicFrame') this.what ??= 'chart'
  }

  close(name: string): void {
    this.path.pop()
    if (!isAnchor(name) || this.what === null) return
    const a1 = formatA1(Number(this.row), Number(this.col))
    this.unread.push({ what: this.what, place: { sheet: this.sheet, a1 } })
  }

  text(text: string): void {
    const [parent, element] = this.path.slice(-2)
    if (parent === 'xdr:from' && element === 'xdr:row') this.row += text.trim()
    else if (parent === 'xdr:from' && element === 'xdr:col') this.col += text.trim()
    else if (this.path.includes('xdr:txBody') && text.trim() !== '') this.what ??= 'object'
  }
}

function isAnchor(name: string): boolean {
  return /^xdr:(?:twoCell|oneCell|absolute)Anchor$/u.test(name)
}
