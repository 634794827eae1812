import type { RawDocument } from '../raw'
import type { ReadOptions } from './meter'
import type { FileKind } from './sniff'
import { sniff } from './sniff'

/** What every reader may be told, and what the one for pdf needs besides. */
export interface FileOptions extends ReadOptions {
  /** Reads a table of Chinese encodings, for pdf files whose fonts are not in the file. */
  cMap?: ((name: string) => Promise<Uint8Array>) | undefined
  /** Called after each page of a pdf. */
  onPage?: ((page: number, pages: number) => void) | undefined
}

type Reader = (bytes: Uint8Array, options: FileOptions) => RawDocument | Promise<RawDocument>

/** The reader of each format, loaded when the first file of its kind comes. */
const readers: Record<FileKind, () => Promise<Reader>> = {
  text: async () => (await import('./text')).readText,
  docx: async () => (await import('./docx')).readDocx,
  doc: async () => (await import('./doc')).readDoc,
  pdf: async () => (await import('./pdf/pdf')).readPdf,
  xlsx: async () => (await import('./xlsx')).readXlsx,
  xls: async () => (await import('./xls')).readXls,
  html: async () => (await import('./html')).readHtml,
}

/**
 * Reads a published file of any format, by its bytes.
 * @param fileName only used to say what an unknown file seems to be
 * @throws UnreadableFile when no reader takes it, or the reader of its kind cannot read it
 */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  options: FileOptions = {},
): Promise<RawDocument> {
  const read = await readers[sniff(bytes, fileName)]()
  return read(bytes, options)
}
