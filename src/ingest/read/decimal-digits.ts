/** An exact decimal number, `digits × 10^-scale`, as spreadsheets show it: at most 15 significant digits. */
export interface DecimalDigits {
  negative: boolean
  digits: bigint
  scale: number
}

const significant = 15

/**
 * Reads a stored number, written plainly or with an exponent. Spreadsheets store binary numbers, written with up to
 * 17 digits (185.61999999999998), and show 15 of them (185.62).
 * @returns null when it is no number of a spreadsheet
 */
export function decimalDigits(stored: string): DecimalDigits | null {
  const found = /^\s*([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,3}))?\s*$/u.exec(stored)
  if (!found) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = found
  if (whole === '' && fraction === '') return null
  if (whole.length + fraction.length > 400) return null
  const digits = BigInt(whole + fraction)
  const scale = fraction.length - Number(exponent)
  const excess = digits.toString().length - significant
  const value = { negative: sign === '-', digits, scale }
  const rounded = excess > 0 ? roundTo(value, scale - excess) : value
  return { ...rounded, negative: rounded.negative && rounded.digits !== 0n }
}

/** Rounded to so many decimals, halves away from zero. */
export function roundTo(value: DecimalDigits, decimals: number): DecimalDigits {
  const drop = value.scale - decimals
  if (drop <= 0) return { ...value, digits: value.digits * 10n ** BigInt(-drop), scale: decimals }
  const unit = 10n ** BigInt(drop)
  return { ...value, digits: (value.digits * 2n + unit) / (unit * 2n), scale: decimals }
}

/** The same digits, worth `10^power` as much. */
export function shifted(value: DecimalDigits, power: number): DecimalDigits {
  return { ...value, scale: value.scale - power }
}

/** Digits before and after the point, without sign; `decimals` of them after it. '' before the point below one. */
export function wholeAndFraction(value: DecimalDigits, decimals: number): [whole: string, fraction: string] {
  const { digits } = roundTo(value, decimals)
  const text = digits.toString().padStart(decimals, '0')
  const whole = text.slice(0, text.length - decimals).replace(/^0+/u, '')
  return [whole, text.slice(text.length - decimals)]
}

/** Power of ten of the first digit: 2 for 185.62, -1 for 0.5; 0 for zero. */
export function magnitude(value: DecimalDigits): number {
  return value.digits === 0n ? 0 : value.digits.toString().length - 1 - value.scale
}
