import type { Extraction, Problem } from '../model/extraction'
import type { Shelf } from '../model/shelf'
import { memoryShelf } from '../model/shelf'
import type { Registry } from '../reference/registry'
import type { DisclosurePart } from './disclosure'
import { partOf, readDisclosure } from './disclosure'
import type { FileReading, PublishedFile } from './file-reading'
import { readPublishedFile } from './file-reading'
import type { ReadPart } from './join-publications'
import { publicationsOf } from './join-publications'
import { UnreadableFile } from './raw'
import type { FileOptions } from './read/read-file'
import type { DisclosureKey, WholeKey } from './same-disclosure'
import { completeKeys, isWhole, keyOf } from './same-disclosure'

export type { PublishedFile } from './file-reading'

/** How far the reading is: files done of all. */
export interface ReadProgress {
  file: string
  done: number
  of: number
}

export interface ExtractOptions extends FileOptions {
  onProgress?: ((progress: ReadProgress) => void) | undefined
  /** Where readings wait for the other files of their disclosure; in memory when it is not given. */
  shelf?: Shelf<FileReading> | undefined
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
 * Reads published files into what they say, one extraction for each publication of a disclosure, in an order that does
 * not depend on that of the files. Narrative and tables in files of their own are joined; files that are equal byte for
 * byte count once; publications of one disclosure that differ are revisions.
 * @throws FileFailure with the name of a file that cannot be read or is no disclosure
 */
export async function extract(
  files: readonly PublishedFile[],
  registry: Registry,
  options: ExtractOptions = {},
): Promise<Extraction[]> {
  const extractions: Extraction[] = []
  for await (const extraction of disclosuresIn(files, registry, options)) extractions.push(extraction)
  return extractions
}

/** The same one by one: no more is held in memory than the files of one disclosure, if a shelf outside takes the rest. */
export async function* disclosuresIn(
  files: readonly PublishedFile[],
  registry: Registry,
  options: ExtractOptions = {},
): AsyncGenerator<Extraction, void> {
  const shelf = options.shelf ?? memoryShelf<FileReading>()
  const seen = new Map<string, { file: string; key: DisclosureKey }>()
  for (const [done, file] of files.entries()) {
    options.signal?.throwIfAborted()
    options.onProgress?.({ file: file.name, done, of: files.length })
    const reading = await namingFile(file.name, () => readPublishedFile(file, options))
    const { sha256 } = reading.source
    if (seen.has(sha256)) continue
    seen.set(sha256, { file: file.name, key: keyOf(partOf(reading, registry).stated, registry) })
    await shelf.put(sha256, reading)
  }
  const inOrder = [...seen].sort(([a, one], [b, other]) => inTextOrder([one.file, a], [other.file, b]))
  const keys = completeKeys(inOrder.map(([, { key }]) => key))
  const groups = new Map<string, { key: WholeKey; hashes: string[] }>()
  for (const [index, [sha256, { file }]] of inOrder.entries()) {
    const key = keys[index]!
    if (!isWhole(key)) throw new FileFailure(file, notADisclosure(partOf(await shelf.take(sha256), registry)))
    const { unit, fiscalYear, stage } = key
    const name = JSON.stringify([unit, fiscalYear, stage, unit === null ? sha256 : ''])
    const group = groups.get(name)
    if (group) group.hashes.push(sha256)
    else groups.set(name, { key, hashes: [sha256] })
  }
  for (const [, { key, hashes }] of [...groups].sort(([a], [b]) => inTextOrder([a], [b]))) {
    options.signal?.throwIfAborted()
    const readings = await Promise.all(hashes.map((sha256) => shelf.take(sha256)))
    yield* publicationsIn(
      readings.map((reading) => partOf(reading, registry)),
      key,
      registry,
    )
  }
}

/** The publications among the files of one unit, year and stage; later ones of the same unit and kind are revisions. */
function* publicationsIn(
  parts: readonly DisclosurePart[],
  { stage, fiscalYear }: WholeKey,
  registry: Registry,
): Generator<Extraction, void> {
  const read = parts.map((part): ReadPart => {
    return {
      part,
      key: keyOf(part.stated, registry),
      alone: readDisclosure([part], stage, fiscalYear, registry),
    }
  })
  const publications = publicationsOf(read)
  const ofKind = new Map<string, number>()
  for (const publication of publications) {
    const [first] = publication
    if (!isWhole(first!.key))
      throw new FileFailure(first!.part.reading.source.file, notADisclosure(first!.part))
    const extraction =
      publication.length === 1
        ? first!.alone
        : readDisclosure(
            publication.map(({ part }) => part),
            stage,
            fiscalYear,
            registry,
          )
    const name = `${extraction.document.unitKind} ${first!.key.unit ?? first!.part.reading.source.sha256}`
    const revision = (ofKind.get(name) ?? 0) + 1
    ofKind.set(name, revision)
    yield revision === 1 ? extraction : revised(extraction, revision)
  }
}

function revised(extraction: Extraction, revision: number): Extraction {
  const problem: Problem = {
    rule: 'revision',
    severity: 'warn',
    where: 'document',
    expected: 'one publication of a unit, year and stage',
    found: `another one that prints some figures differently; this one counts as revision ${revision}`,
  }
  return {
    ...extraction,
    document: { ...extraction.document, revision },
    problems: [problem, ...extraction.problems],
  }
}

async function namingFile<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw cause instanceof UnreadableFile ? new FileFailure(file, cause) : cause
  }
}

function notADisclosure({ paragraphs, tables }: DisclosurePart): UnreadableFile {
  const beginning = paragraphs[0]?.text.slice(0, 30) ?? ''
  return new UnreadableFile(
    'a published budget or final account: a title or tables with 预算 or 决算 and a year',
    `${tables.length} tables, ${paragraphs.length} paragraphs${beginning ? `, beginning “${beginning}”` : ''}`,
  )
}

/** By their characters, whatever the locale. */
function inTextOrder(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [one.join('\0'), other.join('\0')]
  return a < b ? -1 : a > b ? 1 : 0
}
