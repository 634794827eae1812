import { compoundFile } from './compound-file'

/** Bytes of a record: its type, and what it holds; longer ones than BIFF allows go on in CONTINUE records by themselves. */
export type XlsRecord = [type: number, content: Uint8Array]

/** Little-endian numbers and texts one after another. */
export function packed(...values: (['u8' | 'u16' | 'u32' | 'f64', number] | Uint8Array)[]): Uint8Array {
  const bytes: number[] = []
  for (const value of values) {
    if (value instanceof Uint8Array) bytes.push(...value)
    else bytes.push(...number(...value))
  }
  return Uint8Array.from(bytes)
}

function number(kind: 'u8' | 'u16' | 'u32' | 'f64', value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8))
  if (kind === 'f64') view.setFloat64(0, value, true)
  else view.setUint32(0, value, true)
  return new Uint8Array(view.buffer).slice(0, { u8: 1, u16: 2, u32: 4, f64: 8 }[kind])
}

/** Numbers of two bytes. */
export function u16(...values: number[]): Uint8Array {
  return packed(...values.map((value): ['u16', number] => ['u16', value]))
}

/** A text with its length (two bytes, or one) and its flags; characters of two bytes unless `narrow`. */
export function biffText(text: string, options: { short?: boolean; narrow?: boolean } = {}): Uint8Array {
  const characters = [...text].map((character) => character.charCodeAt(0))
  return packed(
    [options.short ? 'u8' : 'u16', text.length],
    ['u8', options.narrow ? 0 : 1],
    options.narrow ? Uint8Array.from(characters) : u16(...characters),
  )
}

export interface XlsContent {
  sheets: { name: string; hidden?: boolean; kind?: number; records: XlsRecord[] }[]
  /** Number formats of the styles that follow the plain and the ruled one: style 2 is the first of them. */
  formats?: string[]
  /** The table of shared texts, whole, as one record or several. */
  sst?: XlsRecord[]
  /** Records of the workbook that stand before all others. */
  first?: XlsRecord[]
  version?: number
}

/** A workbook of Excel 97; style 0 is plain, 1 ruled on all sides, 2… ruled with the given number formats. */
export function xlsFile(content: XlsContent): Uint8Array {
  return compoundFile({ Workbook: xlsStream(content) })
}

/** The stream of such a workbook. */
export function xlsStream({
  sheets,
  formats = [],
  sst = [],
  first = [],
  version = 0x0600,
}: XlsContent): Uint8Array {
  const xf = (format: number, borders: number): XlsRecord => [
    0xe0,
    packed(u16(0, format, 0, 0, 0, borders, 0, 0, 0, 0)),
  ]
  const globals = (starts: number[]): XlsRecord[] => [
    [0x0809, u16(version, 5, 0, 0)],
    ...first,
    ...formats.map((format, index): XlsRecord => [0x041e, packed(u16(200 + index), biffText(format))]),
    xf(0, 0),
    xf(0, 0x1111),
    ...formats.map((_, index) => xf(200 + index, 0x1111)),
    ...sheets.map(({ name, hidden, kind }, index): XlsRecord => [
      0x85,
      packed(
        ['u32', starts[index] ?? 0],
        ['u8', hidden ? 1 : 0],
        ['u8', kind ?? 0],
        biffText(name, { short: true }),
      ),
    ]),
    ...sst,
    [0x0a, new Uint8Array()],
  ]
  const bodies = sheets.map(({ records }) =>
    streamOf([[0x0809, u16(version, 0x10, 0, 0)], ...records, [0x0a, new Uint8Array()]]),
  )
  let at = streamOf(globals([])).length
  const starts = bodies.map((body) => (at += body.length) - body.length)
  return packed(streamOf(globals(starts)), ...bodies)
}

function streamOf(records: XlsRecord[]): Uint8Array {
  return packed(...records.map(([type, content]) => packed(u16(type, content.length), content)))
}
