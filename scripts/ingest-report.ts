import type { Disclosure } from '../src/snapshot/identify'
import type { DisclosureTables } from '../src/snapshot/rows'
import { countTables } from '../src/snapshot/table-counts'
import { tooFineAmounts } from '../src/snapshot/too-fine'
import type { Snapshot, SnapshotRow } from '../src/db/schema'

const outcomes: Record<string, string> = {
  violation: '不符 violation',
  tail: '尾差 tail',
  ok: '相符 ok',
  undecidable: '无法核对 undecidable',
  note: '提示 note',
}

/** What was read and found in a disclosure, for a person at a terminal. */
export function reportOf(disclosure: Disclosure, { cells, findings }: DisclosureTables): string {
  return [
    `${disclosure.id}  ${disclosure.extraction.document.title}`,
    ...tableLines(disclosure, cells),
    ...notRead(disclosure, cells),
    ...notUnderstood(disclosure, cells),
    ...checkLines(findings),
  ].join('\n')
}

function tableLines({ extraction }: Disclosure, cells: Snapshot['cells']): string[] {
  const counted = countTables(extraction, cells)
  const sum = (of: 'rows' | 'codes' | 'amounts') => counted.reduce((all, one) => all + one[of], 0)
  const line = (rows: number, codes: number, amounts: number, name: string) =>
    `${[rows, codes, amounts].map((n) => String(n).padStart(8)).join('')}  ${name}`
  return [
    '      行      编码      金额  表',
    '    rows   codes amounts  table',
    ...counted.map(({ table, rows, codes, amounts }) =>
      line(
        rows,
        codes,
        amounts,
        `${table.id} ${table.title} (${table.form}${table.empty ? ', 空表 empty' : ''})`,
      ),
    ),
    line(sum('rows'), sum('codes'), sum('amounts'), '合计 all'),
  ]
}

/** What the document prints and is not read: parts of its files, tables of no known form, cells. */
function notRead({ extraction }: Disclosure, cells: Snapshot['cells']): string[] {
  const parts = extraction.problems
    .filter(({ rule }) => rule === 'unread')
    .map(({ where, expected, found }) => `${where}: expected ${expected}, found ${found}`)
  const tables = extraction.tables
    .filter(({ form }) => form === 'unknown')
    .map(({ id, title }) => `${id} ${title}: 认不出的表 unknown form`)
  const tooFine = tooFineAmounts(extraction)
  const unreadable = cells
    .filter((cell) => cell.state === 'unreadable')
    .map((cell) => ({ where: whereIs(cell), printed: cell.printed }))
    .filter(({ where }) => !tooFine.some((problem) => problem.where === where))
    .map(({ where, printed }) => `${where}: 未能提取 unreadable: ${printed}`)
  const finer = tooFine.map((one) => `${one.where}: expected ${one.expected}, found ${one.found}`)
  return listed('未读 not read', [...parts, ...tables, ...unreadable, ...finer])
}

/** All else that was read with doubt. */
function notUnderstood({ extraction }: Disclosure, cells: Snapshot['cells']): string[] {
  const unread = new Set(cells.filter((cell) => cell.state === 'unreadable').map(whereIs))
  const problems = extraction.problems.filter(
    ({ rule, where }) =>
      rule !== 'unread' && rule !== 'form' && !(rule === 'unreadable' && unread.has(where)),
  )
  return listed(
    '未理解 not understood',
    problems.map(({ where, expected, found }) => `${where}: expected ${expected}, found ${found}`),
  )
}

function whereIs({ table_no, row_no, col_no }: SnapshotRow<'cells'>): string {
  return `T${String(table_no).padStart(2, '0')}.r${row_no}.c${col_no}`
}

function listed(heading: string, lines: readonly string[]): string[] {
  return [`${heading}: ${lines.length}`, ...lines.map((line) => `  ${line}`)]
}

function checkLines(findings: Snapshot['findings']): string[] {
  const roots = findings.filter((finding) => finding.cause === null)
  const counts = Object.entries(outcomes).flatMap(([outcome, words]) => {
    const count = roots.filter((finding) => finding.outcome === outcome).length
    return count > 0 ? [`${words} ${count}`] : []
  })
  const effects = findings.length - roots.length
  const effect = effects > 0 ? `, 由其引起 effects ${effects}` : ''
  return [
    `核对 checks: ${counts.join(', ') || '无规则适用 no rule applies'}${effect}`,
    ...roots.filter((finding) => finding.outcome === 'violation').map(violationLine),
  ]
}

function violationLine({ rule_id, message, reading }: SnapshotRow<'findings'>): string {
  return `  ${rule_id} ${message}${reading === null ? '' : `。${reading}`}`
}
