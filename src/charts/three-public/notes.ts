import { formatMoney, formatPercent, percentOf } from '../../i18n/format'
import type { Language } from '../../i18n/language'
import { threePublicWords } from '../../i18n/messages/three-public'
import type { MoneyUnit } from '../../model/money'
import { howDerived } from './how-derived'
import type { ThreePublicPoint } from './point'
import type { Mark, Panel } from './shapes'

interface Wording {
  unit: MoneyUnit
  language: Language
}

/** A panel as one sentence for readers of screens: every amount and every absence, year by year. */
export function sentenceOf(panel: Panel, { unit, language }: Wording): string {
  const words = threePublicWords[language]
  const told = [
    ...panel.marks.map(({ point }) => ({
      point,
      text: words.point(
        point.year,
        words.stages[point.stage],
        formatMoney(point.amount!, unit),
        point.basis === 'derived',
      ),
    })),
    ...panel.absences.flatMap(({ point }) =>
      point.state === 'value' || point.state === 'zero'
        ? []
        : [{ point, text: words.noPoint(point.year, words.stages[point.stage], words.absent[point.state]) }],
    ),
  ].sort((a, b) => a.point.year - b.point.year || a.point.stage.localeCompare(b.point.stage))
  return words.says(
    words.items[panel.item],
    told.map(({ text }) => text),
  )
}

/**
 * What stands under a panel: how the latest final figure meets its budget, where an amount comes from the text because
 * the table is empty, how each derived amount came about and how far it may be off, changes of definition, numbers that found no room.
 */
export function notesOf(panel: Panel, without: Mark[], wording: Wording): string[] {
  const words = threePublicWords[wording.language].notes
  const points = [...panel.marks, ...panel.absences].map(({ point }) => point)
  return [
    ...completionOf(points, wording),
    ...fromText(points, wording),
    ...points.flatMap((point) => derivedNote(point, points, wording)),
    ...panel.rules.map((rule) => words.break(rule.year, rule.words)),
    ...(without.length > 0 ? [words.without(without.length)] : []),
  ]
}

function completionOf(points: ThreePublicPoint[], { unit, language }: Wording): string[] {
  const words = threePublicWords[language].notes
  const finals = points.filter((p) => p.stage === 'final' && p.amount !== null && p.basis !== 'derived')
  const final = finals.reduce<ThreePublicPoint | null>((a, b) => (a && a.year > b.year ? a : b), null)
  const budget = points.find((p) => p.stage === 'budget' && p.year === final?.year)
  if (!final?.amount || !budget) return []
  if (budget.amount !== null) {
    const rate = budget.amount.gt(0) ? percentOf(final.amount, budget.amount) : null
    return rate ? [words.completed(formatMoney(budget.amount, unit), formatPercent(rate))] : []
  }
  if (budget.state === 'value' || budget.state === 'zero' || final.amount.isZero()) return []
  return [words.unbudgeted(words.budgetState[budget.state], formatMoney(final.amount, unit))]
}

/** An amount of the text, for a cell that holds none where there is one: 表内为空，正文写 0.00. */
function fromText(points: ThreePublicPoint[], { unit, language }: Wording): string[] {
  const words = threePublicWords[language].notes
  const told = points.flatMap((point) => {
    if (point.basis !== 'text' || point.amount === null) return []
    const amount = formatMoney(point.amount, unit)
    const note =
      point.state === 'value' || point.state === 'zero'
        ? words.textOnly(amount)
        : words.fromText(words.tableState[point.state], amount)
    return [{ point, note }]
  })
  return told.map(({ point, note }) => (told.length > 1 ? words.ofYear(point.year, note) : note))
}

function derivedNote(point: ThreePublicPoint, points: ThreePublicPoint[], wording: Wording): string[] {
  const words = threePublicWords[wording.language]
  const how = howDerived(point, points, wording)
  if (how === '' || point.amount === null) return []
  const shown = formatMoney(point.amount, wording.unit)
  return [words.notes.derived(point.year, words.stages[point.stage], shown, how)]
}

/** The tip of a mark: year, stage, amount, and how a derived one came about. */
export function tipOf(point: ThreePublicPoint, panel: Panel, wording: Wording): string {
  const words = threePublicWords[wording.language]
  if (point.amount === null) return ''
  const points = [...panel.marks, ...panel.absences].map((mark) => mark.point)
  const [note] = derivedNote(point, points, wording)
  const shown = formatMoney(point.amount, wording.unit)
  return note ?? words.point(point.year, words.stages[point.stage], shown, false)
}
