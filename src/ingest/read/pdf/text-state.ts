import type { OPS } from 'pdfjs-dist'
import type { Glyph, Turn } from './glyph'
import type { Matrix } from './matrix'
import { compose, identity, mapPoint, matrixOf } from './matrix'

/** What is needed of a font to place its signs. */
export interface Font {
  /** Width of one unit of a sign's width in text space, usually 1/1000. */
  unit: number
  vertical: boolean
  /** The library could not make anything of it: its signs are left out. */
  isLost: boolean
}

/** A sign as the library shows it; a number in its place moves on by thousandths of the font's size. */
export interface ShownSign {
  unicode: string
  width: number
  isSpace: boolean
  vmetric?: readonly number[] | null
}

/** The text half of a graphics state (ISO 32000-1, 9.3), saved and restored with it. */
export interface TextState {
  font: Font
  size: number
  characterSpacing: number
  wordSpacing: number
  /** 1 where the page sets 100. */
  horizontalScale: number
  leading: number
  rise: number
  mode: number
}

export const initialTextState: TextState = {
  font: { unit: 0.001, vertical: false, isLost: false },
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
}

/** Modes 3 and 7 paint nothing. */
export function paints(state: TextState): boolean {
  return state.mode !== 3 && state.mode !== 7
}

/** The text state after an operator; the same object where the operator leaves it alone. */
export function textStateAfter(
  operator: number,
  args: readonly unknown[],
  text: TextState,
  ops: typeof OPS,
  fontOf: (name: string) => Font,
): TextState {
  const [first = 0, second = 0] = args as number[]
  switch (operator) {
    case ops.setFont:
      return { ...text, font: fontOf(args[0] as string), size: second }
    case ops.setCharSpacing:
      return { ...text, characterSpacing: first }
    case ops.setWordSpacing:
      return { ...text, wordSpacing: first }
    case ops.setHScale:
      return { ...text, horizontalScale: first / 100 }
    case ops.setLeading:
      return { ...text, leading: first }
    case ops.setLeadingMoveText:
      return { ...text, leading: -second }
    case ops.setTextRise:
      return { ...text, rise: first }
    case ops.setTextRenderingMode:
      return { ...text, mode: first }
    default:
      return text
  }
}

/** Where text is being written: the line's beginning and the next sign's place. */
export class TextCursor {
  #line: Matrix = identity
  #next: Matrix = identity

  /** Moves as an operator says; other operators leave it where it is. */
  follow(operator: number, args: readonly unknown[], text: TextState, ops: typeof OPS): void {
    const [x = 0, y = 0] = args as number[]
    if (operator === ops.beginText) this.#begin(identity)
    else if (operator === ops.setTextMatrix) this.#begin(matrixOf(args[0] as ArrayLike<number>))
    else if (operator === ops.moveText || operator === ops.setLeadingMoveText) this.#move(x, y)
    // The library's leading is the operator TL's, measured downwards.
    else if (operator === ops.nextLine) this.#move(0, -text.leading)
  }

  #begin(matrix: Matrix): void {
    this.#line = matrix
    this.#next = matrix
  }

  #move(x: number, y: number): void {
    this.#begin(compose(this.#line, [1, 0, 0, 1, x, y]))
  }

  /**
   * Places signs and moves on behind them.
   * @param toPage map from user space to the page, y down
   */
  show(signs: readonly (ShownSign | number)[], state: TextState, toPage: Matrix): Glyph[] {
    const glyphs: Glyph[] = []
    for (const sign of signs) {
      if (typeof sign === 'number') {
        this.#advance((-sign / 1000) * state.size, state)
        continue
      }
      const spacing = state.characterSpacing + (sign.isSpace ? state.wordSpacing : 0)
      const glyph = this.#place(sign, state, compose(toPage, this.#next))
      if (glyph) glyphs.push(glyph)
      // Down a column the second metric of a sign counts, below zero.
      const width = state.font.vertical ? (sign.vmetric?.[0] ?? -1000) : sign.width
      this.#advance(width * state.font.unit * state.size + spacing, state)
    }
    return glyphs
  }

  #advance(by: number, state: TextState): void {
    const [x, y] = state.font.vertical ? [0, by] : [by * state.horizontalScale, 0]
    this.#next = compose(this.#next, [1, 0, 0, 1, x, y])
  }

  #place(sign: ShownSign, state: TextState, toPage: Matrix): Glyph | null {
    const width = sign.width * state.font.unit * state.size * state.horizontalScale
    const [shiftX, shiftY] = state.font.vertical ? [-width / 2, -0.88 * state.size] : [0, state.rise]
    const [x, y] = mapPoint(toPage, shiftX, shiftY)
    const [alongX, alongY] = direction(toPage, state.size * state.horizontalScale, 0)
    const turn = turnOf(alongX, alongY)
    if (turn === null) return null
    const height = Math.hypot(...direction(toPage, 0, state.size))
    const advance = Math.abs(width) * Math.hypot(toPage[0], toPage[1])
    return { text: sign.unicode, x, y, turn, advance, size: height, visible: true }
  }
}

function direction(matrix: Matrix, x: number, y: number): [number, number] {
  return [matrix[0] * x + matrix[2] * y, matrix[1] * x + matrix[3] * y]
}

/** The quarter turn of a direction (y down), or null for slanting text: watermarks, stamps. */
function turnOf(x: number, y: number): Turn | null {
  const length = Math.hypot(x, y)
  if (length === 0 || !Number.isFinite(length)) return null
  if (Math.abs(y) < 0.08 * length) return x > 0 ? 0 : 2
  if (Math.abs(x) < 0.08 * length) return y > 0 ? 1 : 3
  return null
}
