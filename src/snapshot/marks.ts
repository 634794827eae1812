import type { Mark } from '../db/catalog'
import type { SnapshotRow } from '../db/schema'

/** Marks from the worst to the least. */
const worstFirst: readonly Mark[] = ['violation', 'scope', 'tail', 'ok', 'undecidable']

/**
 * How many root findings of a document give each mark: one per rule and table, the worst of them. Where a rule's findings in a
 * table follow from a cause found elsewhere, what else the rule finds there is not counted as agreement.
 */
export function countMarks(
  findings: readonly SnapshotRow<'findings'>[],
  operands: readonly SnapshotRow<'operands'>[],
): Record<Mark, number> {
  const tableOf = new Map<number, number | null>()
  for (const { finding_no, table_no } of operands)
    if (!tableOf.has(finding_no)) tableOf.set(finding_no, table_no)
  const place = (finding: SnapshotRow<'findings'>) =>
    `${finding.rule_id} ${tableOf.get(finding.finding_no) ?? ''}`
  const explained = new Set(findings.filter((finding) => finding.cause !== null).map(place))
  const worst = new Map<string, Mark>()
  for (const finding of findings) {
    const mark = finding.cause === null ? markOf(finding) : null
    if (mark === null || (mark === 'ok' && explained.has(place(finding)))) continue
    const before = worst.get(place(finding))
    if (before === undefined || worstFirst.indexOf(mark) < worstFirst.indexOf(before))
      worst.set(place(finding), mark)
  }
  const counts: Record<Mark, number> = { violation: 0, scope: 0, tail: 0, ok: 0, undecidable: 0 }
  for (const mark of worst.values()) counts[mark] += 1
  return counts
}

function markOf({ outcome, kind }: SnapshotRow<'findings'>): Mark | null {
  if (outcome === 'violation' && kind === 'scope') return 'scope'
  return worstFirst.find((mark) => mark === outcome) ?? null
}
