import type { ExtractionTable } from '../model/extraction'

const saysEmpty =
  /空表|为空|不涉及|未安排|(?:没有|无).{0,40}(?:预算|收支|收入|支出|资金|拨款|安排|发生|采购|项目)/u

/** The note that declares an empty table to be so (空表列示), or null: empty without a word is not the same. */
export function declaredEmpty(table: ExtractionTable): string | null {
  if (!table.empty) return null
  return table.notes.find((note) => saysEmpty.test(note.replace(/\s+/gu, ''))) ?? null
}
