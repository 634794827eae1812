/** Says where a value stands: asked only when it is wrong. */
type Where = () => string

/** Checks a value that came from outside; throws a RangeError `where: expected …, found …` for the first that is wrong. */
export type Shape = (value: unknown, where: Where) => void

export const text: Shape = (value, where) => {
  if (typeof value !== 'string') wrong(where(), 'text', value)
}

/** A whole number, zero or more. */
export const count: Shape = (value, where) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) wrong(where(), 'a whole number', value)
}

export const truth: Shape = (value, where) => {
  if (typeof value !== 'boolean') wrong(where(), 'true or false', value)
}

/** Text of a form that `sample` shows. */
export function matching(pattern: RegExp, sample: string): Shape {
  return (value, where) => {
    if (typeof value !== 'string' || !pattern.test(value)) wrong(where(), sample, value)
  }
}

export function oneOf(...words: readonly (string | null)[]): Shape {
  return (value, where) => {
    if (!words.includes(value as string)) wrong(where(), words.join(' | '), value)
  }
}

export function list(of: Shape): Shape {
  return (value, where) => {
    if (!Array.isArray(value)) return wrong(where(), 'a list', value)
    value.forEach((one, index) => of(one, () => `${where()}[${index}]`))
  }
}

/** An object with these members; those after `optional` may be absent. Members that are not named are let through. */
export function record(members: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape {
  const [required, possible] = [Object.entries(members), Object.entries(optional)]
  return (value, where) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return wrong(where(), 'an object', value)
    const found = value as Record<string, unknown>
    for (const [name, shape] of required) shape(found[name], inside(where, name))
    for (const [name, shape] of possible) {
      if (found[name] !== undefined) shape(found[name], inside(where, name))
    }
  }
}

export function orNull(shape: Shape): Shape {
  return (value, where) => {
    if (value !== null) shape(value, where)
  }
}

function inside(where: Where, name: string): Where {
  return () => (where() === '' ? name : `${where()}.${name}`)
}

/** Throws the one line that every wrong value ends in. */
export function wrong(where: string, expected: string, found: unknown): never {
  const shown = found === undefined ? 'nothing' : (JSON.stringify(found) ?? typeof found).slice(0, 60)
  throw new RangeError(`${where}: expected ${expected}, found ${shown}`)
}
