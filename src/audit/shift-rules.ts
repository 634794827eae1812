import type { Extraction } from '../model/extraction'
import type { Stage } from '../model/vocabulary'
import { isTelling } from './figures'
import { operands } from './sum-finding'
import type { Result, Rule } from './rule'
import type { Shift } from './shift'

/** B39 and F44: the figures of one table are those of another, some rows away from their codes; one finding per table. */
export const shiftRules: Rule[] = [
  shiftRule('B39', 'budget', '错行', 'rows shifted'),
  shiftRule('F44', 'final', '错行', 'rows shifted'),
]

function shiftRule(id: string, stage: Stage, zh: string, en: string): Rule {
  return {
    id,
    name: { zh, en },
    formula:
      'the figures of one table equal those of another moved by k ≥ 1 rows while the codes do not move',
    severity: 'error',
    tolerance: 'E',
    check: ({ extraction, shifts }) =>
      extraction.document.stage === stage ? shifts.map((shift) => shiftResult(id, shift, extraction)) : [],
  }
}

function shiftResult(id: string, shift: Shift, extraction: Extraction): Result {
  const { by, moved, unmoved, pairs, compared } = shift
  const titleOf = (table: string) => extraction.tables.find((t) => t.id === table)?.title ?? table
  const rows = Math.abs(by)
  const [away, back] = by > 0 ? ['上移', '下移'] : ['下移', '上移']
  const figures = pairs.map((p) => p.figure)
  const others = pairs.map((p) => p.other)
  return {
    rule_id: id,
    outcome: 'violation',
    kind: 'shift',
    severity: 'error',
    unit: '元',
    left: null,
    right: null,
    difference: null,
    tolerance: null,
    nontrivial: [...figures, ...others].filter(isTelling).length,
    reading:
      `把金额${back}${rows}行，${titleOf(shift.table)}（${compared.column}）可比的${moved.of}个数中有${moved.agree}个` +
      `与${titleOf(shift.agreesWith)}（${compared.other}）一致；照原样，${unmoved.of}个中只有${unmoved.agree}个一致`,
    message: `${titleOf(shift.table)}的金额与科目错开${rows}行：金额${away}了${rows}行，科目没有动`,
    operands: operands([
      { side: 'left', figures },
      { side: 'right', figures: others },
    ]),
  }
}
