import type { TableVerdict } from '../../queries/table-verdicts'

/** What to call a published table: 公开03表 支出决算表, or 表 3 单位预算支出总表 where no form number is printed. */
export function tableName(table: Pick<TableVerdict, 'formCode' | 'title' | 'tableNo'>): string {
  return `${table.formCode ?? `表 ${table.tableNo}`} ${table.title}`
}
