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
