import type { Language } from '../../i18n/language'
import { unitWords } from '../../i18n/messages/unit'
import type { Breakdown, View } from '../../model/view'
import type { Choice } from './choose-table'
import { tableName } from './table-name'

/** Why nothing is drawn, where the document or the question says more than the state does. */
export function absenceOf(
  choice: Choice,
  by: Breakdown,
  measure: View['measure'],
  language: Language,
): string | undefined {
  if (choice.absent === 'declared-empty') return choice.table?.emptyNote ?? undefined
  const isPart = choice.absent === 'not-disclosed' && by === 'function' && measure !== 'total'
  return isPart ? unitWords[language].where.notSplit : undefined
}

/** What is to be said above a picture that is not drawn from the table that states it best; undefined when it is. */
export function noticeOf(choice: Choice, language: Language): string | undefined {
  const unit = unitWords[language]
  const words = unit.where
  const wrong = unit.list(choice.passedOver.map((table) => tableName(table, language)))
  if (!choice.table || choice.absent) return undefined
  const used = tableName(choice.table, language)
  if (!choice.sound) return words.shiftedNone(wrong)
  const why = wrong ? words.shifted(wrong) : choice.standIn ? words.noSpending : ''
  if (choice.standIn) return why + words.standIns[choice.standIn](used)
  return wrong ? why + words.drawn(used) : undefined
}
