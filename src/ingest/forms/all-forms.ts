import type { Form, Stage } from '../../model/vocabulary'
import { assets } from './assets'
import { balance, fiscalBalance } from './balance'
import { fiscalBasic, generalBasic, operatingCost } from './by-economic'
import {
  expenditure,
  fiscalExpenditure,
  generalExpenditure,
  governmentFund,
  income,
  stateCapital,
} from './by-function'
import { incomeBySource } from './income-by-source'
import type { Features, FormReader } from './form'
import { procurement } from './procurement'
import { threePublic } from './three-public'
import { organisation, overallEvaluation, projectEvaluation, projectTarget } from './words-only'

/** Every form that is known (公开表), in the order of the catalogue. */
const allForms: readonly FormReader[] = [
  balance,
  income,
  incomeBySource,
  expenditure,
  fiscalBalance,
  fiscalExpenditure,
  fiscalBasic,
  generalExpenditure,
  generalBasic,
  governmentFund,
  stateCapital,
  threePublic,
  operatingCost,
  procurement,
  assets,
  organisation,
  projectTarget,
  overallEvaluation,
  projectEvaluation,
]

/** The form a table is of, or null when none is sure enough or two are equally sure: unknown tables are kept, never guessed. */
export function recogniseForm(features: Features, stage: Stage): { form: Form; reader: FormReader } | null {
  if (features.crossed) return null
  const scored = allForms
    .flatMap((reader) => {
      const form = reader.ids[stage]
      return form ? [{ form, reader, score: reader.recognise(features, stage) }] : []
    })
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (!best || best.score <= 0.5 || best.score === second?.score) return null
  return best
}
