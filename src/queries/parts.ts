/**
 * Parts of SQL that several questions share. Each expects a common table `doc` with the asked document's
 * document_id, fiscal_year and stage.
 */

/**
 * `shifted(table_no)`: tables of the document whose amounts stand on the wrong rows (错行), as a root finding says.
 * The finding's left side is the slid table; its right side the table that bears witness, which is sound.
 */
export const shiftedTables = `
    shifted AS (
      SELECT DISTINCT o.table_no
      FROM doc JOIN findings f ON f.document_id = doc.document_id
      JOIN operands o ON o.document_id = f.document_id AND o.finding_no = f.finding_no
      WHERE f.kind = 'shift' AND f.outcome = 'violation' AND f.cause IS NULL AND o.side = 'left'
        AND o.source_document_id = doc.document_id AND o.table_no IS NOT NULL
    )`

/**
 * One unit of the last printed digit of an amount in prose, in fen, from the fact's printed text and unit:
 * 7.24 万元 → 10,000.
 */
export function printedStep(fact: string): string {
  const decimals = `CASE WHEN strpos(${fact}.printed, '.') = 0 THEN 0 ELSE length(${fact}.printed) - strpos(${fact}.printed, '.') END`
  const digits = `CASE ${fact}.unit WHEN '元' THEN 3 WHEN '万元' THEN 7 WHEN '亿元' THEN 11 ELSE 1 END`
  return `CAST(substr('10000000000', 1, greatest(1, ${digits} - ${decimals})) AS BIGINT)`
}
