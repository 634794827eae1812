import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')

/** Tables of Chinese encodings (CMap) for pdf files whose fonts are not in the file, as pdfjs-dist ships them. */
export async function cMaps(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(folder, name)))
}
