/**
 * Why a file of the snapshot cannot be used: it is not there, the server cannot be reached, a web page came in its
 * place (a portal's error page), it is cut short, altered, of an older or newer format, of another release, or not
 * what it should be.
 */
export type SnapshotFault =
  'missing' | 'unreachable' | 'html' | 'truncated' | 'altered' | 'older' | 'newer' | 'release' | 'malformed'

/** A file of the snapshot that cannot be used; says which, what was expected and what was found. */
export class SnapshotError extends Error {
  readonly fault: SnapshotFault
  /** Path inside the snapshot: `cells.parquet`. */
  readonly file: string

  constructor(fault: SnapshotFault, file: string, expected: string, found: string, cause?: unknown) {
    super(`${file}: expected ${expected}, found ${found}`, { cause })
    this.name = 'SnapshotError'
    this.fault = fault
    this.file = file
  }
}
