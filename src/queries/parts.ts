import { threePublicFunds } from '../model/three-public-funds'

/**
 * Parts of SQL that several questions share. Each expects a common table `doc` with the asked documents'
 * document_id, fiscal_year and stage.
 */

/**
 * `shifted(document_id, table_no)`: tables whose amounts stand on the wrong rows (错行), as a root finding says.
 * The finding's left side is the slid table; its right side the table that bears witness, which is sound.
 */
export const shiftedTables = `
    shifted AS (
      SELECT DISTINCT doc.document_id, o.table_no
      FROM doc JOIN findings f ON f.document_id = doc.document_id
      JOIN operands o ON o.document_id = f.document_id AND o.finding_no = f.finding_no
      WHERE f.kind = 'shift' AND f.outcome = 'violation' AND f.cause IS NULL AND o.side = 'left'
        AND o.source_document_id = doc.document_id AND o.table_no IS NOT NULL
    )`

/** Rows of VALUES, one for each fund that 三公经费 may count: `row` writes one from the fund and its rank, 1 for the first. */
export function threePublicFundRows(row: (fund: string, rank: number) => string): string {
  return threePublicFunds.map((fund, index) => row(`'${fund}'`, index + 1)).join(', ')
}
