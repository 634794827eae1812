/** Index of the first place at or behind `from` where ASCII words stand in bytes, or -1. */
export function indexOf(bytes: Uint8Array, words: string, from: number): number {
  const first = words.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (standsAt(bytes, words, at)) return at
  }
  return -1
}

/** Index of the last place where ASCII words stand in bytes, or -1. */
export function lastIndexOf(bytes: Uint8Array, words: string): number {
  const first = words.charCodeAt(0)
  for (let at = bytes.lastIndexOf(first); at >= 0; at = at > 0 ? bytes.lastIndexOf(first, at - 1) : -1) {
    if (standsAt(bytes, words, at)) return at
  }
  return -1
}

function standsAt(bytes: Uint8Array, words: string, at: number): boolean {
  for (let index = 0; index < words.length; index += 1) {
    if (bytes[at + index] !== words.charCodeAt(index)) return false
  }
  return true
}
