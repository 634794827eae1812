import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../../../src/ingest/read/xlsx'
import { sheetData, xlsxFile } from '../../../support/xlsx-file'

describe('what lies over the cells of a sheet', () => {
  it('is told, with the cell that it begins at: pictures, charts, boxes with words', () => {
    const anchor = (row: number, col: number, content: string): string =>
      `<d:twoCellAnchor><d:from><d:col>${col}</d:col><d:colOff>0</d:colOff><d:row>${row}</d:row></d:from><d:to><d:col>9</d:col><d:row>99</d:row></d:to>${content}<d:clientData/></d:twoCellAnchor>`
    const box = (words: string): string =>
      `<d:sp><d:txBody><a:p><a:r><a:t>${words}</a:t></a:r></a:p></d:txBody></d:sp>`
    const drawing = [
      anchor(4, 2, '<d:pic/>'),
      anchor(9, 0, box('注：单位万元')),
      anchor(2, 1, box(' ')),
      anchor(20, 1, '<d:graphicFrame/>'),
    ].join('')
    const bytes = xlsxFile({ sheets: { 表: sheetData([['a', 1]]) }, drawing })
    expect(readXlsx(bytes).unread).toEqual([
      { what: 'picture', place: { sheet: '表', a1: 'C5' } },
      { what: 'object', place: { sheet: '表', a1: 'A10' } },
      { what: 'chart', place: { sheet: '表', a1: 'B21' } },
    ])
  })
})
