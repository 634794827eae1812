/** Something on the command line that cannot be read or written: one line, what was expected and what was found. */
export class InputFault extends Error {
  override readonly name = 'InputFault'
}
