import type { BrowserCommand } from 'vitest/node'
import type { StoredRows } from '../../src/db/cell'
import type { Bound } from '../../src/db/query'
import type { WholeFormat } from './whole-disclosure'

/** A question in SQL, with its values. */
export interface Asked {
  sql: string
  values: Bound[]
}

export const browserCommands: {
  askNative: BrowserCommand<[folder: string, questions: Asked[]], StoredRows[]>
  watchForeign: BrowserCommand<[origin: string]>
  drainForeign: BrowserCommand<[], string[]>
  holdBack: BrowserCommand<[path: string]>
  serveAs: BrowserCommand<[path: string, from: string, contentType: string]>
  madeDisclosure: BrowserCommand<[format: WholeFormat], number[]>
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    askNative(folder: string, questions: Asked[]): Promise<StoredRows[]>
    watchForeign(origin: string): Promise<void>
    drainForeign(): Promise<string[]>
    holdBack(path: string): Promise<void>
    serveAs(path: string, from: string, contentType: string): Promise<void>
    madeDisclosure(format: WholeFormat): Promise<number[]>
  }
}
