import { isLabelRow } from './form-figures'
import type { FormCell, FormRow } from './printed-row'
import { cellAt, filled, labelWords } from './printed-row'
import type { LabelMeaning } from './project-labels'
import { meaningOf } from './project-labels'

/** A label over values: 年初预算数, 执行率, 3月底. */
export interface Heading {
  cell: FormCell
  meaning: LabelMeaning
  /** As printed, with the label above it where there are two rows of them. */
  label: string
  /** The words left of all headings (资金支出计划), or ''. */
  side: string
}

/** Does the next row part the labels above it: 总额, 财政拨款, 其他资金 under 预算金额? */
export function takesTwoRows(header: FormRow, next: FormRow | undefined): boolean {
  if (!next || !isLabelRow(next)) return false
  const own = filled(next).filter((cell) => !cell.goesOn)
  const isPart = (cell: FormCell): boolean => {
    const kind = meaningOf(cell.text)?.kind
    const above = cellAt(header, cell.from)
    return (kind === 'whole' || kind === 'source') && above !== undefined && above.to - above.from > 1
  }
  return own.length >= 2 && own.every(isPart)
}

/**
 * @param lower the second row of labels, or null
 * @param first the first row below the labels
 */
export function headingsOf(header: FormRow, lower: FormRow | null, first: FormRow | undefined): Heading[] {
  const upper = filled(header).flatMap((cell): Heading[] => {
    const meaning = headingMeaning(cell)
    return meaning ? [{ cell, meaning, label: cell.text, side: '' }] : []
  })
  const parted = lower ? withParts(upper, lower) : upper
  const headings = withoutLabelColumn(parted, first)
  const isRated = headings.some(({ meaning }) => meaning.kind === 'figure' && meaning.item === 'rate')
  const isList = headings.some(({ meaning }) => meaning.kind === 'name')
  const begin = Math.min(...headings.map(({ cell }) => cell.from))
  const side =
    filled(header)
      .filter((cell) => cell.to <= begin)
      .at(-1)?.text ?? ''
  return headings.flatMap((heading): Heading[] => {
    const { meaning } = heading
    const isOfRate = meaning.kind === 'figure' && /^rate_(?:weight|score)$/u.test(meaning.item)
    if (!isOfRate || isRated || !isList) return [{ ...heading, side }]
    // Without a rate beside it, 得分 in a list of projects is that of the project.
    return meaning.item === 'rate_score'
      ? [{ ...heading, side, meaning: { kind: 'figure', item: 'score' } }]
      : []
  })
}

/** 分值 and 得分 beside 执行率 are those of the rate. */
function headingMeaning(cell: FormCell): LabelMeaning | null {
  const words = labelWords(cell.text).replace(/\([^()]*\)/gu, '')
  if (/^(?:分值|权重|标准分)$/u.test(words)) return { kind: 'figure', item: 'rate_weight' }
  if (/^得分$/u.test(words)) return { kind: 'figure', item: 'rate_score' }
  const meaning = meaningOf(cell.text)
  return meaning?.kind === 'figure' || meaning?.kind === 'name' || meaning?.kind === 'code' ? meaning : null
}

function withParts(upper: Heading[], lower: FormRow): Heading[] {
  const parts = filled(lower)
    .filter((cell) => !cell.goesOn)
    .flatMap((cell): Heading[] => {
      const above = upper.find((heading) => covers(heading.cell, cell))
      if (above?.meaning.kind !== 'figure') return []
      const meaning = meaningOf(cell.text)
      const source = meaning?.kind === 'source' ? { source: meaning.source } : {}
      return [
        { cell, meaning: { ...above.meaning, ...source }, label: `${above.label}/${cell.text}`, side: '' },
      ]
    })
  return [...upper.filter((heading) => !parts.some((part) => covers(heading.cell, part.cell))), ...parts]
}

function covers(upper: FormCell, lower: FormCell): boolean {
  return upper.from <= lower.from && lower.to <= upper.to
}

/** 年度预算数 over 总额, 财政资金 … heads the labels of the rows, not their values. */
function withoutLabelColumn(headings: Heading[], first: FormRow | undefined): Heading[] {
  return headings.filter(({ cell, meaning }) => {
    const below = first ? meaningOf(cellAt(first, cell.from)?.text ?? '')?.kind : undefined
    return meaning.kind !== 'figure' || (below !== 'whole' && below !== 'source')
  })
}
