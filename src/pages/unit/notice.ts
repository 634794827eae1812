import type { Language } from '../../i18n/language'
import { unitWords } from '../../i18n/messages/unit'
import type { Choice } from './choose-table'
import { tableName } from './table-name'

/** What is to be said above a picture that is not drawn from the table that states it best; undefined when it is. */
export function noticeOf(choice: Choice, language: Language): string | undefined {
  const words = unitWords[language].where
  const wrong = choice.passedOver.map(tableName).join('、')
  if (!choice.table || choice.absent) return undefined
  if (!choice.sound) return words.shiftedNone(wrong)
  const why = wrong ? words.shifted(wrong) : choice.standIn ? words.noSpending : ''
  if (choice.standIn) return why + words.standIns[choice.standIn](tableName(choice.table))
  return wrong ? why + words.drawn(tableName(choice.table)) : undefined
}
