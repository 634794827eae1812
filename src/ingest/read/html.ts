import type { DefaultTreeAdapterMap, TreeAdapter } from 'parse5'
import { defaultTreeAdapter, parse } from 'parse5'
import type { RawDocument } from '../raw'
import { UnreadableFile } from '../raw'
import { blocksOf } from './flow'
import { decodeHtml } from './html-encoding'
import { HtmlStory } from './html-story'
import type { ReadOptions } from './meter'
import { Meter } from './meter'

/** Elements within one another: pages have less than a hundred. */
const deepest = 1000

/**
 * Reads a web page, also one that a spreadsheet saved under another name: lines and tables in reading order, merged cells
 * kept. Tables that hold tables only arrange the page and give way to them. Scripts, styles and templates are left out;
 * what is on the page stays plain text.
 * @throws UnreadableFile when its bytes are in no known encoding or it exceeds the limits
 */
export function readHtml(bytes: Uint8Array, options: ReadOptions = {}): RawDocument {
  const meter = new Meter(bytes, options)
  const page = parse<DefaultTreeAdapterMap>(decodeHtml(bytes), { treeAdapter: watched(meter) })
  const story = new HtmlStory(meter)
  story.walk(page)
  return {
    reader: 'html',
    mediaType: 'text/html',
    blocks: blocksOf(story.finish(), () => true, meter),
    ...(story.unread.length > 0 ? { unread: story.unread } : {}),
  }
}

/** The usual tree, built under the eyes of the meter. */
function watched(meter: Meter): TreeAdapter<DefaultTreeAdapterMap> {
  let depth = 0
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      meter.step()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    onItemPush() {
      depth += 1
      if (depth > deepest) {
        throw new UnreadableFile(`elements at most ${deepest} deep`, 'more within one another', 'too-large')
      }
    },
    onItemPop() {
      depth -= 1
    },
  }
}
