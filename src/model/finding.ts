import type { FindingKind, Outcome, Severity } from './vocabulary'

/** A figure that a finding rests on. `side` says on which side of the identity it stands, `sign` how it enters. */
export interface Operand {
  operand_no: number
  side: 'left' | 'right'
  sign: 1 | -1
  table_no: number | null
  row_no: number | null
  col_no: number | null
  fact_no: number | null
  printed: string
}

/** One result of one rule on one identity (勾稽). Amounts are decimal strings in `unit`. */
export interface Finding {
  finding_no: number
  rule_id: string
  outcome: Outcome
  kind: FindingKind | null
  /** The finding_no that this one follows from, null for a root. */
  cause: number | null
  severity: Severity
  unit: string
  left: string | null
  right: string | null
  difference: string | null
  tolerance: string | null
  /** How many operands are neither blank nor zero: 0 = 0 + 0 proves little. */
  nontrivial: number
  /** The other reading that reproduces the figures, in words. */
  reading: string | null
  message: string
  operands: Operand[]
}
