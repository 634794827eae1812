import type { FileReading } from '../ingest/file-reading'
import { memoryShelf } from '../model/shelf'
import { readForJoining } from '../ingest/pipeline'
import { readLimits, UnreadableFile } from '../ingest/raw'
import type { FileOptions } from '../ingest/read/read-file'
import type { Registry } from '../reference/registry'
import type { OrderedFile, ReadOrder, Refusal, Told } from './messages'
import type { DroppedFile } from './read-result'
import { readingOf } from './read-result'
import { refusalOf } from './refusal'

export interface DeskOptions {
  /** Gets the names that documents are resolved against; asked for with the first order. */
  registry: () => Promise<Registry>
  cMap?: FileOptions['cMap']
  tell: (told: Told) => void
}

/**
 * Reads the files of an order one after another, then joins them into disclosures. What has been read is kept, so that files
 * of one disclosure may come one by one; an order that comes while another is worked on takes its place.
 */
export class ReadingDesk {
  readonly #options: DeskOptions
  readonly #shelf = memoryShelf<FileReading>()
  /** Every file that was read or refused, by its number. */
  readonly #done = new Map<number, DroppedFile | Refusal>()
  #order: ReadOrder = { round: 0, files: [] }
  #working: Promise<void> | null = null
  #registry: Registry | null = null

  constructor(options: DeskOptions) {
    this.#options = options
  }

  /** Resolves when no order is left to work on. */
  take(order: ReadOrder): Promise<void> {
    this.#order = order
    this.#working ??= this.#work().finally(() => {
      this.#working = null
    })
    return this.#working
  }

  async #work(): Promise<void> {
    const { tell } = this.#options
    try {
      this.#registry ??= await this.#options.registry()
    } catch (cause) {
      return tell({ kind: 'broken', fault: 'registry', reason: String(cause) })
    }
    try {
      for (let told = 0; told !== this.#order.round;) told = await this.#answer(this.#registry)
    } catch (cause) {
      tell({ kind: 'broken', fault: 'crashed', reason: String(cause) })
    }
  }

  /** Reads what has not been read, and tells what all files of the latest order say. @returns its round */
  async #answer(registry: Registry): Promise<number> {
    for (let next = this.#next(); next; next = this.#next()) await this.#read(next, registry)
    const { round, files } = this.#order
    const read = files.flatMap(({ no }) => this.#done.get(no) ?? []).filter(isRead)
    const result = await readingOf(read, registry, this.#shelf)
    this.#options.tell({ kind: 'result', round, result })
    return round
  }

  /** The first file of the order that has not been looked at. */
  #next(): OrderedFile | undefined {
    return this.#order.files.find(({ no }) => !this.#done.has(no))
  }

  async #read({ no, file }: OrderedFile, registry: Registry): Promise<void> {
    const { tell, cMap } = this.#options
    tell({ kind: 'started', no })
    try {
      const published = { name: file.name, bytes: () => bytesOf(file) }
      const onPage = (page: number, pages: number): void => tell({ kind: 'page', no, page, pages })
      const { read, reading } = await readForJoining(published, registry, { cMap, onPage })
      await this.#shelf.put(read.sha256, reading)
      this.#done.set(no, { no, read })
      tell({ kind: 'read', no })
    } catch (cause) {
      const refusal = refusalOf(cause)
      this.#done.set(no, refusal)
      tell({ kind: 'refused', no, refusal })
    }
  }
}

function isRead(done: DroppedFile | Refusal): done is DroppedFile {
  return 'read' in done
}

/** @throws UnreadableFile before a file is taken into memory that no reader would take */
async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > readLimits.bytes) {
    throw new UnreadableFile(`a file of at most ${readLimits.bytes} bytes`, `${file.size} bytes`, 'too-large')
  }
  return new Uint8Array(await file.arrayBuffer())
}
