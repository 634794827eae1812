/** Something on the command line that cannot be read or written: one line, `place: what was expected: what was found`. */
export class InputFault extends Error {
  override readonly name = 'InputFault'

  constructor(place: string, expected: string, found: string, cause?: unknown) {
    super(`${place}: ${expected}: ${found}`.replace(/\s*\n\s*/gu, ' '), { cause })
  }
}
