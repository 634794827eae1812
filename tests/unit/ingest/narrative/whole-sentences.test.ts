import { describe, expect, it } from 'vitest'
import { wholeSentences } from '../../../../src/ingest/narrative/whole-sentences'
import type { Paragraph } from '../../../../src/ingest/raw'

/** Paragraphs with the page that each begins on. */
function onPages(...lines: [page: number, text: string][]): Paragraph[] {
  return lines.map(([page, text]) => ({
    kind: 'paragraph',
    text,
    spans: [{ start: 0, place: { page, box: [70, 700, 400, 16] } }],
  }))
}

const texts = (paragraphs: Paragraph[]): string[] => wholeSentences(paragraphs).map(({ text }) => text)

describe('a sentence that a page break cut', () => {
  it('is made whole, the page number at the break left out, and keeps the place of each half', () => {
    const cut = onPages(
      [3, '1．行政事业单位离退休（类）未归口管理的行政单位离退'],
      [3, '─11─'],
      [4, '休支出（项）271.45万元，增加5.72%。'],
    )
    const [whole, ...others] = wholeSentences(cut)
    expect(others).toEqual([])
    expect(whole!.text).toBe(
      '1．行政事业单位离退休（类）未归口管理的行政单位离退休支出（项）271.45万元，增加5.72%。',
    )
    expect(whole!.spans.map(({ start, place }) => [start, 'page' in place && place.page])).toEqual([
      [0, 3],
      [26, 4],
    ])
  })

  it('loses a page number that stands in its own paragraph', () => {
    expect(
      texts(
        onPages(
          [3, '（二）公用经费1642.08万元。主要包括：办公费、水费、─ 12 ─'],
          [4, '电费、差旅费等支出。'],
        ),
      ),
    ).toEqual(['（二）公用经费1642.08万元。主要包括：办公费、水费、电费、差旅费等支出。'])
  })

  it('is none where the words end, open something new, or stand on the same page', () => {
    const apart: [number, string][][] = [
      [
        [3, '公务接待费支出384.75万元，与上年相比减少5万元。'],
        [4, '会议费支出3万元，增加1万元。'],
      ],
      [
        [3, '公务接待费支出384.75万元，与上年相比减少5万元'],
        [4, '2.会议费支出3万元，增加1万元。'],
      ],
      [
        [3, '公务接待费支出384.75万元，与上年相比减少5万元'],
        [4, '三、其他重要事项的情况说明'],
      ],
      [
        [3, '公务接待费支出384.75万元，与上年相比减少5万元'],
        [3, '会议费支出3万元，增加1万元。'],
      ],
      [
        [3, '一、收入支出总体情况'],
        [4, '收入总计3万元，增加1万元。'],
      ],
    ]
    for (const lines of apart) expect(texts(onPages(...lines))).toEqual(lines.map(([, text]) => text))
  })

  it('is left alone in formats without pages', () => {
    const lines: Paragraph[] = ['公务接待费支出384.75万元，与上年相比', '减少5万元，降低3%。'].map(
      (text, line) => ({
        kind: 'paragraph',
        text,
        spans: [{ start: 0, place: { line: line + 1 } }],
      }),
    )
    expect(wholeSentences(lines)).toEqual(lines)
  })
})
