import { decimal, defineQuery, orNull, text } from '../db/query'

/**
 * 团组, 人次, 批次, 人数, 车辆 beside 三公 amounts, as the text states them for the document's own year and stage.
 * One row per subject: the first place that states it.
 */
export const threePublicCounts = defineQuery({
  name: 'three-public-counts',
  keys: ['document'],
  sql: (of) => `
    WITH subjects(subject, place) AS (VALUES
      ('abroad.groups', 1), ('abroad.people', 2), ('vehicles.bought', 3), ('vehicles.kept', 4),
      ('reception.domestic.batches', 5), ('reception.domestic.people', 6),
      ('reception.foreign.batches', 7), ('reception.foreign.people', 8)
    ),
    stated AS (
      SELECT d.document_id, s.place, f.subject, f.label, f.number, f.unit, f.quote,
             row_number() OVER (PARTITION BY d.document_id, f.subject ORDER BY f.fact_no) AS mention
      FROM documents d JOIN facts f ON f.document_id = d.document_id AND f.fiscal_year = d.fiscal_year AND f.stage = d.stage
      JOIN subjects s ON s.subject = f.subject
      WHERE ${of.is('d.document_id')} AND f.key = 'count' AND f.basis = 'text' AND f.number IS NOT NULL
    )
    SELECT ${of.first('document_id')}subject, label, number, unit, nullif(quote, '') AS quote
    FROM stated WHERE mention = 1 ORDER BY ${of.first('document_id')}place`,
  bind: (p: { document: string }) => [p.document],
  row: {
    /** abroad.groups, abroad.people, vehicles.bought, vehicles.kept, reception.domestic.batches, reception.domestic.people, reception.foreign.batches, reception.foreign.people. */
    subject: text,
    label: text,
    number: decimal,
    unit: text,
    quote: orNull(text),
  },
  precomputed: ({ document }) => [{ document }],
})
