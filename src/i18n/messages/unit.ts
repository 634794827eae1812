import type { Words } from '../language'

/** A stretch of a sentence; a figure or a name that carries it is strong. */
export interface Phrase {
  text: string
  strong?: boolean
}

const plain = (text: string): Phrase => ({ text })
const strong = (text: string): Phrase => ({ text, strong: true })

/** Words of a unit's page. Figures come in already formatted, with their unit of money where a sentence needs it. */
const zh = {
  place: '位置',
  year: '年度',
  stage: '阶段',
  stages: { budget: '预算', adjusted: '调整预算', final: '决算' },
  stagesLong: { budget: '年初预算', adjusted: '调整预算', final: '决算' },
  unitCode: (code: string) => `单位编码 ${code}`,
  tabs: { where: '花在哪', 'budget-actual': '预算对决算', 'three-public': '三公', facts: '其他事实' },
  tabsLabel: '看什么',
  band: {
    income: '收入',
    expenditure: '支出',
    basic: '基本支出',
    project: '项目支出',
    three_public: '三公经费',
    operating_cost: '机关运行经费',
  },
  bandLabel: '主要数字',
  onLastYear: (change: string, rate: string | null) => `比上年 ${change}${rate ? `（${rate}）` : ''}`,
  lastYear: (amount: string) => `上年 ${amount}`,
  budgetOf: (amount: string) => `预算 ${amount}`,
  derived: '推算',
  notFound: {
    title: '没有收这个单位',
    sentence: (unit: string) => `数据里没有编号为“${unit}”的单位。看看首页列出的单位，或核对一下地址。`,
    back: '回到首页',
  },
  yearMissing: (year: number | null, stage: string | null, here: string) =>
    `这个单位${year === null ? '' : ` ${year} 年`}${stage ? `的${stage}` : '的文件'}没有收，也可能没有公开。现有：${here}。`,
  lead: {
    spent: (year: number, stage: 'budget' | 'final', amount: string): Phrase[] =>
      stage === 'final'
        ? [plain(`${year} 年支出 `), strong(amount)]
        : [plain(`${year} 年预算安排支出 `), strong(amount)],
    change: (amount: string, more: boolean): Phrase[] => [
      plain(`，比上年${more ? '增加' : '减少'} ${amount}`),
    ],
    same: (): Phrase[] => [plain('，与上年持平')],
    largest: (name: string, amount: string, share: string): Phrase[] => [
      plain('。最大一项是'),
      strong(name),
      plain(`，${amount}，占 ${share}`),
    ],
    threePublic: (amount: string): Phrase[] => [plain('。三公经费 '), strong(amount)],
    overBudget: (amount: string, more: boolean): Phrase[] => [
      plain(`，比预算${more ? '多' : '少'} ${amount}`),
    ],
    threePublicFell: (amount: string, more: boolean): Phrase[] => [
      plain(`，比上年${more ? '增加' : '减少'} ${amount}`),
    ],
    end: (): Phrase[] => [plain('。')],
  },
  where: {
    title: '钱花在哪',
    titleIncome: '钱从哪来',
    by: '分类',
    bys: { function: '功能', economic: '经济', income: '收入来源' },
    measure: '范围',
    measures: { total: '合计', basic: '基本', project: '项目' },
    notes: { function: '按功能分类', economic: '按经济分类，一般公共预算基本支出', income: '按来源' },
    summary: (name: string, share: string, others: string[], count: number) =>
      `${name}占 ${share}，其余是${others.join('、')}${count > others.length ? `等 ${count} 项` : ''}。`,
    summaryOne: (name: string) => `全部是${name}。`,
    source: (unit: string, year: number, stage: string, table: string, money: string) =>
      `${unit} ${year} 年${stage}公开，${table}。单位：${money}。`,
    shifted: (tables: string) => `${tables}的金额整列错了行，不能照着画。`,
    noSpending: '文件里没有能照着画的按科目支出总表。',
    drawn: (used: string) => `这里画的是${used}。`,
    standIns: {
      income: (used: string) => `这里改用${used}：它按同样的科目列收入，合计与支出合计相等。`,
      general: (used: string) => `这里改用${used}：只含一般公共预算财政拨款，不是全部支出。`,
    },
    shiftedNone: (tables: string) =>
      `${tables}的金额整列错了行，画出来会是错的，所以没有画。下面是原表印的数，请对照核对结果看。`,
    rate: '完成率',
    reason: '原文说的原因：',
    projects: (name: string, count: number) => `再往下：${name}的 ${count} 个项目`,
    projectsSum: (sum: string) => `正文列出，相加 ${sum}`,
    centre: (year: number, income: boolean, stage: 'budget' | 'final') =>
      `${year} 年${income ? '收入' : stage === 'final' ? '支出' : '预算支出'}`,
  },
  budgetActual: {
    title: '预算对决算',
    titleThreePublic: '三公经费，预算对决算',
    finalMissing: '这份文件是预算，决算没有收；两样都有了才能比。',
    rowsLabel: '按',
    rows: { item: '项', class: '类', 'three-public': '三公' },
    summaryDerived: (rate: string, over: string, more: boolean) =>
      `支出完成年初预算的 ${rate}，${more ? '多出' : '少用'}约 ${over}。`,
    derivedNote: '这份决算没有印出各项的年初预算，预算数由决算数和正文的完成率推算。',
    summaryThreePublic: (final: string, budget: string, rate: string | null) =>
      `决算 ${final}，年初预算 ${budget}${rate ? `，完成 ${rate}` : ''}。`,
  },
  threePublic: {
    title: '三公经费',
    summary: (year: number, stage: string, amount: string) => `${year} 年${stage} ${amount}`,
    summaryChange: (amount: string, more: boolean, derived: boolean) =>
      `，比上年${more ? '多' : '少'} ${amount}${derived ? '（上年数是推算的）' : ''}`,
    end: '。',
    declaredEmpty: '原表整张为空并有说明，数取自正文。',
  },
  facts: {
    title: '正文里的其他数',
    caption: '机关运行经费、政府采购、国有资产、绩效自评',
    what: '事实',
    value: '数',
    quote: '原文',
    none: '这份文件的正文里没有读到这些数。',
    groups: {
      operating_cost: '机关运行经费',
      procurement: '政府采购',
      assets: '国有资产',
      evaluation: '绩效自评',
    },
    change: '比上年',
    share: '占比',
  },
  source: (title: string, file: string) => `${title}（${file}）`,
}

const en: typeof zh = {
  place: 'Place',
  year: 'Year',
  stage: 'Stage',
  stages: { budget: 'Budget', adjusted: 'Adjusted budget', final: 'Final account' },
  stagesLong: { budget: 'initial budget', adjusted: 'adjusted budget', final: 'final account' },
  unitCode: (code) => `unit code ${code}`,
  tabs: {
    where: 'Where it goes',
    'budget-actual': 'Budget against actual',
    'three-public': 'Three public',
    facts: 'Other facts',
  },
  tabsLabel: 'What to look at',
  band: {
    income: 'Income',
    expenditure: 'Spending',
    basic: 'Basic spending',
    project: 'Project spending',
    three_public: 'Three public',
    operating_cost: 'Running cost',
  },
  bandLabel: 'Main figures',
  onLastYear: (change, rate) => `on last year ${change}${rate ? ` (${rate})` : ''}`,
  lastYear: (amount) => `last year ${amount}`,
  budgetOf: (amount) => `budget ${amount}`,
  derived: 'derived',
  notFound: {
    title: 'This unit is not here',
    sentence: (unit) =>
      `The data holds no unit with the id “${unit}”. See the units on the first page, or check the address.`,
    back: 'To the first page',
  },
  yearMissing: (year, stage, here) =>
    `No ${stage?.toLowerCase() ?? 'document'} of this unit${year === null ? '' : ` for ${year}`} is here; it may not have been disclosed. Here are: ${here}.`,
  lead: {
    spent: (year, stage, amount) =>
      stage === 'final'
        ? [plain(`Spending in ${year}: `), strong(amount)]
        : [plain(`Budgeted spending for ${year}: `), strong(amount)],
    change: (amount, more) => [plain(`, ${amount} ${more ? 'more' : 'less'} than the year before`)],
    same: () => [plain(', the same as the year before')],
    largest: (name, amount, share) => [
      plain('. The largest item is '),
      strong(name),
      plain(`, ${amount}, ${share} of the whole`),
    ],
    threePublic: (amount) => [plain('. Three public: '), strong(amount)],
    overBudget: (amount, more) => [plain(`, ${amount} ${more ? 'more' : 'less'} than budgeted`)],
    threePublicFell: (amount, more) => [plain(`, ${amount} ${more ? 'more' : 'less'} than the year before`)],
    end: () => [plain('.')],
  },
  where: {
    title: 'Where the money goes',
    titleIncome: 'Where the money comes from',
    by: 'Classification',
    bys: { function: 'Function', economic: 'Economic', income: 'Sources' },
    measure: 'Scope',
    measures: { total: 'Total', basic: 'Basic', project: 'Projects' },
    notes: {
      function: 'by function',
      economic: 'by economic class, basic spending of the general public budget',
      income: 'by source',
    },
    summary: (name, share, others, count) =>
      `${name}: ${share}; the rest is ${others.join(', ')}${count > others.length ? ` and others, ${count} in all` : ''}.`,
    summaryOne: (name) => `All of it is ${name}.`,
    source: (unit, year, stage, table, money) => `${unit}, ${stage} ${year}, ${table}. Unit: ${money}.`,
    shifted: (tables) => `The amounts in ${tables} stand one row off and cannot be drawn as printed. `,
    noSpending: 'The document has no table of all spending by function that can be drawn. ',
    drawn: (used) => `What is drawn is ${used}.`,
    standIns: {
      income: (used) =>
        `${used} is drawn instead: it lists income under the same codes, and its total equals the spending.`,
      general: (used) =>
        `${used} is drawn instead: it holds money of the general public budget only, not all spending.`,
    },
    shiftedNone: (tables) =>
      `The amounts in ${tables} stand one row off; a picture of them would be wrong, so none is drawn. Below are the figures as printed.`,
    rate: 'of the budget',
    reason: 'The reason given:',
    projects: (name, count) => `Further down: the ${count} projects of ${name}`,
    projectsSum: (sum) => `listed in the text, together ${sum}`,
    centre: (year, income, stage) =>
      `${income ? 'Income' : stage === 'final' ? 'Spending' : 'Budget'} ${year}`,
  },
  budgetActual: {
    title: 'Budget against actual',
    titleThreePublic: 'Three public, budget against actual',
    finalMissing: 'This document is a budget and the final account is not here; both are needed to compare.',
    rowsLabel: 'By',
    rows: { item: 'item', class: 'class', 'three-public': 'three public' },
    summaryDerived: (rate, over, more) =>
      `Spending came to ${rate} of the initial budget, about ${over} ${more ? 'more' : 'less'}.`,
    derivedNote:
      'This final account does not print the initial budget of each item; it is derived from the final amount and the completion rate in the text.',
    summaryThreePublic: (final, budget, rate) =>
      `Final ${final}, initial budget ${budget}${rate ? `, ${rate} of it` : ''}.`,
  },
  threePublic: {
    title: 'Three public expenses',
    summary: (year, stage, amount) => `${stage} ${year}: ${amount}`,
    summaryChange: (amount, more, derived) =>
      `, ${amount} ${more ? 'more' : 'less'} than the year before${derived ? ' (which is derived)' : ''}`,
    end: '.',
    declaredEmpty: 'The whole table is declared empty; the figures are from the text.',
  },
  facts: {
    title: 'Other figures in the text',
    caption: 'Running cost, procurement, assets, evaluation',
    what: 'Fact',
    value: 'Figure',
    quote: 'As printed',
    none: 'None of these figures was read in the text of this document.',
    groups: {
      operating_cost: 'Running cost',
      procurement: 'Procurement',
      assets: 'State assets',
      evaluation: 'Self-evaluation',
    },
    change: 'on last year',
    share: 'share',
  },
  source: (title, file) => `${title} (${file})`,
}

export const unitWords: Words<typeof zh> = { zh, en }
