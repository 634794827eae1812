import type { Language } from '../../i18n/language'
import { unitWords } from '../../i18n/messages/unit'
import type { TableVerdict } from '../../queries/table-verdicts'

/** What to call a published table: 公开03表 支出决算表, or 表 3 单位预算支出总表 where no form number is printed. */
export function tableName(
  { formCode, title, tableNo }: Pick<TableVerdict, 'formCode' | 'title' | 'tableNo'>,
  language: Language,
): string {
  return numberAndTitle(formCode ?? unitWords[language].where.table(tableNo), title)
}

/** A table's number before its title, once where the title begins with it (公开05表：财政拨款支出预算表). */
export function numberAndTitle(number: string, title: string): string {
  const own = title.startsWith(number) ? title.slice(number.length).replace(/^[\s：:、]+/u, '') : title
  return own === '' ? number : `${number} ${own}`
}
