import type { DataCell, DataRow, TableContent } from '../../components/data-table'
import { formatMoney, yuanAttribute } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { moneyNames } from '../../i18n/messages/money'
import { threePublicWords } from '../../i18n/messages/three-public'
import type { MoneyUnit } from '../../model/money'
import type { AmountStage } from '../../model/vocabulary'
import { howDerived } from './how-derived'
import type { HeldDocument, ThreePublicPoint } from './point'

interface Wording {
  unit: MoneyUnit
  language: Language
}

/**
 * The points as a table: a row for each item and year, the stages side by side, each with where it comes from.
 * @param held documents that are here: only what they lack is 未公开
 */
export function tableOf(
  points: ThreePublicPoint[],
  wording: Wording,
  held: readonly HeldDocument[] = [],
): TableContent {
  const words = threePublicWords[wording.language]
  const stages = (['budget', 'adjusted', 'final'] as const).filter((s) => points.some((p) => p.stage === s))
  const rows = new Map<string, ThreePublicPoint[]>()
  for (const point of points) {
    const key = `${point.item} ${point.year}`
    rows.set(key, [...(rows.get(key) ?? []), point])
  }
  return {
    caption: words.table.caption,
    note: moneyNames[wording.language][wording.unit],
    heads: [
      words.table.item,
      words.table.year,
      ...stages.flatMap((stage) => [words.stages[stage], words.table.basis(words.stages[stage])]),
    ],
    wordColumns: stages.map((_, i) => 3 + 2 * i),
    rows: [...rows].map(([key, own]) =>
      rowOf(key, own, points, stages, wording, (year, stage) => isHeld(year, stage, points, held)),
    ),
  }
}

function rowOf(
  key: string,
  own: ThreePublicPoint[],
  points: ThreePublicPoint[],
  stages: readonly AmountStage[],
  wording: Wording,
  isHere: (year: number, stage: AmountStage) => boolean,
): DataRow {
  const { item, year } = own[0]!
  const part = item === 'vehicle_purchase' || item === 'vehicle_running'
  return {
    key,
    name: threePublicWords[wording.language].items[item],
    indent: item === 'total' ? 0 : part ? 2 : 1,
    cells: [
      { text: String(year) },
      ...stages.flatMap((stage): DataCell[] => {
        const point = own.find((p) => p.stage === stage)
        return point
          ? [amountCell(point, wording.unit), { text: basisOf(point, points, wording) }]
          : [{ text: '', state: isHere(year, stage) ? 'not_disclosed' : 'not_held' }, { text: '' }]
      }),
    ],
  }
}

/** Adjusted budgets stand in final accounts; a figure that was read shows that its document is here, a derived one does not. */
function isHeld(
  year: number,
  stage: AmountStage,
  points: ThreePublicPoint[],
  held: readonly HeldDocument[],
): boolean {
  const source = stage === 'adjusted' ? 'final' : stage
  return (
    held.some((document) => document.year === year && document.stage === source) ||
    points.some((p) => p.year === year && p.stage === source && p.basis !== 'derived')
  )
}

function amountCell(point: ThreePublicPoint, unit: MoneyUnit): DataCell {
  if (point.amount === null) return { text: '', state: point.state }
  return {
    item: point.item,
    year: point.year,
    stage: point.stage,
    text: formatMoney(point.amount, unit),
    yuan: yuanAttribute(point.amount),
    basis: point.basis,
    ...(point.low === null ? {} : { low: yuanAttribute(point.low) }),
    ...(point.high === null ? {} : { high: yuanAttribute(point.high) }),
  }
}

function basisOf(point: ThreePublicPoint, points: ThreePublicPoint[], wording: Wording): string {
  const words = threePublicWords[wording.language]
  if (point.amount === null) return ''
  if (point.basis === 'published') return words.table.published
  if (point.basis === 'text')
    return words.table.text(
      point.state === 'value' || point.state === 'zero' ? null : words.notes.tableState[point.state],
    )
  return howDerived(point, points, wording)
}
