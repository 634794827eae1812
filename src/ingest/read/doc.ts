import type { RawDocument } from '../raw'
import { openDocFile } from './doc-file'
import { DocStory } from './doc-story'
import { blocksOf, hasRowsOfItsOwn } from './flow'
import type { ReadOptions } from './meter'
import { Meter } from './meter'

/**
 * Reads a document of Word 97 to 2003 (also written by WPS): paragraphs and tables in reading order, merged cells kept;
 * foot- and endnotes and text boxes behind the text. Page headers, comments, tracked deletions, hidden words and field
 * codes are left out.
 * @throws UnreadableFile when it is no whole Word document, an older or encrypted one, or exceeds the limits
 */
export function readDoc(bytes: Uint8Array, options: ReadOptions = {}): RawDocument {
  const meter = new Meter(bytes, options)
  const file = openDocFile(bytes)
  const story = new DocStory(file, meter)
  for (const [start, end] of file.stories) story.read(start, end)
  return {
    reader: 'doc',
    mediaType: 'application/msword',
    blocks: blocksOf(story.flow, (table) => !hasRowsOfItsOwn(table), meter),
    ...(story.unread.length > 0 ? { unread: story.unread } : {}),
  }
}
