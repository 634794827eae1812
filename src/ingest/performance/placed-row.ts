import { compact } from '../forms/words'
import type { IndicatorHeader } from './indicator-header'
import type { IndicatorRole } from './indicator-labels'
import { firstLevelOf, firstLevelsAbove } from './level-names'
import type { FormCell, FormRow } from './printed-row'
import { filled, isFigure } from './printed-row'
import type { ReadIndicator } from './read-indicator'
import { emptyTexts, isField, textRoles } from './read-indicator'
import { beginsWithOperator, isOperator } from './target'

/** Reads a row by the header's columns. */
export function readByColumn(row: FormRow, header: IndicatorHeader): ReadIndicator {
  const cellsOf = (role: IndicatorRole): FormCell[] => row.filter((cell) => covers(cell, header, role))
  const texts = emptyTexts(header)
  const places: ReadIndicator['places'] = {}
  for (const role of textRoles) {
    const cells = filled(cellsOf(role))
    if (texts[role] !== null)
      texts[role] = cells.map(({ text }) => text).join(isOneTarget(role, cells) ? '' : '；')
    if (isField(role) && cells[0]) places[role] = cells[0].place
  }
  const [first, second, named] = [cellsOf('level1')[0], cellsOf('level2')[0], cellsOf('level3')[0]]
  for (const role of ['level1', 'level2'] as const) texts[role] = texts[role] && compact(texts[role])
  // A cell merged over several levels is the name where it reaches the name's column, else the upper level.
  if (first && first === named) texts.level1 = ''
  if (second && (second === named || second === first)) texts.level2 = ''
  return { texts, labels: [], locator: (named ?? second ?? first ?? row[0]!).place, places, isPlaced: true }
}

/** `≥`, `90`, `%` in three cells under one heading. */
function isOneTarget(role: IndicatorRole, cells: FormCell[]): boolean {
  return role === 'target' && cells.filter(({ text }) => isFigure(text)).length <= 1
}

/** Does a cell stand under the heading of a role? */
export function covers(cell: FormCell, header: IndicatorHeader, role: IndicatorRole): boolean {
  return header.columns.slice(cell.from, cell.to).some((column) => column.role === role)
}

/** Does an operator stand elsewhere than in its column, or a cell beyond all columns? */
export function hasMoved(cells: FormCell[], header: IndicatorHeader): boolean {
  const proper: IndicatorRole[] = header.sequence.includes('operator') ? ['operator'] : ['target']
  const isOver = (cell: FormCell, roles: IndicatorRole[]): boolean =>
    roles.some((role) => covers(cell, header, role))
  const lone = cells.find(({ text }) => isOperator(text))
  const joined = cells.find(({ text }) => beginsWithOperator(text))
  return (
    (lone !== undefined && !isOver(lone, proper)) ||
    (lone === undefined && joined !== undefined && !isOver(joined, ['operator', 'target'])) ||
    cells.some((cell) => cell.from >= header.columns.length)
  )
}

/** Does every column hold what its heading says? Words where figures belong mean that cells have moved. */
export function holds({ texts }: ReadIndicator): boolean {
  const { level1, level2, level3, operator, weight, score } = texts
  const areLabels = [level1, level2, level3].every((text) => !text || !isFigure(text))
  const isUpper = !level1 || firstLevelOf(level1) !== null || firstLevelsAbove(level1) === null
  const isNumeric = [weight, score].every((text) => !text || isFigure(text) || /^[-—–/]+$/u.test(text))
  return (
    Boolean(level3 || level2) &&
    areLabels &&
    isUpper &&
    isNumeric &&
    (!operator || isOperator(operator) || sortOfIndicator.test(operator))
  )
}

/** What 指标性质 may say instead of an operator. */
const sortOfIndicator = /^(?:定量|定性|正向|反向|逆向|适度)(?:指标)?$/u
