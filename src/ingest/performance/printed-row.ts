import type { Locator } from '../../model/locator'
import { readNumber } from '../../model/money'
import type { Grid } from '../forms/grid'
import { plain, trimmed } from '../forms/words'

/** A printed cell of a form: what it says and which columns it covers. */
export interface FormCell {
  /** As published, without the white space around it and the line ends inside it. */
  text: string
  /** For comparison with labels. */
  words: string
  /** First column it covers, and the one after its last. */
  from: number
  to: number
  /** Does it go on from the row above (merged downwards)? */
  goesOn: boolean
  place: Locator
}

/** The cells of a printed row from left to right, each once, empty ones too. */
export type FormRow = FormCell[]

export function formRows(grid: Grid): FormRow[] {
  return grid.rows.map((row, index) => {
    const cells: FormRow = []
    row.forEach((cell, col) => {
      if (!cell) return
      const last = cells.at(-1)
      if (last && row[col - 1] === cell) last.to = col + 1
      else {
        const text = trimmed(cell.text).replace(/\s*\r?\n\s*/gu, '')
        const goesOn = grid.rows[index - 1]?.[col] === cell
        cells.push({ text, words: labelWords(text), from: col, to: col + 1, goesOn, place: cell.place })
      }
    })
    return cells
  })
}

/** A label for comparison, without the colon that ends it. */
export function labelWords(text: string): string {
  return plain(text).replace(/:+$/u, '')
}

export function filled(row: FormRow): FormCell[] {
  return row.filter((cell) => cell.text !== '')
}

/** The cell that covers a column. */
export function cellAt(row: FormRow, column: number): FormCell | undefined {
  return row.find((cell) => cell.from <= column && column < cell.to)
}

/** Is the text a figure as forms print them: a number, perhaps with %, 分 or a unit of money? */
export function isFigure(text: string): boolean {
  return readFigure(text) !== null
}

/** A figure's plain decimal and the unit printed behind it, '' where none is; null when it is no single number. */
export function readFigure(text: string): { value: string; unit: string } | null {
  const found = /^(.*?)\s*(%|‰|亿元|万元|元|分)?$/su.exec(text.normalize('NFKC').trim())!
  const number = readNumber(found[1]!)
  if (number === null) return null
  return { value: number.value.toFixed(number.decimals), unit: found[2] ?? '' }
}
