import type { CatalogDocument } from '../db/catalog'
import type { ImportedRows } from '../db/schema'
import type { ReadDisclosure, Reading, ReaderFault, Told } from '../reader/messages'
import type { Reader } from '../reader/start'
import { Calm } from './calm'
import { isUnderWay, onPage, type FileState, type ImportedFile } from './imported-file'
import { withoutDocuments } from './imported-rows'

/** A disclosure that was read, and the shipped one that was read from the same bytes, where there is one. */
export interface ImportedDisclosure extends ReadDisclosure {
  shippedTwin: string | null
}

export interface ImportOptions {
  start: (hear: (told: Told) => void) => Reader
  /** The shipped disclosure that was read from the same bytes, or null. */
  twinOf: (disclosure: ReadDisclosure) => Promise<string | null>
  /** Takes the disclosures that are not shipped already, with their rows, in place of those before. */
  hold: (documents: CatalogDocument[], rows: ImportedRows) => Promise<void>
}

interface Dropped extends ImportedFile {
  file: File
}

/**
 * 导入: the files that the reader dropped, how far each is, and what they say. A worker reads them; nothing is sent or kept
 * anywhere. What is shown changes at most ten times a second.
 */
export class ImportStore {
  readonly #options: ImportOptions
  #dropped: Dropped[] = []
  #reader: Reader | null = null
  #round = 0
  #last = 0
  readonly #calm = new Calm(() => this.#show())
  #files = $state.raw<ImportedFile[]>([])
  #disclosures = $state.raw<ImportedDisclosure[]>([])
  #fault = $state.raw<{ fault: ReaderFault; reason: string } | null>(null)

  constructor(options: ImportOptions) {
    this.#options = options
  }

  /** In the order in which they were dropped. */
  get files(): ImportedFile[] {
    return this.#files
  }

  get disclosures(): ImportedDisclosure[] {
    return this.#disclosures
  }

  /** Why no file can be read, or null. */
  get fault(): { fault: ReaderFault; reason: string } | null {
    return this.#fault
  }

  get isReading(): boolean {
    return this.#files.some(isUnderWay)
  }

  /** Reads further files. */
  add(files: Iterable<File>): void {
    for (const file of files) {
      this.#last += 1
      const state: FileState = { status: 'waiting' }
      this.#dropped.push({ no: this.#last, name: file.name, bytes: file.size, state, file })
    }
    this.#order()
  }

  /** Leaves a file and what it says. */
  remove(no: number): void {
    if (this.#dropped.some((one) => one.no === no && one.state.status === 'reading')) this.#endReader()
    this.#dropped = this.#dropped.filter((one) => one.no !== no)
    this.#order()
  }

  /** Ends the worker at once; what was read before stays. */
  stop(): void {
    this.#endReader()
    this.#each((one) => (isUnderWay(one) ? { status: 'stopped' } : one.state))
    this.#calm.changedAtOnce()
  }

  /** Reads again what was stopped, refused for a fault of the program, or could not be begun. */
  again(no?: number): void {
    this.#endReader()
    this.#each((one) => {
      const isMeant = no === undefined ? one.state.status === 'stopped' : one.no === no
      return isMeant ? { status: 'waiting' } : one.state
    })
    this.#order()
  }

  /** Orders what is to be read: all files but those that were stopped. */
  #order(): void {
    this.#fault = null
    this.#round += 1
    this.#calm.changedAtOnce()
    const files = this.#dropped.filter(({ state }) => state.status !== 'stopped')
    if (files.length === 0) {
      this.#endReader()
      void this.#take({ disclosures: [], unplaced: [], rows: withoutDocuments() })
      return
    }
    const reader = (this.#reader ??= this.#startReader())
    reader.send({ round: this.#round, files: files.map(({ no, file }) => ({ no, file })) })
  }

  /** What an ended worker still tells is not heard. */
  #startReader(): Reader {
    const reader: Reader = this.#options.start((told) => {
      if (this.#reader === reader) this.#hear(told)
    })
    return reader
  }

  #endReader(): void {
    this.#reader?.stop()
    this.#reader = null
  }

  #hear(told: Told): void {
    switch (told.kind) {
      case 'started':
        return this.#set(told.no, (state) =>
          state.status === 'waiting' ? { status: 'reading', share: null, pages: null } : state,
        )
      case 'page':
        return this.#set(told.no, (state) => onPage(state, told.page, told.pages))
      case 'read':
        return this.#set(told.no, (state) => (state.status === 'read' ? state : { status: 'joining' }))
      case 'refused':
        return this.#set(told.no, () => ({ status: 'refused', refusal: told.refusal }))
      case 'result':
        if (told.round === this.#round) void this.#take(told.result)
        return
      case 'broken':
        this.stop()
        this.#fault = { fault: told.fault, reason: told.reason }
    }
  }

  /** Shows what the files say, and hands over what is not here already. A later result overtakes. */
  async #take(result: Reading): Promise<void> {
    const round = this.#round
    const twins = await Promise.all(result.disclosures.map((one) => this.#options.twinOf(one)))
    if (round !== this.#round) return
    const disclosures = result.disclosures.map((one, index) => ({ ...one, shippedTwin: twins[index]! }))
    for (const { no, refusal } of result.unplaced) this.#set(no, () => ({ status: 'refused', refusal }))
    for (const { files } of disclosures) for (const no of files) this.#set(no, () => ({ status: 'read' }))
    this.#disclosures = disclosures
    const fresh = disclosures.filter(({ shippedTwin }) => shippedTwin === null)
    const here = disclosures.flatMap((one) => (one.shippedTwin === null ? [] : [one.document.id]))
    await this.#options.hold(
      fresh.map(({ document }) => document),
      withoutDocuments(result.rows, here),
    )
  }

  #set(no: number, change: (state: FileState) => FileState): void {
    this.#each((one) => (one.no === no ? change(one.state) : one.state))
    this.#calm.changed()
  }

  #each(change: (one: Dropped) => FileState): void {
    this.#dropped = this.#dropped.map((one) => ({ ...one, state: change(one) }))
  }

  #show(): void {
    this.#files = this.#dropped.map(({ no, name, bytes, state }) => ({ no, name, bytes, state }))
  }
}
