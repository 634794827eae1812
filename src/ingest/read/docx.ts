import type { RawDocument } from '../raw'
import { UnreadableFile } from '../raw'
import { DocxStory } from './docx-story'
import { blocksOf, hasRowsOfItsOwn } from './flow'
import type { ReadOptions } from './meter'
import { Meter } from './meter'
import { readXmlPart, relationshipsOf } from './xml'
import { openZip } from './zip'

/**
 * Reads a Word document (Office Open XML): paragraphs and tables in reading order, foot- and endnotes after them,
 * merged cells kept. Page headers and footers, tracked deletions, hidden words and field codes are left out;
 * automatic numbers are not printed in the file and not made up.
 * @throws UnreadableFile when it is no whole Word document or exceeds the limits
 */
export function readDocx(bytes: Uint8Array, options: ReadOptions = {}): RawDocument {
  const meter = new Meter(bytes, options)
  const zip = openZip(bytes)
  const main =
    relationshipsOf(zip, '', meter).find((part) => part.kind === 'officeDocument')?.part ??
    'word/document.xml'
  if (!zip.has(main)) throw new UnreadableFile('a Word document (docx)', `an archive without ${main}`)

  const story = new DocxStory()
  readXmlPart(zip, main, story, meter)
  const parts = relationshipsOf(zip, main, meter)
  for (const kind of ['footnotes', 'endnotes']) {
    const notes = parts.find((part) => part.kind === kind)
    if (notes) readXmlPart(zip, notes.part, story, meter)
  }
  return {
    reader: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    blocks: blocksOf(story.flow, (table) => !hasRowsOfItsOwn(table), meter),
    ...(story.unread.length > 0 ? { unread: story.unread } : {}),
  }
}
