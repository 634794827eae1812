import Decimal from 'decimal.js'
import type { ExtractionDocument, ExtractionFact } from '../../model/extraction'
import type { Interval } from '../../model/interval'
import { Exact, yuanPer, type MoneyUnit } from '../../model/money'
import type { AmountStage } from '../../model/vocabulary'
import { expenditureParts, subjectOf } from '../../reference/subjects'
import type { Operand } from './figure-index'
import type { Identity } from './table-cells'

/** An amount worked out from printed ones, before it has a number. */
export interface Derivation extends Identity {
  year: number
  stage: AmountStage
  /** 元. */
  value: Decimal
  /** 元. */
  interval: Interval
  formula: string
  /** References of the operands: `T03.r5.c2` a cell, `F12` a fact. */
  inputs: string[]
  /** The fact or cell whose words show where it comes from. */
  shownBy: Pick<ExtractionFact, 'source_no' | 'label' | 'printed' | 'quote' | 'locator'> &
    Partial<Pick<ExtractionFact, 'scheme'>>
}

/** The fact of a derivation, in the document's unit: its value to the fen, its bounds rounded outwards to the fen. */
export function factOf(derivation: Derivation, number: number, document: ExtractionDocument): ExtractionFact {
  const { subject, measure, code, year, stage, value, interval, formula, inputs, shownBy } = derivation
  const unit = document.declaredUnit
  const { scheme } = shownBy
  return {
    fact_no: number,
    source_no: shownBy.source_no,
    key: 'amount',
    subject,
    label: labelOf(derivation),
    value: inUnit(value, unit, Decimal.ROUND_HALF_EVEN),
    unit,
    year,
    stage,
    ...(scheme && { scheme }),
    ...(code && { code }),
    ...(measure && { measure }),
    basis: 'derived',
    low: inUnit(interval.low, unit, Decimal.ROUND_FLOOR),
    high: inUnit(interval.high, unit, Decimal.ROUND_CEIL),
    formula,
    inputs,
    printed: shownBy.printed,
    quote: shownBy.quote,
    locator: shownBy.locator,
  }
}

/** A code keeps the name printed for it, a part of a total its own, any other subject its official name. */
function labelOf({ subject, measure, code, shownBy }: Derivation): string {
  if (code) return shownBy.label
  const part = measure === 'total' ? undefined : expenditureParts.find((one) => one.measure === measure)
  return part?.name ?? subjectOf(subject)?.names[0] ?? shownBy.label
}

/** 元 → a plain decimal of the unit, rounded to the fen. */
function inUnit(yuan: Decimal, unit: MoneyUnit, rounding: Decimal.Rounding): string {
  return new Exact(yuan.toDecimalPlaces(2, rounding)).div(yuanPer[unit]).toFixed()
}

/** Two operands joined by a sign, each with its unit where the units differ. */
export function formulaOf(operands: Operand[], sign: '+' | '−'): string {
  const units = new Set(operands.map(({ unit }) => unit))
  return operands
    .map(({ printed, unit }) => (units.size > 1 ? `${printed}${unit}` : printed))
    .join(` ${sign} `)
}
