import { compact } from '../forms/words'
import type { IndicatorHeader } from './indicator-header'
import type { IndicatorRole } from './indicator-labels'
import type { FormCell, FormRow } from './printed-row'
import { filled, isFigure } from './printed-row'
import type { ReadIndicator } from './read-indicator'
import { emptyTexts, isField } from './read-indicator'
import { beginsWithOperator, isOperator } from './target'

/** How far a goal in words was reached, as the forms of self-evaluation grade it. */
const grade =
  /^(?:全部或基本|全部|基本|部分|大部分|未)?(?:达成|达到|完成|实现)(?:年度|预期|绩效|既定)*(?:指标|目标)/u

const figures: readonly (IndicatorRole | null)[] = [
  'target',
  'unit',
  'actual',
  'completion',
  'weight',
  'score',
]

type Values = Map<IndicatorRole, FormCell>

/** `name, =, 100, %, 98, 100%, 10, 9.8`: each cell after the operator is what comes next in the header. */
export function readFromOperator(row: FormRow, header: IndicatorHeader): ReadIndicator | null {
  const { sequence } = header
  const begins: IndicatorRole = sequence.includes('operator') ? 'operator' : 'target'
  const at = row.findIndex(({ text }) =>
    begins === 'operator' ? isOperator(text) : beginsWithOperator(text),
  )
  if (at < 0 || !sequence.includes(begins)) return null
  const from = sequence.indexOf(begins)
  const values: Values = new Map([[begins, row[at]!]])
  let next = at + 1
  for (const role of sequence.slice(from + 1)) {
    if (role !== null && !figures.includes(role)) break
    const cell = row[next]
    if (role !== null && cell) values.set(role, cell)
    next += 1
  }
  const isFigureOrEmpty = (role: IndicatorRole): boolean => {
    const text = values.get(role)?.text ?? ''
    return text === '' || isFigure(text)
  }
  if (!values.get('target')?.text || !isFigureOrEmpty('weight') || !isFigureOrEmpty('score')) return null
  const distance = sequence.includes('level3') ? from - sequence.indexOf('level3') : 1
  const before = row.slice(0, Math.max(0, at - distance + 1))
  return assembled(before, values, row.slice(next), header, begins)
}

/** `name, 管理规范, 全部或基本达成预期指标, 1, 3.3, 3.3`: blanks between them may have moved, their order has not. */
export function readFromGrade(row: FormRow, header: IndicatorHeader): ReadIndicator | null {
  const at = row.findIndex(({ text }) => grade.test(text))
  const { sequence } = header
  if (at < 0 || !sequence.includes('actual')) return null
  const before = filled(row.slice(0, at))
  const target = before.at(-1)
  if (!target || before.length < 2) return null
  const following = sequence
    .slice(sequence.indexOf('actual') + 1)
    .filter((role): role is IndicatorRole => role !== null && figures.includes(role))
  const found = filled(row.slice(at + 1)).slice(0, following.length)
  if (found.length < following.length || !found.every(({ text }) => isFigure(text))) return null
  const values: Values = new Map([
    ['target', target],
    ['actual', row[at]!],
  ])
  following.forEach((role, index) => values.set(role, found[index]!))
  const last = found.at(-1) ?? row[at]!
  return assembled(
    row.slice(0, row.indexOf(target)),
    values,
    row.slice(row.indexOf(last) + 1),
    header,
    'actual',
  )
}

/**
 * @param before the cells up to the name, which is the last of them
 * @param after the cells behind the figures: reasons, and last the measure where there are several
 */
function assembled(
  before: FormCell[],
  values: Values,
  after: FormCell[],
  header: IndicatorHeader,
  anchor: IndicatorRole,
): ReadIndicator {
  const left = filled(before)
  const name = left.at(-1)
  const texts = emptyTexts(header)
  const places: ReadIndicator['places'] = {}
  const set = (role: IndicatorRole, cells: FormCell[]): void => {
    if (texts[role] === null || !cells[0]) return
    texts[role] = cells.map(({ text }) => text).join('；')
    if (isField(role) && cells[0].text !== '') places[role] = cells[0].place
  }
  for (const [role, cell] of values) set(role, [cell])
  const words = filled(after)
  const measures = texts.measure !== null && words.length > 1 ? words.slice(-1) : []
  set('reason', words.slice(0, words.length - measures.length))
  set('measure', measures)
  for (const role of ['level1', 'level2', 'description', 'basis'] as const) texts[role] = null
  texts.level3 = name?.text ?? null
  return {
    texts,
    labels: left.slice(0, -1).map(({ text }) => compact(text)),
    locator: (name ?? values.get('target')!).place,
    places,
    isPlaced: false,
    repair: `cells have moved out of their columns: read from its ${anchor} on`,
  }
}
