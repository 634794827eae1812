import type { CatalogDocument } from '../db/catalog'
import type { ImportedRows } from '../db/schema'
import type { UnreadableReason } from '../ingest/raw'
import type { Extraction, Problem } from '../model/extraction'

/** What the page asks of the worker: to have read exactly these files. The latest order counts. */
export interface ReadOrder {
  round: number
  files: OrderedFile[]
}

/** A file that was dropped. */
export interface OrderedFile {
  /** Counts from 1, never used again for another file. */
  no: number
  file: File
}

/**
 * Why a file was not read: a reader's reason; no disclosure; gone (moved, changed or a folder); a fault of the program. What
 * was expected and found is for those who mend it.
 */
export interface Refusal {
  reason: UnreadableReason | 'no-disclosure' | 'gone' | 'fault'
  expected: string
  found: string
}

/** What the worker tells the page, in the order in which it happens. */
export type Told =
  | { kind: 'started'; no: number }
  | { kind: 'page'; no: number; page: number; pages: number }
  | { kind: 'read'; no: number }
  | { kind: 'refused'; no: number; refusal: Refusal }
  /** Everything that the files of an order say; told once all of them have been read or refused. */
  | { kind: 'result'; round: number; result: Reading }
  /** The worker cannot work: it needs something that it cannot have. */
  | { kind: 'broken'; fault: ReaderFault; reason: string }

/** Why no file can be read: the names that documents are resolved against could not be fetched; the browser is too old; the worker broke down. */
export type ReaderFault = 'registry' | 'browser' | 'crashed'

/** What the files of an order say. */
export interface Reading {
  disclosures: ReadDisclosure[]
  /** Files that were read but are no disclosure. */
  unplaced: { no: number; refusal: Refusal }[]
  /** The rows of all disclosures, in the tables of the snapshot. */
  rows: ImportedRows
}

/** A disclosure that was read from dropped files. */
export interface ReadDisclosure {
  /** Its entry beside those of the catalog; its id is not that of a shipped one. */
  document: CatalogDocument
  /** The dropped files that it was read from, files equal byte for byte included. */
  files: number[]
  extraction: Extraction
  /** Codes and amounts read of each table, in the order of the extraction's tables. */
  counts: { codes: number; amounts: number }[]
  /** What was not understood. */
  problems: Problem[]
}
