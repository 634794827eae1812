import type { Extraction } from '../model/extraction'
import type { Finding } from '../model/finding'
import type { Severity } from '../model/vocabulary'
import type { CheckedTable } from './figures'
import type { Shift } from './shift'

/** What the rules look at: a disclosure, the figures of its tables, and which tables have slid. */
export interface Checked {
  extraction: Extraction
  tables: readonly CheckedTable[]
  shifts: readonly Shift[]
}

/** A finding before it has its number and before it is known which other finding it follows from. */
export type Result = Omit<Finding, 'finding_no' | 'cause'>

/**
 * How a rule decides (容差): E equal as printed; I the intervals of both sides meet; P a percentage meets its interval;
 * L at most; J a judgement on presence or wording.
 */
export type Tolerance = 'E' | 'I' | 'P' | 'L' | 'J'

/** One rule (勾稽规则) of one stage: a pure function from what a disclosure says to what the rule finds in it. */
export interface Rule {
  id: string
  name: { zh: string; en: string }
  /** The identity in the words of the table catalogue, for the page of rules. */
  formula: string
  severity: Severity
  tolerance: Tolerance
  /** One result per identity, in reading order; nothing where the rule has nothing to say. */
  check(checked: Checked): Result[]
}
