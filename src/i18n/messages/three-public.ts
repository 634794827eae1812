import type { AmountStage, CellState } from '../../model/vocabulary'
import type { Words } from '../language'

type Item = 'total' | 'abroad' | 'vehicle' | 'vehicle_purchase' | 'vehicle_running' | 'reception'
type Absent = Exclude<CellState, 'value' | 'zero'>

/** Words of the 三公 trend and of the counts beside it. Figures come in already formatted. */
const zh = {
  items: {
    total: '合计',
    abroad: '因公出国（境）',
    vehicle: '公务用车购置及运行',
    vehicle_purchase: '公务用车购置',
    vehicle_running: '公务用车运行维护',
    reception: '公务接待',
  } as Record<Item, string>,
  stages: { budget: '预算', adjusted: '调整预算', final: '决算' } as Record<AmountStage, string>,
  key: { label: '图例', final: '决算', budget: '年初预算', derived: '推算', break: '口径变化' },
  absent: { blank: '空白', declared_empty: '空', unreadable: '未能提取' } as Record<Absent, string>,
  absence: (stage: string, state: string) => `${stage} ${state}`,
  budgetAt: (amount: string) => `预算 ${amount}`,
  says: (item: string, list: string[]) => `${item}：${list.length > 0 ? list.join('，') : '没有数'}`,
  point: (year: number, stage: string, amount: string, derived: boolean) =>
    `${year} 年${stage} ${amount}${derived ? '（推算）' : ''}`,
  noPoint: (year: number, stage: string, state: string) => `${year} 年${stage}${state}`,
  notes: {
    completed: (budget: string, rate: string) => `预算 ${budget}，完成 ${rate}`,
    unbudgeted: (state: string, final: string) => `预算${state}，决算 ${final}`,
    fromText: (state: string, amount: string) => `${state}，正文写 ${amount}`,
    textOnly: (amount: string) => `正文写 ${amount}`,
    ofYear: (year: number, note: string) => `${year} 年${note}`,
    tableState: { blank: '表内为空', declared_empty: '空表列示', unreadable: '表内未能提取' } as Record<
      Absent,
      string
    >,
    budgetState: { blank: '栏为空', declared_empty: '空表列示', unreadable: '未能提取' } as Record<
      Absent,
      string
    >,
    derived: (year: number, stage: string, amount: string, how: string) =>
      `${year} 年${stage} ${amount}：${how}`,
    break: (year: number, words: string) => `${year} 年起口径变化：${words}`,
    without: (count: number) => `${count} 个数写不下，在数据表里`,
  },
  level: (year: number) => `推算，与 ${year} 年持平`,
  missing: (years: string) => `${years} 年没有数，线在这里断开。`,
  adjusted: '调整预算数只列在数据表里。',
  joinYears: (years: number[]) => years.join('、'),
  table: {
    caption: '三公经费，逐年',
    item: '项目',
    year: '年度',
    basis: (stage: string) => `${stage}怎么来的`,
    published: '表内印出',
    text: (state: string | null) => (state ? `正文写出，${state}` : '正文写出'),
  },
  counts: {
    caption: '花在几次、几人、几辆',
    fact: '事实',
    count: '数量',
    amount: '金额',
    each: '每单位',
    rows: {
      domestic: '国内公务接待',
      foreign: '外事接待',
      kept: '公务用车保有',
      bought: '当年购置公务用车',
      abroad: '出国（境）',
    },
    units: { groups: '团组', trips: '人次', batches: '批次', people: '人', vehicles: '辆' },
    one: { groups: '团组', trips: '人次', batches: '批次', people: '人', vehicles: '辆' },
    of: (number: string, unit: string) => `${number} ${unit}`,
    per: { trips: '人次', people: '人', vehicles: '辆' },
    cost: (amount: string, unit: string, per: string) => `${amount} ${unit}/${per}`,
  },
}

const en: typeof zh = {
  items: {
    total: 'Total',
    abroad: 'Overseas trips',
    vehicle: 'Vehicles, purchase and running',
    vehicle_purchase: 'Vehicle purchase',
    vehicle_running: 'Vehicle running',
    reception: 'Official receptions',
  },
  stages: { budget: 'budget', adjusted: 'adjusted budget', final: 'final' },
  key: {
    label: 'Key',
    final: 'Final',
    budget: 'Initial budget',
    derived: 'Derived',
    break: 'Change of definition',
  },
  absent: { blank: 'blank', declared_empty: 'none', unreadable: 'unreadable' },
  absence: (stage, state) => `${stage} ${state}`,
  budgetAt: (amount) => `budget ${amount}`,
  says: (item, list) => `${item}: ${list.length > 0 ? list.join(', ') : 'no figures'}`,
  point: (year, stage, amount, derived) => `${year} ${stage} ${amount}${derived ? ' (derived)' : ''}`,
  noPoint: (year, stage, state) => `${year} ${stage} ${state}`,
  notes: {
    completed: (budget, rate) => `Budget ${budget}, completed ${rate}`,
    unbudgeted: (state, final) => `Budget ${state}, final ${final}`,
    fromText: (state, amount) => `${state}, the text says ${amount}`,
    textOnly: (amount) => `The text says ${amount}`,
    ofYear: (year, note) => `${year}: ${note}`,
    tableState: {
      blank: 'Blank in the table',
      declared_empty: 'Table declared empty',
      unreadable: 'Unreadable in the table',
    },
    budgetState: { blank: 'blank', declared_empty: 'declared empty', unreadable: 'unreadable' },
    derived: (year, stage, amount, how) => `${year} ${stage} ${amount}: ${how}`,
    break: (year, words) => `Definition changes in ${year}: ${words}`,
    without: (count) =>
      count === 1
        ? '1 number finds no room; the data table has it'
        : `${count} numbers find no room; the data table has them`,
  },
  level: (year) => `Derived, the same as in ${year}`,
  missing: (years) => `No figures for ${years}: the lines stop there.`,
  adjusted: 'Adjusted budgets stand in the data table only.',
  joinYears: (years) => years.join(', '),
  table: {
    caption: 'Three public expenses, year by year',
    item: 'Item',
    year: 'Year',
    basis: (stage) => `Where the ${stage} comes from`,
    published: 'Printed in the table',
    text: (state) => (state ? `Stated in the text; ${state.toLowerCase()}` : 'Stated in the text'),
  },
  counts: {
    caption: 'How many visits, people and vehicles',
    fact: 'Fact',
    count: 'Count',
    amount: 'Amount',
    each: 'Per unit',
    rows: {
      domestic: 'Domestic receptions',
      foreign: 'Receptions of foreign guests',
      kept: 'Vehicles kept',
      bought: 'Vehicles bought in the year',
      abroad: 'Overseas trips',
    },
    units: {
      groups: 'groups',
      trips: 'person-trips',
      batches: 'visits',
      people: 'people',
      vehicles: 'vehicles',
    },
    one: { groups: 'group', trips: 'person-trip', batches: 'visit', people: 'person', vehicles: 'vehicle' },
    of: (number, unit) => `${number} ${unit}`,
    per: { trips: 'person-trip', people: 'person', vehicles: 'vehicle' },
    cost: (amount, unit, per) => `${amount} ${unit} per ${per}`,
  },
}

export const threePublicWords: Words<typeof zh> = { zh, en }
