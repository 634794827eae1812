import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InputFault } from '../../../scripts/input-fault'
import { replaceFolder } from '../../../scripts/replace-folder'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replace-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
const files = [
  { path: 'catalog.json', bytes: bytes('new') },
  { path: 'answers/a.json', bytes: bytes('a') },
]
type Write = (file: (typeof files)[number]) => Promise<void>
const writing =
  (all = files) =>
  async (write: Write): Promise<number> => {
    for (const file of all) await write(file)
    return all.length
  }

describe('a folder is replaced', () => {
  it('by exactly the files given, and nothing is left beside it', async () => {
    const place = join(folder, 'data')
    mkdirSync(place)
    writeFileSync(join(place, 'catalog.json'), 'old')
    writeFileSync(join(place, 'stale.json'), 'old')
    expect(await replaceFolder(place, 'catalog.json', writing())).toBe(2)
    expect(readdirSync(place).sort()).toEqual(['answers', 'catalog.json'])
    expect(readFileSync(join(place, 'catalog.json'), 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['data'])
  })

  it('where there was none, with the folders above it', async () => {
    await replaceFolder(join(folder, 'a/b/data'), 'catalog.json', writing())
    expect(readFileSync(join(folder, 'a/b/data/answers/a.json'), 'utf8')).toBe('a')
  })

  it('not at all when a file cannot be written: the old one stands and nothing is left beside it', async () => {
    const place = join(folder, 'data')
    mkdirSync(place)
    writeFileSync(join(place, 'catalog.json'), 'old')
    const clash = [...files, { path: 'catalog.json/inside', bytes: bytes('x') }]
    await expect(replaceFolder(place, 'catalog.json', writing(clash))).rejects.toThrow(
      /data: a place that can be written: /,
    )
    expect(readFileSync(join(place, 'catalog.json'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['data'])
  })

  it('not at all when making a file fails: what made it fail is told as it is', async () => {
    const place = join(folder, 'data')
    mkdirSync(place)
    writeFileSync(join(place, 'catalog.json'), 'old')
    const failing = async (write: Write) => {
      await writing()(write)
      throw new RangeError('a figure of 14 digits')
    }
    await expect(replaceFolder(place, 'catalog.json', failing)).rejects.toThrow(RangeError)
    expect(readFileSync(join(place, 'catalog.json'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['data'])
  })

  it('never when it is a file or holds something else', async () => {
    writeFileSync(join(folder, 'file'), 'x')
    await expect(replaceFolder(join(folder, 'file'), 'catalog.json', writing())).rejects.toThrow(InputFault)
    await expect(replaceFolder(folder, 'catalog.json', writing())).rejects.toThrow(/: other files$/)
    expect(readdirSync(folder)).toEqual(['file'])
  })
})
