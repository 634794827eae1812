import type { MoneyUnit } from '../../model/money'
import type { Words } from '../language'

/** Names of the units of money, as they stand once in the head of a chart or table. */
const zh: Record<MoneyUnit, string> = { 元: '元', 万元: '万元', 亿元: '亿元' }
const en: Record<MoneyUnit, string> = { 元: 'yuan', 万元: '10,000 yuan', 亿元: '100 million yuan' }

export const moneyNames: Words<typeof zh> = { zh, en }

/** An amount already formatted, with its unit, as a sentence says it: 1,262.08 万元 · 1,262.08 × 10,000 yuan. */
export const amountInWords: Words<(shown: string, unit: MoneyUnit) => string> = {
  zh: (shown, unit) => `${shown} ${zh[unit]}`,
  en: (shown, unit) => (unit === '元' ? `${shown} ${en[unit]}` : `${shown} × ${en[unit]}`),
}
