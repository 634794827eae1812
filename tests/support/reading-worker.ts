import { readDoc } from '../../src/ingest/read/doc'
import { readDocx } from '../../src/ingest/read/docx'
import { readHtml } from '../../src/ingest/read/html'
import { sniff } from '../../src/ingest/read/sniff'
import { readXls } from '../../src/ingest/read/xls'
import { readXlsx } from '../../src/ingest/read/xlsx'
import { outline } from './raw-text'

/** A worker that reads the bytes it is sent and answers with their outline, or with what was wrong. */
const readers = { doc: readDoc, docx: readDocx, html: readHtml, xls: readXls, xlsx: readXlsx }

self.onmessage = (message: MessageEvent<Uint8Array>): void => {
  try {
    const kind = sniff(message.data)
    if (kind === 'text' || kind === 'pdf') throw new Error(`no reader for ${kind} here`)
    self.postMessage([kind, ...outline(readers[kind](message.data).blocks)])
  } catch (cause) {
    self.postMessage([String(cause)])
  }
}
