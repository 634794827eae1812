import type { Extraction, ExtractionTable } from '../../src/model/extraction'
import { keyOfCell } from '../../src/model/extraction-keys'
import { isMoneyUnit, readCell } from '../../src/model/printed-cell'
import { readAmount } from '../../src/model/money'
import type { Form, Item, Measure } from '../../src/model/vocabulary'

/** Where a figure of the manifest must stand: form without its stage, row or column item, measure. */
interface Cell {
  form: string
  key: Item | { code: string }
  measure: Measure
}

/** A figure of prose: its key and what it may be of. */
interface Told {
  fact: 'amount' | 'change'
  subject: RegExp
}

type Place = Cell | Told

const cell = (form: string, key: Cell['key'], measure: Measure): Cell => ({ form, key, measure })
const threePublic = (item: Item): Place[] => [cell('three_public', item, 'total')]
const whole = 'expenditure_total'

/** Where the figures of the manifest stand by their names; every place that a document has must hold the figure. */
const places: [RegExp, Place[]][] = [
  [/^收支总计/u, [cell('balance', 'income_grand', 'total'), cell('balance', 'exp_grand', 'total')]],
  [/^支出总计/u, [cell('balance', 'exp_grand', 'total'), cell(whole, 'total', 'total')]],
  [/^财政拨款/u, [cell('balance', 'fiscal', 'total')]],
  [
    /^基本支出/u,
    [
      cell(whole, 'total', 'basic'),
      cell('expenditure', 'total', 'basic'),
      cell('general_basic', 'total', 'total'),
    ],
  ],
  [/^项目支出/u, [cell(whole, 'total', 'project'), cell('expenditure', 'total', 'project')]],
  [/^单位预留机动经费/u, [cell(whole, 'total', 'reserve'), cell('balance', 'reserve', 'total')]],
  [/^人员经费合计/u, [cell('general_basic', 'personnel', 'total')]],
  [/^公用经费合计/u, [cell('general_basic', 'public', 'total')]],
  [/^人员经费/u, [cell('general_basic', 'total', 'personnel')]],
  [/^公用经费/u, [cell('general_basic', 'total', 'public')]],
  [/^三公 合计/u, threePublic('total')],
  [/^因公出国/u, threePublic('abroad')],
  [/^公务用车购置及运行/u, threePublic('vehicle')],
  [/^公务用车购置费/u, threePublic('vehicle_purchase')],
  [/^公务用车运行/u, threePublic('vehicle_running')],
  [/^公务接待费/u, threePublic('reception')],
  [/^会议费/u, threePublic('conference')],
  [/^培训费/u, threePublic('training')],
  [
    /^机关运行经费/u,
    [
      ...threePublic('operating_cost'),
      cell('operating_cost', 'total', 'total'),
      { fact: 'amount', subject: /^operating_cost$/u },
    ],
  ],
  [/^政府采购/u, [cell('procurement', 'total', 'total'), { fact: 'amount', subject: /^procurement/u }]],
  [/^全年预算/u, [{ fact: 'amount', subject: /^(?:general|fiscal)_/u }]],
  [/^比上年/u, [{ fact: 'change', subject: /^(?:balance|fiscal|general|expenditure|income)/u }]],
]

/** What stands at the places of a figure, each as `where: exact 元`; several cells of one place are several. */
export function figuresAt(name: string, { document, tables, facts }: Extraction): Map<string, string[]> {
  const code = /^(\d{3,7}) /u.exec(name)?.[1]
  const wanted = code
    ? ['general_expenditure', 'general_basic'].map((form) => cell(form, { code }, 'total'))
    : places.find(([pattern]) => pattern.test(name))?.[1]
  if (!wanted) throw new Error(`${name}: expected a figure whose place the test knows`)
  const found = new Map<string, string[]>()
  for (const place of wanted) {
    const values =
      'fact' in place
        ? facts.flatMap(({ key, basis, subject, value, unit, year }) =>
            key === place.fact &&
            basis === 'text' &&
            place.subject.test(subject) &&
            year === document.fiscalYear &&
            isMoneyUnit(unit)
              ? [readAmount(value, unit)!.yuan.toString()]
              : [],
          )
        : tables
            .filter(({ form }) => form === (`${document.stage}.${place.form}` as Form))
            .flatMap((table) => valuesAt(table, place, document.fiscalYear, document.stage))
    if (values.length > 0)
      found.set(
        JSON.stringify(place, (_, part: unknown) => (part instanceof RegExp ? part.source : part)),
        values,
      )
  }
  return found
}

function valuesAt(table: ExtractionTable, { key, measure }: Cell, year: number, stage: string): string[] {
  return table.columns
    .filter(
      (column) => column.measure === measure && column.amountYear === year && column.amountStage === stage,
    )
    .flatMap((column) =>
      table.rows.flatMap((row) => {
        const { code, item } = keyOfCell(table, row, column)
        const isKey = typeof key === 'string' ? item === key : code === key.code
        const yuan = isKey
          ? readCell(row.cells[column.index]!, isMoneyUnit(column.unit) ? column.unit : table.unit).yuan
          : null
        return yuan ? [yuan.toString()] : []
      }),
    )
}

/** A figure of the manifest in 元: its unit stands in brackets behind its name, 万元 else. */
export function yuanOf(name: string, figure: string): string {
  return readAmount(figure, name.includes('(元)') ? '元' : '万元')!.yuan.toString()
}
