import { readFile } from 'node:fs/promises'
import type { CMapLoader } from '../../src/ingest/read/pdf/pdf'

/** The tables of Chinese letters that come with pdf.js. */
export const lettersOfPackage: CMapLoader = async (name) =>
  new Uint8Array(await readFile(new URL(`../../node_modules/pdfjs-dist/cmaps/${name}`, import.meta.url)))
