import type { MoneyUnit } from '../model/money'
import { defaultView, type View } from '../model/view'

/** An address word that was not understood and so ignored. */
export interface Ignored {
  key: string
  value: string
}

/** One key of the address: reads a value of the view (undefined when it is no such value) and writes it back. */
interface Field<T> {
  read: (text: string) => T | undefined
  write: (value: T) => string
}

function words<T extends string>(...allowed: T[]): Field<T> {
  return { read: (text) => allowed.find((word) => word === text), write: (value) => value }
}

function matching(pattern: RegExp): Field<string> {
  return { read: (text) => (pattern.test(text) ? text : undefined), write: (value) => value }
}

/** A field that may be absent from the view. */
function optional<T>(field: Field<T>): Field<T | null> {
  return { read: field.read, write: (value) => (value === null ? '' : field.write(value)) }
}

const moneyWords = new Map<string, MoneyUnit>([
  ['yuan', '元'],
  ['wan', '万元'],
  ['yi', '亿元'],
])

const fields: { [K in keyof View]: Field<View[K]> } = {
  page: words('home', 'unit', 'import'),
  unit: matching(/^[0-9]{6}-[a-z0-9-]{1,60}$/),
  year: optional({ read: (text) => (/^(19|20)\d\d$/.test(text) ? Number(text) : undefined), write: String }),
  stage: optional(words('budget', 'final')),
  from: optional(words('import')),
  tab: words('where', 'budget-actual', 'three-public', 'facts'),
  by: words('function', 'economic', 'income'),
  measure: words('total', 'basic', 'project'),
  at: matching(/^[0-9a-z_]{1,20}$/),
  rows: words('item', 'class', 'three-public'),
  sort: words('amount', 'deviation', 'rate'),
  money: optional({
    read: (text) => moneyWords.get(text),
    write: (unit) => [...moneyWords].find(([, shown]) => shown === unit)![0],
  }),
  lang: words('zh', 'en'),
  theme: words('auto', 'light', 'dark', 'contrast'),
  mode: words('standard', 'elder'),
}

const keys = Object.keys(fields) as (keyof View)[]

/** Reads the query part of an address. Unknown keys and values are ignored and reported, never executed or echoed as markup. */
export function parseView(search: string): { view: View; ignored: Ignored[] } {
  const view: View = { ...defaultView }
  const ignored: Ignored[] = []
  for (const [key, value] of new URLSearchParams(search)) {
    if (!keys.includes(key as keyof View) || !assign(view, key as keyof View, value)) {
      ignored.push({ key: key.slice(0, 40), value: value.slice(0, 40) })
    }
  }
  return { view, ignored }
}

function assign<K extends keyof View>(view: View, key: K, text: string): boolean {
  const value = fields[key].read(text)
  if (value === undefined) return false
  view[key] = value
  return true
}

/** Writes a view as the query part of an address, defaults left out, keys in the view's order. */
export function formatView(view: View): string {
  const search = new URLSearchParams()
  for (const key of keys) {
    if (view[key] !== defaultView[key]) search.set(key, write(view, key))
  }
  return search.toString()
}

function write<K extends keyof View>(view: View, key: K): string {
  return fields[key].write(view[key])
}
