import type { Words } from '../language'

/** A stretch of a sentence. */
export interface Phrase {
  text: string
  /** An amount with its unit stays on one line; a name is printed in the document, in Chinese. */
  kind?: 'amount' | 'name'
  strong?: boolean
}

/** How two amounts differ, said of one of them: over, under or even, against the budget or last year. */
export interface SaidDifference {
  direction: 'over' | 'under' | 'even'
  against: 'budget' | 'prior'
  /** Without sign, with its unit of money. */
  amount: string
  /** Worked out from a derived figure: never said as exact. */
  derived: boolean
}

const plain = (text: string): Phrase => ({ text })
const figure = (text: string): Phrase => ({ text, kind: 'amount' })
const hero = (text: string): Phrase => ({ text, kind: 'amount', strong: true })
const name = (text: string): Phrase => ({ text, kind: 'name', strong: true })

/** Words of a unit's page. Figures come in already formatted, with their unit of money where a sentence needs it. */
const zh = {
  place: '位置',
  year: '年度',
  stage: '阶段',
  stages: { budget: '预算', adjusted: '调整预算', final: '决算' },
  stagesLong: { budget: '年初预算', adjusted: '调整预算', final: '决算' },
  unitCode: (code: string) => `单位编码 ${code}`,
  kin: { department: '所属部门：', part: '下属单位，数已含在本部门里：' },
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
  bandUnit: (money: string) => `（${money}）`,
  bandFailed: '主要数字没有取到，别的图和表各自说明。',
  onLastYear: (change: string, rate: string | null) => `比上年 ${change}${rate ? `（${rate}）` : ''}`,
  lastYear: (amount: string) => `上年 ${amount}`,
  budgetOf: (amount: string) => `预算 ${amount}`,
  derived: '推算',
  notFound: {
    title: '没有收这个单位',
    sentence: (unit: string) =>
      unit
        ? `数据里没有编号为“${unit}”的单位。看看首页列出的单位，或核对一下地址。`
        : '地址里没有写哪个单位，或写得不像单位的编号。看看首页列出的单位，或核对一下地址。',
    back: '回到首页',
  },
  imported: '导入',
  importedFrom: (files: string) => `导入自 ${files}，只在这个标签页里。`,
  importGone: {
    title: '导入的文件不在了',
    sentence:
      '这个地址指的是从你的文件读出来的一份公开。文件没有保存，页面重新打开就没有了；再导入一次就能看到。',
    again: '去导入',
  },
  importedWaits: {
    idle: {
      title: '数据库还没有启动',
      sentence: '导入的公开要由本机数据库来查、来画。数据库约 8 MB，只从这个网站取一次。',
    },
    starting: {
      title: '数据库正在启动',
      sentence: '导入的公开由本机数据库来查、来画，好了就出图。',
    },
    failed: {
      title: '数据库没能启动',
      sentence:
        '导入的公开要由本机数据库来画，它在这个浏览器里用不了，所以没有图。读到的表、数和没弄懂的地方在导入页。',
    },
    start: '启动数据库',
    retry: '再试一次',
    stop: '停止',
    tables: '看读到的表',
  },
  yearMissing: (year: number | null, stage: string | null, here: string) =>
    `这个单位${year === null ? '' : ` ${year} 年`}${stage ? `的${stage}` : '的文件'}没有收，也可能没有公开。现有：${here}。`,
  lead: {
    spent: (year: number, stage: 'budget' | 'final', amount: string): Phrase[] => [
      plain(stage === 'final' ? `${year} 年支出 ` : `${year} 年预算安排支出 `),
      hero(amount),
    ],
    derived: (): Phrase[] => [plain('（推算）')],
    largest: (item: string, amount: string, share: string, table: string | null): Phrase[] => [
      plain(table ? `。按${table}，最大一项是` : '。最大一项是'),
      name(item),
      plain('，'),
      figure(amount),
      plain(`，占 ${share}`),
    ],
    threePublic: (amount: string): Phrase[] => [plain('。三公经费 '), hero(amount)],
    end: (): Phrase[] => [plain('。')],
  },
  differs: ({ direction, against, amount, derived }: SaidDifference): Phrase[] => {
    const base = against === 'budget' ? (derived ? '推算的预算' : '预算') : '上年'
    const mark = derived && against === 'prior' ? [plain('（上年数是推算的）')] : []
    if (direction === 'even') return [plain(`，与${base}${derived ? '大致' : ''}持平`), ...mark]
    const more = direction === 'over' ? '多' : '少'
    return [plain(`，比${base}${derived ? '约' : ''}${more} `), figure(amount), ...mark]
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
      `${unit} ${year} 年${stage}公开${table ? `，${table}。单位：${money}` : ''}。`,
    notSplit: '文件没有按功能科目分开列基本支出和项目支出。没有列的不推算，也不当作 0。',
    shifted: (tables: string) => `${tables}的金额整列错了行，不能照着画。`,
    noSpending: '文件里没有能照着画的按科目支出总表。',
    drawn: (used: string) => `这里画的是${used}。`,
    standIns: {
      income: (used: string) => `这里改用${used}：它按同样的科目列收入，合计与支出合计相等。`,
      fiscal: (used: string) => `这里改用${used}：只含财政拨款，不是全部支出。`,
      general: (used: string) => `这里改用${used}：只含一般公共预算财政拨款，不是全部支出。`,
      whole: (used: string) => `这里改用${used}：它的合计与支出合计相等。`,
    },
    shiftedNone: (tables: string) =>
      `${tables}的金额整列错了行，画出来会是错的，所以没有画。下面照原样列出原表印的数。`,
    table: (no: number) => `表 ${no}`,
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
    notYet: '还不能比',
    finalMissing: '这份文件是预算，决算没有收；两样都有了才能比。',
    rowsLabel: '按',
    rows: { item: '项', class: '类', 'three-public': '三公' },
    summaryDerived: (rate: string | null, difference: string) =>
      `支出${rate ? `完成年初预算的 ${rate}` : ''}${rate ? difference : difference.replace(/^，/, '')}。`,
    derivedByRate: '这份决算没有印出各项的年初预算，预算数由决算数和正文的完成率推算。',
    derivedOtherwise: '这份决算没有印出年初预算，预算数是推算的。',
    summaryPrinted: (final: string, budget: string, rate: string | null) =>
      `决算 ${final}，年初预算 ${budget}${rate ? `，完成 ${rate}` : ''}。`,
  },
  threePublic: {
    title: '三公经费',
    summary: (year: number, stage: string, amount: string) => `${year} 年${stage} ${amount}`,
    derived: '（推算）',
    end: '。',
    note: (from: number, to: number, stages: string[]) =>
      `${from === to ? from : `${from}–${to}`} 年 · ${stages.join('、')}`,
    declaredEmpty: '原表整张为空并有说明，数取自正文。',
  },
  facts: {
    title: '正文里的其他数',
    caption: '机关运行经费、政府采购、国有资产、绩效自评',
    what: '事实',
    value: '数',
    quote: '原文',
    source: (title: string) => `${title}，正文。`,
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
  source: (title: string, places: string[]) => `${title}${places.map((place) => `，${place}`).join('')}。`,
  text: '正文',
  ratesInText: '完成率见正文',
  list: (words: string[]) => words.join('、'),
}

const en: typeof zh = {
  place: 'Place',
  year: 'Year',
  stage: 'Stage',
  stages: { budget: 'Budget', adjusted: 'Adjusted budget', final: 'Final account' },
  stagesLong: { budget: 'initial budget', adjusted: 'adjusted budget', final: 'final account' },
  unitCode: (code) => `unit code ${code}`,
  kin: { department: 'Part of ', part: 'Units whose figures are contained in these: ' },
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
    basic: 'Basic expenditure',
    project: 'Project expenditure',
    three_public: 'Three public',
    operating_cost: 'Running cost',
  },
  bandLabel: 'Main figures',
  bandUnit: (money) => ` (${money})`,
  bandFailed: 'The main figures could not be fetched; charts and tables speak for themselves.',
  onLastYear: (change, rate) => `on last year ${change}${rate ? ` (${rate})` : ''}`,
  lastYear: (amount) => `last year ${amount}`,
  budgetOf: (amount) => `budget ${amount}`,
  derived: 'derived',
  notFound: {
    title: 'This unit is not here',
    sentence: (unit) =>
      unit
        ? `The data holds no unit with the id “${unit}”. See the units on the first page, or check the address.`
        : 'The address names no unit, or not in the form of an id. See the units on the first page, or check the address.',
    back: 'To the first page',
  },
  imported: 'imported',
  importedFrom: (files) => `Imported from ${files}; in this tab only.`,
  importGone: {
    title: 'The imported file is gone',
    sentence:
      'This address is of a disclosure read from a file of yours. Files are not kept: when the page is opened again they are gone. Import it again to see it.',
    again: 'To the import page',
  },
  importedWaits: {
    idle: {
      title: 'The database is not running',
      sentence:
        'Imported disclosures are drawn by a database in this browser: about 8 MB, fetched once, from this site alone.',
    },
    starting: {
      title: 'The database is starting',
      sentence: 'Imported disclosures are drawn by a database in this browser; charts come when it is ready.',
    },
    failed: {
      title: 'The database could not start',
      sentence:
        'Imported disclosures are drawn by a database that cannot be had in this browser, so there are no charts. The tables, figures and what was not understood are on the import page.',
    },
    start: 'Start the database',
    retry: 'Try again',
    stop: 'Stop',
    tables: 'See the tables that were read',
  },
  yearMissing: (year, stage, here) =>
    `No ${stage?.toLowerCase() ?? 'document'} of this unit${year === null ? '' : ` for ${year}`} is here; it may not have been disclosed. Here are: ${here}.`,
  lead: {
    spent: (year, stage, amount) => [
      plain(stage === 'final' ? `Spending in ${year}: ` : `Budgeted spending for ${year}: `),
      hero(amount),
    ],
    derived: () => [plain(' (derived)')],
    largest: (item, amount, share, table) => [
      plain(table ? `. By ${table}, the largest item is ` : '. The largest item is '),
      name(item),
      plain(', '),
      figure(amount),
      plain(`, ${share} of the whole`),
    ],
    threePublic: (amount) => [plain('. Three public: '), hero(amount)],
    end: () => [plain('.')],
  },
  differs: ({ direction, against, amount, derived }) => {
    const prior = derived ? 'the year before (derived)' : 'the year before'
    const budget = derived ? 'the derived budget' : 'the budget'
    const base = against === 'budget' ? budget : prior
    if (direction === 'even') return [plain(`, ${derived ? 'about ' : ''}the same as ${base}`)]
    return [
      plain(derived ? ', about ' : ', '),
      figure(amount),
      plain(` ${direction === 'over' ? 'more' : 'less'} than ${base}`),
    ]
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
      economic: 'by economic class, basic expenditure of the general public budget',
      income: 'by source',
    },
    summary: (name, share, others, count) =>
      `${name}: ${share}; the rest is ${others.join(', ')}${count > others.length ? ` and others, ${count} in all` : ''}.`,
    summaryOne: (name) => `All of it is ${name}.`,
    source: (unit, year, stage, table, money) =>
      `${unit}, ${stage} ${year}${table ? `, ${table}. Unit: ${money}` : ''}.`,
    notSplit:
      'The document does not part basic from project expenditure by function. What is not printed is neither worked out nor taken for 0.',
    shifted: (tables) => `The amounts in ${tables} stand one row off and cannot be drawn as printed. `,
    noSpending: 'The document has no table of all spending by function that can be drawn. ',
    drawn: (used) => `What is drawn is ${used}.`,
    standIns: {
      income: (used) =>
        `${used} is drawn instead: it lists income under the same codes, and its total equals the spending.`,
      fiscal: (used) =>
        `${used} is drawn instead: it holds money appropriated by the treasury only, not all spending.`,
      whole: (used) => `${used} is drawn instead: its total equals all spending.`,
      general: (used) =>
        `${used} is drawn instead: it holds money of the general public budget only, not all spending.`,
    },
    shiftedNone: (tables) =>
      `The amounts in ${tables} stand one row off; a picture of them would be wrong, so none is drawn. Below are the figures as printed.`,
    table: (no) => `table ${no}`,
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
    notYet: 'Nothing to compare yet',
    finalMissing: 'This document is a budget and the final account is not here; both are needed to compare.',
    rowsLabel: 'By',
    rows: { item: 'item', class: 'class', 'three-public': 'three public' },
    summaryDerived: (rate, difference) =>
      rate
        ? `Spending came to ${rate} of the initial budget${difference}.`
        : `Spending was ${difference.replace(/^, /, '')}.`,
    derivedByRate:
      ' This final account does not print the initial budget of each item; it is derived from the final amount and the completion rate in the text.',
    derivedOtherwise: ' This final account does not print the initial budget; it is derived.',
    summaryPrinted: (final, budget, rate) =>
      `Final ${final}, initial budget ${budget}${rate ? `, ${rate} of it` : ''}.`,
  },
  threePublic: {
    title: 'Three public expenses',
    summary: (year, stage, amount) => `${stage} ${year}: ${amount}`,
    derived: ' (derived)',
    end: '.',
    note: (from, to, stages) => `${from === to ? from : `${from}–${to}`} · ${stages.join(', ')}`,
    declaredEmpty: ' The whole table is declared empty; the figures are from the text.',
  },
  facts: {
    title: 'Other figures in the text',
    caption: 'Running cost, procurement, assets, evaluation',
    what: 'Fact',
    value: 'Figure',
    quote: 'As printed',
    source: (title) => `${title}, text.`,
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
  source: (title, places) => `${title}${places.map((place) => `, ${place}`).join('')}.`,
  text: 'text',
  ratesInText: 'completion rates in the text',
  list: (words) => words.join(', '),
}

export const unitWords: Words<typeof zh> = { zh, en }
