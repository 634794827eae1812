/** The place of something in its published file, in the words of its format. Lines, rows and cells count from 1, offsets from 0. */
export type Locator =
  | { line: number; offset?: number; length?: number }
  | { page: number; box: [x: number, y: number, width: number, height: number] }
  | { sheet: string; a1: string }
  | { table: number; row: number; cell: number }
  | { paragraph: number; offset?: number; length?: number }
