import type { Extraction, ExtractionSource } from '../model/extraction'
import type { Registry } from '../reference/registry'
import { deriveFacts } from './derive/derive'
import { identify } from './document'
import { publishedTables } from './forms/surroundings'
import { readTable } from './forms/tables'
import { codeNamesIn, printedCodes } from './narrative/code-names'
import { readNarrative } from './narrative/narrative'
import type { Paragraph, RawDocument } from './raw'
import { UnreadableFile } from './raw'
import type { FileOptions } from './read/read-file'
import { readFile } from './read/read-file'

/** A published file, as dropped on the page or given on the command line. */
export interface PublishedFile {
  /** Without a path. */
  name: string
  bytes: Uint8Array
}

/** How far the reading is: files done of all. */
export interface ReadProgress {
  file: string
  done: number
  of: number
}

export interface ExtractOptions extends FileOptions {
  onProgress?: ((progress: ReadProgress) => void) | undefined
}

/** A file that could not be read, with its name. */
export class FileFailure extends Error {
  constructor(
    readonly file: string,
    override readonly cause: UnreadableFile,
  ) {
    super(`${file}: ${cause.message}`)
    this.name = 'FileFailure'
  }
}

/**
 * Reads published files into what they say, one extraction for each disclosure.
 * @throws FileFailure with the name of a file that cannot be read or is no disclosure
 */
export async function extract(
  files: readonly PublishedFile[],
  registry: Registry,
  options: ExtractOptions = {},
): Promise<Extraction[]> {
  const extractions: Extraction[] = []
  for (const [done, file] of files.entries()) {
    options.signal?.throwIfAborted()
    options.onProgress?.({ file: file.name, done, of: files.length })
    try {
      extractions.push(await extractOne(file, registry, options))
    } catch (cause) {
      throw cause instanceof UnreadableFile ? new FileFailure(file.name, cause) : cause
    }
  }
  return extractions
}

async function extractOne(
  file: PublishedFile,
  registry: Registry,
  options: FileOptions,
): Promise<Extraction> {
  const raw = await readFile(file.bytes, file.name, options)
  const published = publishedTables(raw.blocks)
  const { document, printedUnit, problems } = identify(raw, published, file.name, registry)
  const source = await sourceOf(file, raw)
  const context = {
    source_no: source.source_no,
    printedUnit,
    fiscalYear: document.fiscalYear,
    stage: document.stage,
    codes: registry.codes,
  }
  const paragraphs = raw.blocks.filter((block): block is Paragraph => block.kind === 'paragraph')
  const tables = published.map((table, index) => readTable(table, tableId(index + 1), context))
  const printed = printedCodes(tables.map(({ table }) => table))
  const names = codeNamesIn(registry.codes, document.fiscalYear, printed)
  const narrative = readNarrative(paragraphs, { ...context, declaredUnit: document.declaredUnit, names })
  const extraction: Extraction = {
    schema: 'mingzhang-extraction/1',
    sources: [source],
    document,
    tables: tables.map(({ table }) => table),
    facts: narrative.facts,
    statements: narrative.statements,
    projects: [],
    indicators: [],
    problems: [...problems, ...tables.flatMap((table) => table.problems), ...narrative.problems],
  }
  return { ...extraction, facts: [...narrative.facts, ...deriveFacts(extraction)] }
}

async function sourceOf(file: PublishedFile, raw: RawDocument): Promise<ExtractionSource> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(file.bytes))
  return {
    source_no: 1,
    file: file.name,
    sha256: [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    bytes: file.bytes.length,
    mediaType: raw.mediaType,
    reader: raw.reader,
  }
}

function tableId(number: number): string {
  return `T${String(number).padStart(2, '0')}`
}
