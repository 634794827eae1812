import type { Locator } from '../../model/extraction'
import type { UnreadPart } from '../raw'
import { UnreadableFile } from '../raw'
import { DocxTable, isOn } from './docx-table'
import type { Flow } from './flow'
import type { XmlHandler } from './xml'

type Attribute = (name: string) => string | undefined

/** Elements whose words are not printed: deletions, older properties, readings of ruby. */
const leftOut = new Set([
  'w:del',
  'w:moveFrom',
  'w:rt',
  'w:pPrChange',
  'w:rPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
])

/** What drawings may require and is read; of other things their fallback is (ISO/IEC 29500-3, 10.2). */
const understood = new Set(['wps', 'wpg', 'wpc', 'wp14', 'w14', 'w15', 'v'])

/** A paragraph while it is read; it stops where a text box begins and goes on after it. */
interface OpenParagraph {
  text: string
  place: Locator
  /** What is anchored in it and stands below: text boxes. */
  anchored: Flow
  /** For each open field, whether its code, not its result, is being read. */
  fields: boolean[]
  hidden: boolean
}

/** Characters that print nothing: soft hyphen, zero-width blanks. */
const unprinted = /[\u00ad\u200b\u2060\ufeff]/gu

/** Tables within tables, text boxes within text boxes: more is no document. */
const deepest = 40

/** The story of a Word document as a flow, element by element (ISO/IEC 29500-1, 17). */
export class DocxStory implements XmlHandler {
  readonly flow: Flow = []
  readonly unread: UnreadPart[] = []
  private readonly path: string[] = []
  private readonly flows: Flow[] = [this.flow]
  private readonly tables: DocxTable[] = []
  private readonly paragraphs: OpenParagraph[] = []
  /** For each open choice between wordings, whether one has been taken. */
  private readonly choices: boolean[] = []
  private skipped = 0
  private paragraphCount = 0
  private tableCount = 0

  open(name: string, attribute: Attribute): void {
    const parent = this.path.at(-1)
    this.path.push(name)
    if (this.skipped > 0 || this.leavesOut(name, parent, attribute)) {
      this.skipped += 1
      return
    }
    switch (name) {
      case 'w:p':
        return this.openParagraph()
      case 'w:tbl':
        this.tables.push(new DocxTable((this.tableCount += 1)))
        return this.refuseDepth()
      case 'w:txbxContent':
        this.flows.push([])
        return this.refuseDepth()
      case 'w:tc':
        this.flows.push(this.table?.openCell() ?? [])
        return
      default:
        if (name.startsWith('w:')) this.table?.property(name, parent ?? '', attribute)
        this.insideParagraph(name, parent, attribute)
    }
  }

  close(name: string): void {
    this.path.pop()
    if (this.skipped > 0) {
      this.skipped -= 1
      return
    }
    switch (name) {
      case 'mc:AlternateContent':
        this.choices.pop()
        return
      case 'w:p':
        return this.closeParagraph()
      case 'w:tbl': {
        const table = this.tables.pop()?.finish()
        if (table) this.here.push(table)
        return
      }
      case 'w:tr':
        return this.table?.closeRow()
      case 'w:tc':
        this.flows.pop()
        return
      case 'w:txbxContent': {
        const content = this.flows.pop() ?? []
        const anchor = this.paragraphs.at(-1)
        if (anchor) anchor.anchored.push(...content)
        else this.here.push(...content)
      }
    }
  }

  text(text: string): void {
    const element = this.path.at(-1)
    if (this.skipped === 0 && (element === 'w:t' || element === 'm:t'))
      this.print(text.replace(unprinted, ''))
  }

  /** Is an element left out with all that it holds? A deletion among properties says so of what they describe. */
  private leavesOut(name: string, parent: string | undefined, attribute: Attribute): boolean {
    if (name === 'mc:AlternateContent') this.choices.push(false)
    if (name !== 'mc:Choice' && name !== 'mc:Fallback') {
      return leftOut.has(name) && parent !== 'w:trPr' && parent !== 'w:rPr'
    }
    const taken = this.choices.at(-1) === true
    const required = name === 'mc:Choice' ? (attribute('Requires') ?? '').split(/\s+/u) : []
    const takes = !taken && required.every((prefix) => understood.has(prefix))
    if (takes) this.choices[this.choices.length - 1] = true
    return !takes
  }

  private get here(): Flow {
    return this.flows.at(-1) ?? this.flow
  }

  private get table(): DocxTable | undefined {
    return this.tables.at(-1)
  }

  private refuseDepth(): void {
    if (this.flows.length > deepest || this.tables.length > deepest) {
      throw new UnreadableFile(`tables and text boxes at most ${deepest} deep`, 'more within one another')
    }
  }

  private openParagraph(): void {
    if (!this.table) this.paragraphCount += 1
    this.paragraphs.push({
      text: '',
      place: this.table?.place ?? { paragraph: this.paragraphCount },
      anchored: [],
      fields: [],
      hidden: false,
    })
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (!paragraph) return
    let offset = 0
    for (const text of paragraph.text.split('\n')) {
      const { place } = paragraph
      this.here.push({ kind: 'line', text, place: 'paragraph' in place ? { ...place, offset } : place })
      offset += text.length + 1
    }
    this.here.push(...paragraph.anchored)
  }

  private print(text: string): void {
    const paragraph = this.paragraphs.at(-1)
    if (paragraph && !paragraph.hidden && !paragraph.fields.includes(true)) paragraph.text += text
  }

  private insideParagraph(name: string, parent: string | undefined, attribute: Attribute): void {
    const paragraph = this.paragraphs.at(-1)
    if (!paragraph) return
    switch (name) {
      case 'w:r':
        paragraph.hidden = false
        return
      case 'w:vanish':
        if (parent === 'w:rPr' && this.path.at(-3) === 'w:r') paragraph.hidden = isOn(attribute('w:val'))
        return
      case 'w:fldChar':
        return turnField(paragraph.fields, attribute('w:fldCharType'))
      case 'w:tab':
      case 'w:ptab':
        if (parent === 'w:r') this.print('\t')
        return
      case 'w:br':
      case 'w:cr':
        return this.print('\n')
      case 'w:noBreakHyphen':
        return this.print('-')
      case 'w:sym':
        return this.print(String.fromCharCode(Number.parseInt(attribute('w:char') ?? 'fffd', 16)))
      case 'w:object':
        return this.notRead('object', paragraph)
      case 'c:chart':
        return this.notRead('chart', paragraph)
      case 'pic:pic':
      case 'v:imagedata':
        if (!this.path.includes('w:object')) this.notRead('picture', paragraph)
    }
  }

  private notRead(what: UnreadPart['what'], paragraph: OpenParagraph): void {
    this.unread.push({ what, place: paragraph.place })
  }
}

function turnField(fields: boolean[], type: string | undefined): void {
  if (type === 'begin') fields.push(true)
  else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = false
  else if (type === 'end') fields.pop()
}
