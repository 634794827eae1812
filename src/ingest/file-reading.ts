import type { ExtractionSource } from '../model/extraction'
import { sha256 } from '../model/sha256'
import type { RawDocument } from './raw'
import type { FileOptions } from './read/read-file'
import { readFile } from './read/read-file'

/** A published file, as dropped on the page or given on the command line. */
export interface PublishedFile {
  /** Without a path. */
  name: string
  /** Its bytes, or how to get them when its turn comes. */
  bytes: Uint8Array | (() => Promise<Uint8Array>)
}

/** A file as its reader delivers it, with what it is. */
export interface FileReading {
  source: Omit<ExtractionSource, 'source_no'>
  raw: RawDocument
}

/** @throws UnreadableFile when no reader can read it */
export async function readPublishedFile(file: PublishedFile, options: FileOptions): Promise<FileReading> {
  const bytes = typeof file.bytes === 'function' ? await file.bytes() : file.bytes
  const raw = await readFile(bytes, file.name, options)
  return {
    source: {
      file: file.name,
      sha256: await sha256(bytes),
      bytes: bytes.length,
      mediaType: raw.mediaType,
      reader: raw.reader,
    },
    raw,
  }
}
