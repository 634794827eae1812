import type { Extraction, Problem } from '../model/extraction'
import type { Shelf } from '../model/shelf'
import type { Registry } from '../reference/registry'
import { breath } from './breath'
import type { DisclosurePart } from './disclosure'
import { partOf, readDisclosure } from './disclosure'
import type { FileReading } from './file-reading'
import type { ReadPart } from './join-publications'
import { publicationsOf } from './join-publications'
import { UnreadableFile } from './raw'
import type { DisclosureKey, WholeKey } from './same-disclosure'
import { completeKeys, isWhole, keyOf } from './same-disclosure'

/** A file that has been read, and which disclosure it says it is of. */
export interface ReadFile {
  file: string
  sha256: string
  key: DisclosureKey
}

export interface JoinOptions {
  signal?: AbortSignal | undefined
  /** Told of each file that cannot be joined, which is then left out; without it the first one ends the work. */
  onFailure?: ((file: ReadFile, cause: unknown) => void) | undefined
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
 * Joins files, each once, whose readings lie on the shelf under their hashes, into what they say: one extraction for each
 * publication of a disclosure.
 * @throws FileFailure with the name of a file that is no disclosure, unless `onFailure` is told of it: the others go on
 */
export async function* joinFiles(
  files: readonly ReadFile[],
  registry: Registry,
  shelf: Shelf<FileReading>,
  options: JoinOptions = {},
): AsyncGenerator<Extraction, void> {
  const fail = (file: ReadFile, cause: unknown): void => {
    if (options.onFailure) options.onFailure(file, cause)
    else throw cause instanceof UnreadableFile ? new FileFailure(file.file, cause) : cause
  }
  const inOrder = [...files].sort((a, b) => inTextOrder([a.file, a.sha256], [b.file, b.sha256]))
  const keys = completeKeys(inOrder.map(({ key }) => key))
  const groups = new Map<string, { key: WholeKey; files: ReadFile[] }>()
  for (const [index, file] of inOrder.entries()) {
    const key = keys[index]!
    if (!isWhole(key)) {
      fail(file, notADisclosure(partOf(await shelf.take(file.sha256), registry)))
      continue
    }
    const { unit, fiscalYear, stage } = key
    const name = JSON.stringify([unit, fiscalYear, stage, unit === null ? file.sha256 : ''])
    const group = groups.get(name)
    if (group) group.files.push(file)
    else groups.set(name, { key, files: [file] })
  }
  for (const [, group] of [...groups].sort(([a], [b]) => inTextOrder([a], [b]))) {
    options.signal?.throwIfAborted()
    const parts: DisclosurePart[] = []
    for (const { sha256 } of group.files) {
      await breath()
      parts.push(partOf(await shelf.take(sha256), registry))
    }
    const refuse = (part: DisclosurePart): void =>
      fail(group.files[parts.indexOf(part)]!, notADisclosure(part))
    let publications: Extraction[] = []
    try {
      publications = await publicationsIn(parts, group.key, registry, refuse)
    } catch (cause) {
      if (!options.onFailure) throw cause
      for (const file of group.files) fail(file, cause)
    }
    yield* publications
  }
}

/**
 * The publications among the files of one unit, year and stage; later ones of the same unit and kind are revisions.
 * @param refuse told of a file that belongs to none of them and does not say itself what it is
 */
async function publicationsIn(
  parts: readonly DisclosurePart[],
  { stage, fiscalYear }: WholeKey,
  registry: Registry,
  refuse: (part: DisclosurePart) => void,
): Promise<Extraction[]> {
  const read: ReadPart[] = []
  for (const part of parts) {
    await breath()
    const alone = readDisclosure([part], stage, fiscalYear, registry)
    read.push({ part, key: keyOf(part.stated, registry), alone })
  }
  await breath()
  const ofKind = new Map<string, number>()
  return publicationsOf(read).flatMap((publication) => {
    const [first] = publication
    if (!isWhole(first!.key)) {
      for (const { part } of publication) refuse(part)
      return []
    }
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
    return [revision === 1 ? extraction : revised(extraction, revision)]
  })
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
