/** Addresses of the tables of Chinese encodings (CMap) that come with pdf.js, files of the site's own. */
const addresses = import.meta.glob<string>('/node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** Fetches one by its file name (UniGB-UCS2-H.bcmap). @throws Error when it cannot be had */
export async function fetchCMap(name: string): Promise<Uint8Array> {
  const address = addresses[`/node_modules/pdfjs-dist/cmaps/${name}`]
  if (address === undefined)
    throw new Error(`${name}: expected a table of encodings, found none of that name`)
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${name}: expected a table of encodings, found HTTP ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
