import { describe, expect, it } from 'vitest'
import { documentSources } from '../../../src/queries/document-sources'
import { factsOfDocument } from '../../../src/queries/facts-of-document'
import { placesOfDocument } from '../../../src/queries/places-of-document'
import { Disclosure, pick } from '../../support/disclosure'
import { rowOf } from '../../support/rows'

describe('document sources', () => {
  it('gives one row per published file, each with the document’s words', async () => {
    const d = new Disclosure('final')
    Object.assign(d.rows.documents[0]!, { title: '决算公开', unit_name: '某局', region_code: '210400' })
    d.rows.sources = [
      rowOf('sources', { document_id: d.id, source_no: 2, file: 'tables.xlsx' }),
      rowOf('sources', {
        document_id: d.id,
        source_no: 1,
        file: 'text.docx',
        url: 'https://example.org/text.docx',
      }),
    ]
    const rows = await d.ask(documentSources, { document: d.id })
    expect(
      pick(
        rows,
        'file',
        'url',
        'title',
        'unitName',
        'year',
        'stage',
        'declaredUnit',
        'regionCode',
        'unitCode',
      ),
    ).toEqual([
      [
        'text.docx',
        'https://example.org/text.docx',
        '决算公开',
        '某局',
        2023,
        'final',
        '万元',
        '210400',
        null,
      ],
      ['tables.xlsx', null, '决算公开', '某局', 2023, 'final', '万元', '210400', null],
    ])
  })
})

describe('facts of a document', () => {
  it('gives amounts in fen’s own money, other figures as plain decimals, in the order of the text', async () => {
    const d = new Disclosure('final')
      .fact('three_public', '7.24')
      .fact('three_public', '241.33', { key: 'completion_rate', base: 'initial' })
      .fact('three_public', '8.28', {
        basis: 'derived',
        fiscal_year: 2022,
        low_fen: 8_260_000n,
        high_fen: 8_300_000n,
        formula: 'a − b',
        inputs: 'F1 F2',
      })
    const rows = await d.ask(factsOfDocument, { document: d.id })
    expect(
      pick(rows, 'factNo', 'key', 'amount', 'number', 'base', 'low', 'high', 'year', 'basis', 'inputs'),
    ).toEqual([
      [1, 'amount', '7.24', null, null, null, null, 2023, 'text', null],
      [2, 'completion_rate', null, '241.33', 'initial', null, null, 2023, 'text', null],
      [3, 'amount', '8.28', null, null, '8.26', '8.3', 2022, 'derived', 'F1 F2'],
    ])
  })
})

describe('places of a document', () => {
  const regions = [
    rowOf('regions', { region_code: '130600', name: '保定市', level: 'prefecture', parent: '130000' }),
    rowOf('regions', { region_code: '130000', name: '河北省', level: 'province' }),
    rowOf('regions', { region_code: '130624', name: '阜平县', level: 'county', parent: '130600' }),
    rowOf('regions', { region_code: '210000', name: '辽宁省', level: 'province' }),
  ]

  it('leads from the province down to the unit’s place', async () => {
    const d = new Disclosure('budget')
    d.rows.regions = regions
    d.rows.documents[0]!.region_code = '130624'
    expect(pick(await d.ask(placesOfDocument, { document: d.id }), 'code', 'name', 'level')).toEqual([
      ['130000', '河北省', 'province'],
      ['130600', '保定市', 'prefecture'],
      ['130624', '阜平县', 'county'],
    ])
  })

  it('is empty where the place is unknown', async () => {
    const d = new Disclosure('budget')
    d.rows.regions = regions
    expect(await d.ask(placesOfDocument, { document: d.id })).toEqual([])
  })
})
