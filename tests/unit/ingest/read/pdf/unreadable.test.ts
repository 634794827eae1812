import { describe, expect, it } from 'vitest'
import type { RawDocument } from '../../../../../src/ingest/raw'
import { readLimits, UnreadableFile } from '../../../../../src/ingest/raw'
import { readPdf } from '../../../../../src/ingest/read/pdf/pdf'
import type { PdfFileOptions } from '../../../../support/pdf-file'
import { pdfFile, PdfPage } from '../../../../support/pdf-file'
import { lettersOfPackage } from '../../../../support/pdf-letters'
import { outline, paragraphsOf } from '../../../../support/raw-text'

const words = '本部门二〇二四年度收入支出决算总体情况说明如下，单位为万元。'
const page = (): PdfPage => new PdfPage().text(60, 90, words)
const file = (options?: PdfFileOptions): Uint8Array => pdfFile([page(), page()], options)

/** Why a file is refused: the error's reason and what it found. */
async function refusal(work: Promise<RawDocument>): Promise<[string, string]> {
  const error = await work.then(
    () => null,
    (cause: unknown) => cause,
  )
  if (!(error instanceof UnreadableFile)) throw new Error('expected UnreadableFile', { cause: error })
  return [error.reason, error.found]
}

describe('a pdf with a lock', () => {
  it('is refused with a plain word when it needs a password', async () => {
    const locked = file({ password: { user: 'secret', owner: 'owner' } })
    expect(await refusal(readPdf(locked))).toEqual(['encrypted', 'a pdf with a password'])
  })

  it('is read when only changes are locked', async () => {
    expect(paragraphsOf(await readPdf(file({ password: { owner: 'owner' } })))).toEqual([words, words])
  })
})

describe('a pdf that is not whole', () => {
  it('is refused wherever it was cut off', async () => {
    const whole = file()
    for (const share of [0.001, 0.2, 0.5, 0.9, 0.97]) {
      const [, found] = await refusal(readPdf(whole.slice(0, Math.floor(whole.length * share))))
      expect(found).toBe('a pdf without its end: it was cut off')
    }
  })

  it('is refused when a later save was cut off', async () => {
    const later = new Uint8Array([...file(), ...new TextEncoder().encode('9 0 obj\n<</Type/Page')])
    expect((await refusal(readPdf(later)))[1]).toBe('a pdf without its end: it was cut off')
  })

  it('is refused when what draws a page is damaged, instead of losing a part of it', async () => {
    const damaged = file()
    const latin = new TextDecoder('latin1').decode(damaged)
    const stream = latin.lastIndexOf('>>stream\n') + 9
    damaged.fill(0xff, stream + 10, stream + 40)
    expect((await refusal(readPdf(damaged)))[1]).toBe('a pdf with damaged parts')
  })

  it('is refused when it is none at all', async () => {
    const other = new TextEncoder().encode('%PDF-1.4\nnothing\nstartxref\n0\n%%EOF')
    expect((await refusal(readPdf(other)))[0]).toBe('broken')
  })
})

describe('a page without words that can be read', () => {
  const scan = (): PdfPage => new PdfPage().picture(20, 20, 555, 800)

  it('makes a scan of a file that has no others', async () => {
    expect(await refusal(readPdf(pdfFile([scan(), scan()])))).toEqual([
      'scan',
      'a scan without text, 2 pages of pictures',
    ])
    const recognized = scan().text(60, 90, words, { mode: 3 })
    expect((await refusal(readPdf(pdfFile([recognized]))))[0]).toBe('scan')
    expect((await refusal(readPdf(pdfFile([new PdfPage()]))))[0]).toBe('scan')
  })

  it('is told beside pages that are read; so are pictures on them', async () => {
    const pictured = page().picture(100, 300, 300, 200)
    const document = await readPdf(pdfFile([page(), scan(), pictured, new PdfPage()]))
    expect(outline(document.blocks)).toEqual([words, words])
    expect(document.unread).toEqual([
      { what: 'scan', place: { page: 2, box: [0, 0, 595, 842] } },
      { what: 'picture', place: { page: 3, box: [100, 300, 300, 200] } },
    ])
  })

  it('is told, or refused with the file, when its fonts do not say what their letters are', async () => {
    const meaningless = String.fromCharCode(...Array.from({ length: 60 }, (_, index) => 0x0e01 + index))
    const garbled = (): PdfPage => new PdfPage().text(60, 90, meaningless)
    expect((await refusal(readPdf(pdfFile([garbled(), page(), garbled()]))))[1]).toMatch(
      /2 pages whose fonts/u,
    )
    const document = await readPdf(pdfFile([garbled(), page()]))
    expect(document.unread).toEqual([{ what: 'letters', place: { page: 1, box: [0, 0, 595, 842] } }])
  })

  it('has its letters told when the library cannot make anything of their font', async () => {
    const lost = new PdfPage().text(60, 90, words, { font: 'F2' })
    const document = await readPdf(pdfFile([page(), lost], { encoding: 'Strange-H' }), {
      cMap: lettersOfPackage,
    })
    expect(document.unread).toEqual([{ what: 'letters', place: { page: 2, box: [0, 0, 595, 842] } }])
  })
})

describe('fonts that are not in the file', () => {
  const foreign = pdfFile([new PdfPage().text(60, 90, words, { font: 'F2' })], { encoding: 'UniGB-UCS2-H' })

  it('are read with the tables of letters handed in', async () => {
    expect(paragraphsOf(await readPdf(foreign, { cMap: lettersOfPackage }))).toEqual([words])
  })

  it('make an error where the tables are missing, never words left out', async () => {
    await expect(readPdf(foreign)).rejects.toThrow(
      'UniGB-UCS2-H.bcmap: expected a table of Chinese letters, found none',
    )
  })
})

describe('figures in columns without rules', () => {
  const unruled = (): PdfPage => {
    const table = new PdfPage().text(200, 60, '收入支出决算总表', { size: 16 })
    for (const [index, name] of ['教育支出', '卫生健康支出', '住房保障支出', '其他支出'].entries()) {
      table
        .text(60, 100 + index * 20, name)
        .text(300, 100 + index * 20, '1,262.08')
        .text(450, 100 + index * 20, '0.00')
    }
    return table
  }

  it('are told as an unruled table and never made one', async () => {
    const document = await readPdf(pdfFile([unruled()]))
    expect(document.blocks.every((block) => block.kind === 'paragraph')).toBe(true)
    expect(document.unread).toEqual([{ what: 'unruled table', place: { page: 1, box: [0, 0, 595, 842] } }])
  })

  it('are told where rules only part the rows', async () => {
    const rows = ['教育支出', '卫生健康支出', '住房保障支出', '其他支出'].map((name) => [
      `${name}  1,262.08  0.00`,
    ])
    const document = await readPdf(
      pdfFile([new PdfPage().table({ left: 60, top: 100, widths: [400], rows })]),
    )
    expect(document.unread).toEqual([{ what: 'unruled table', place: { page: 1, box: [0, 0, 595, 842] } }])
  })

  it('are not seen in prose or contents', async () => {
    const prose = new PdfPage()
    for (const index of [0, 1, 2, 3, 4]) {
      prose.text(60, 100 + index * 40, `${index + 1}、教育支出1,262.08万元，占12.50%，比上年增加36.00万元。`)
      prose.text(60, 120 + index * 40, '二、收入决算表').text(500, 120 + index * 40, String(index + 10))
    }
    expect((await readPdf(pdfFile([prose]))).unread).toBeUndefined()
  })
})

describe('limits', () => {
  it('end the reading of too many bytes, pages or cells', async () => {
    const limited = (limits: object): Promise<[string, string]> =>
      refusal(
        readPdf(
          pdfFile([page(), page().table({ left: 60, top: 200, widths: [50, 50], rows: [['1', '2']] })]),
          { limits: { ...readLimits, ...limits } },
        ),
      )
    expect((await limited({ bytes: 1000 }))[0]).toBe('too-large')
    expect(await limited({ pages: 1 })).toEqual(['too-large', '2 pages'])
    expect((await limited({ cells: 1 }))[0]).toBe('too-large')
  })

  it('end the reading when the time is over or it is called off', async () => {
    expect(await refusal(readPdf(file(), { limits: { ...readLimits, milliseconds: 0 } }))).toEqual([
      'too-large',
      'more time',
    ])
    const off = new AbortController()
    const work = readPdf(file(), { signal: off.signal, onPage: () => off.abort(new Error('called off')) })
    await expect(work).rejects.toThrow('called off')
  })

  it('call a page off that takes long', async () => {
    const long = new PdfPage().raw('0 0 m 10 0 l S\n'.repeat(400_000))
    const began = performance.now()
    const work = readPdf(pdfFile([long]), { limits: { ...readLimits, milliseconds: 400 } })
    expect(await refusal(work)).toEqual(['too-large', 'more time'])
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  it('end what unpacks without end, and what draws more rules than any table has', async () => {
    const bomb = new PdfPage().raw('0 0 m\n'.repeat(3_000_000))
    expect(await refusal(readPdf(pdfFile([bomb])))).toEqual(['too-large', 'a stream that unpacks to more'])
    const dense = new PdfPage(1000, 1000).raw(
      Array.from({ length: 25_000 }, (_, index) => {
        const x = (index % 100) * 9
        const y = Math.floor(index / 100) * 3.5
        return `${x} ${y} m ${x + 5} ${y} l S`
      }).join('\n'),
    )
    expect((await refusal(readPdf(pdfFile([dense]))))[0]).toBe('too-large')
  })

  it('leave the bytes they are given as they are, and tell of each page', async () => {
    const bytes = file()
    const before = bytes.slice()
    const told: [number, number][] = []
    await readPdf(bytes, { onPage: (...progress) => told.push(progress) })
    expect(bytes).toEqual(before)
    expect(told).toEqual([
      [1, 2],
      [2, 2],
    ])
  })
})
