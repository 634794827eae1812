/** Keeps values until they are taken again: outside memory where there are many. */
export interface Shelf<T> {
  put(name: string, value: T): Promise<void>
  take(name: string): Promise<T>
}

/** A shelf in memory, for few values. */
export function memoryShelf<T>(): Shelf<T> {
  const values = new Map<string, T>()
  return {
    put: async (name, value) => void values.set(name, value),
    take: async (name) => values.get(name)!,
  }
}

/** A shelf that keeps values as JSON on one for texts. */
export function jsonShelf<T>(texts: Shelf<string>): Shelf<T> {
  return {
    put: (name, value) => texts.put(name, JSON.stringify(value)),
    take: async (name) => JSON.parse(await texts.take(name)) as T,
  }
}
