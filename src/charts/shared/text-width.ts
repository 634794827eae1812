/**
 * Width in px of a line of text before it is drawn: a glyph of Chinese or a triangle is as wide as the type is large, a
 * digit or a letter 0.56 of it, a mark of interpunction half of that.
 */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const glyph of text)
    ems += /[.,:;'’|·ijl ]/.test(glyph) ? 0.28 : narrow(glyph.codePointAt(0)!) ? 0.56 : 1
  return ems * size
}

/** Latin, Greek, Cyrillic, signs and arrows; shapes (▲) and all that follows are wide. */
function narrow(code: number): boolean {
  return code < 0x25a0
}
