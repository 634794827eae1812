import type { OPS } from 'pdfjs-dist'
import type { Box } from './box'
import { holds, mapBox, overlap } from './box'
import type { Glyph } from './glyph'
import { centreOf } from './glyph'
import type { Matrix } from './matrix'
import { compose, matrixOf } from './matrix'
import { PathPainter } from './painted-path'
import { foldLookAlikes } from './look-alikes'
import type { Rules } from './rules'
import type { Font, ShownSign, TextState } from './text-state'
import { initialTextState, paints, TextCursor, textStateAfter } from './text-state'

/** What is drawn on one page, in points from its top left corner as a reader sees it. */
export interface Drawing {
  width: number
  height: number
  /** In the order in which the file draws them. */
  glyphs: Glyph[]
  rules: Rules
  /** Boxes of pictures that are no rules, unpacked or not. */
  pictures: Box[]
  /** Share, 0 to 1, of the pieces of text whose font is lost. */
  lost: number
}

/** A page as the library lists its operators. */
export interface Operators {
  fnArray: readonly number[]
  argsArray: readonly unknown[]
}

/** What is around the operators of a page. */
export interface PageSetting {
  /** From user space to the page, y down. */
  toPage: Matrix
  width: number
  height: number
  fontOf: (name: string) => Font
  /** Is a layer (optional content group) shown? */
  isShown: (layer: unknown) => boolean
}

/** Follows the operators of a page and keeps where signs and rules come to stand (ISO 32000-1, 8.4 and 9.4). */
export function drawingOf(operators: Operators, ops: typeof OPS, setting: PageSetting): Drawing {
  const painter = new PagePainter(ops, setting)
  for (const [index, operator] of operators.fnArray.entries()) {
    const args = operators.argsArray[index]
    painter.run(operator, Array.isArray(args) ? args : [])
  }
  const { width, height } = setting
  return {
    width,
    height,
    glyphs: painter.glyphs,
    rules: painter.paths.rules,
    pictures: painter.finish(),
    lost: painter.lostPieces / Math.max(painter.pieces, 1),
  }
}

interface GraphicsState {
  toPage: Matrix
  scope: Scope
  clip: Box
  lineWidth: number
  whiteStroke: boolean
  whiteFill: boolean
  text: TextState
}

/** What is painted under one map; under the map of a picture that was not unpacked it is nothing. */
interface Scope {
  painted: boolean
  outer: Scope | null
}

class PagePainter {
  readonly glyphs: Glyph[] = []
  readonly paths = new PathPainter()
  pieces = 0
  lostPieces = 0
  readonly #pictures: Box[] = []
  readonly #ops: typeof OPS
  readonly #setting: PageSetting
  readonly #saved: GraphicsState[] = []
  readonly #cursor = new TextCursor()
  /** One entry for each open marked content: is it shown? */
  readonly #layers: boolean[] = []
  #state: GraphicsState
  #clipsNext = false

  constructor(ops: typeof OPS, setting: PageSetting) {
    this.#ops = ops
    this.#setting = setting
    this.#state = {
      toPage: setting.toPage,
      scope: { painted: false, outer: null },
      clip: { left: 0, top: 0, right: setting.width, bottom: setting.height },
      lineWidth: 1,
      whiteStroke: false,
      whiteFill: false,
      text: initialTextState,
    }
  }

  run(operator: number, args: unknown[]): void {
    const ops = this.#ops
    switch (operator) {
      case ops.save:
      case ops.beginGroup:
        return this.#save()
      case ops.restore:
      case ops.endGroup:
      case ops.paintFormXObjectEnd:
      case ops.endAnnotation:
        return this.#restore()
      case ops.transform:
        return this.#transform(args as number[])
      case ops.paintFormXObjectBegin:
        this.#save()
        this.#transform(args[0] as ArrayLike<number> | null)
        return this.#clipTo(args[1] as ArrayLike<number> | null)
      case ops.beginAnnotation:
        this.#save()
        this.#set({ toPage: this.#setting.toPage })
        this.#clipTo(args[1] as ArrayLike<number> | null)
        this.#transform(args[2] as ArrayLike<number>)
        return this.#transform(args[3] as ArrayLike<number>)
      case ops.setLineWidth:
        return this.#set({ lineWidth: args[0] as number })
      case ops.setGState:
        return this.#setParameters(args[0] as [string, unknown][])
      case ops.setStrokeRGBColor:
      case ops.setStrokeColorN:
        return this.#set({ whiteStroke: args[0] === '#ffffff' })
      case ops.setFillRGBColor:
      case ops.setFillColorN:
        return this.#set({ whiteFill: args[0] === '#ffffff' })
      case ops.clip:
      case ops.eoClip:
        this.#clipsNext = true
        return
      case ops.constructPath:
        return this.#paintPath(args[0] as number, (args[1] as (ArrayLike<number> | null)[])[0], args[2])
      case ops.beginMarkedContent:
        this.#layers.push(true)
        return
      case ops.beginMarkedContentProps:
        this.#layers.push(args[0] !== 'OC' || this.#setting.isShown(args[1]))
        return
      case ops.endMarkedContent:
        this.#layers.pop()
        return
      case ops.showText:
        return this.#show(args[0] as (ShownSign | number)[])
      case ops.paintImageXObject:
      case ops.paintImageMaskXObject:
      case ops.paintInlineImageXObject:
      case ops.paintSolidColorImageMask:
      case ops.paintImageXObjectRepeat:
      case ops.paintImageMaskXObjectRepeat:
      case ops.paintInlineImageXObjectGroup:
      case ops.paintImageMaskXObjectGroup:
        return this.#paintPicture()
      case ops.shadingFill:
        this.paths.colour(this.#state.clip)
        return this.#markPainted()
      default:
        this.#set({ text: textStateAfter(operator, args, this.#state.text, ops, this.#setting.fontOf) })
        this.#cursor.follow(operator, args, this.#state.text, ops)
    }
  }

  /** @returns the pictures */
  finish(): Box[] {
    this.#leaveScope()
    return this.#pictures
  }

  #set(change: Partial<GraphicsState>): void {
    this.#state = { ...this.#state, ...change }
  }

  #save(): void {
    this.#saved.push(this.#state)
  }

  #restore(): void {
    const outer = this.#saved.pop()
    if (!outer) return
    if (outer.scope !== this.#state.scope) this.#leaveScope()
    this.#state = outer
  }

  #transform(matrix: ArrayLike<number> | null): void {
    const scope = { painted: false, outer: this.#state.scope }
    this.#set({ scope, toPage: compose(this.#state.toPage, matrixOf(matrix)) })
  }

  /** Large pictures are not unpacked (see open.ts): what is left of them is a map of their size and nothing painted. */
  #leaveScope(): void {
    const box = this.#unitSquare()
    const isLarge = Math.min(box.right - box.left, box.bottom - box.top) > 30
    if (!this.#state.scope.painted && isLarge && this.#isShown()) this.#addPicture(box)
  }

  #addPicture(box: Box): void {
    this.#pictures.push(box)
    this.paths.colour(box)
  }

  #unitSquare(): Box {
    return overlap(mapBox(this.#state.toPage, 0, 0, 1, 1), this.#state.clip)
  }

  #markPainted(): void {
    for (let scope: Scope | null = this.#state.scope; scope && !scope.painted; scope = scope.outer)
      scope.painted = true
  }

  #clipTo(corners: ArrayLike<number> | null): void {
    if (!corners || corners.length < 4) return
    const box = mapBox(this.#state.toPage, corners[0]!, corners[1]!, corners[2]!, corners[3]!)
    this.#set({ clip: overlap(this.#state.clip, box) })
  }

  #setParameters(parameters: [string, unknown][]): void {
    for (const [key, value] of parameters) {
      if (key === 'LW') this.#set({ lineWidth: value as number })
      if (key === 'Font') {
        const text = textStateAfter(
          this.#ops.setFont,
          value as unknown[],
          this.#state.text,
          this.#ops,
          this.#setting.fontOf,
        )
        this.#set({ text })
      }
    }
  }

  #isShown(): boolean {
    return !this.#layers.includes(false)
  }

  #paintPath(how: number, path: ArrayLike<number> | null | undefined, corners: unknown): void {
    const ops = this.#ops
    const { toPage, clip, lineWidth, whiteStroke, whiteFill } = this.#state
    const fillStroke = [
      ops.fillStroke,
      ops.eoFillStroke,
      ops.closeFillStroke,
      ops.closeEOFillStroke,
    ].includes(how)
    if (how !== ops.endPath) this.#markPainted()
    if (path && this.#isShown()) {
      this.paths.paint(path, toPage, {
        stroke: fillStroke || how === ops.stroke || how === ops.closeStroke,
        fill: fillStroke || how === ops.fill || how === ops.eoFill || how === ops.rawFillPath,
        width: lineWidth * Math.sqrt(Math.abs(toPage[0] * toPage[3] - toPage[1] * toPage[2])),
        clip,
        white: fillStroke
          ? whiteStroke && whiteFill
          : how === ops.stroke || how === ops.closeStroke
            ? whiteStroke
            : whiteFill,
      })
    }
    // The library gives the corners of the path's box with it; a clip of another shape is taken as its box.
    if (this.#clipsNext) this.#clipTo(corners as ArrayLike<number> | null)
    this.#clipsNext = false
  }

  #paintPicture(): void {
    this.#markPainted()
    if (!this.#isShown()) return
    const box = mapBox(this.#state.toPage, 0, 0, 1, 1)
    if (!this.paths.paintThin(box, false, this.#state.clip)) this.#addPicture(this.#unitSquare())
  }

  #show(signs: (ShownSign | number)[]): void {
    const { text, toPage, clip, whiteFill } = this.#state
    const glyphs = this.#cursor.show(signs, text, toPage)
    this.#markPainted()
    if (!this.#isShown() || !paints(text)) return
    this.pieces += 1
    if (text.font.isLost) this.lostPieces += 1
    for (const glyph of glyphs) {
      const [x, y] = centreOf(glyph)
      const isPrinted = !(whiteFill && text.mode === 0) || this.paths.hasGround(x, y)
      const visible = isPrinted && holds(clip, x, y, 1)
      this.glyphs.push({ ...glyph, text: foldLookAlikes(glyph.text), visible })
    }
  }
}
