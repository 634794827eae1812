import type { Refusal } from '../reader/messages'

/** How a dropped file stands. */
export type FileState =
  | { status: 'waiting' }
  /** `share` 0…1 of its pages, null where the reader cannot tell how far it is. */
  | { status: 'reading'; share: number | null; pages: number | null }
  /** Its words and tables are here; what disclosure they make is being worked out. */
  | { status: 'joining' }
  | { status: 'read' }
  | { status: 'refused'; refusal: Refusal }
  | { status: 'stopped' }

/** A file that the reader dropped. */
export interface ImportedFile {
  no: number
  name: string
  bytes: number
  state: FileState
}

/** Is a file on its way: waiting, being read or joined? */
export function isUnderWay({ state }: ImportedFile): boolean {
  return state.status === 'waiting' || state.status === 'reading' || state.status === 'joining'
}

/** How far a file is, 0…1: what is told to all. */
export function shareOf({ state }: ImportedFile): number {
  if (state.status === 'waiting') return 0
  if (state.status === 'reading') return state.share ?? 0
  return 1
}

/** The state of a file one page further; a page that comes late takes nothing back. */
export function onPage(state: FileState, page: number, pages: number): FileState {
  if (state.status !== 'reading') return state
  const share = pages > 0 ? Math.min(1, page / pages) : 1
  return { status: 'reading', share: Math.max(share, state.share ?? 0), pages }
}
