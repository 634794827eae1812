import type { Words } from '../language'

/** Words of the first page. */
const zh = {
  heading: ['公家的钱，', '每个数都能核对。'],
  lead: '明账把公开的部门预算、决算读成可核对、可比较的数：每张图写明取自哪张表，推算的数另作标记。',
  data: '现有的数据',
  count: (units: number, documents: number) => `${units} 个单位，${documents} 份公开文件`,
  unit: '单位',
  budget: '预算',
  final: '决算',
  caption: '收了哪些单位、哪些年度',
  absent: '没有收',
  when: (year: number, stage: string) => `${year} 年${stage}`,
  open: (unit: string, year: number, stage: string) => `${unit} ${year} 年${stage}`,
  loading: '正在取数据目录。',
  failed: '没有取到数据目录。',
  empty: '还没有收任何公开文件。',
}

const en: typeof zh = {
  heading: ['Public money,', 'every figure checkable.'],
  lead: 'Mingzhang reads published budgets and final accounts into figures that can be checked and compared: each chart names the table it is drawn from, and derived figures are marked.',
  data: 'What is here',
  count: (units, documents) => `${units} units, ${documents} disclosures`,
  unit: 'Unit',
  budget: 'budget',
  final: 'final account',
  caption: 'Units and years that are here',
  absent: 'not here',
  when: (year, stage) => `${stage} ${year}`,
  open: (unit, year, stage) => `${unit}, ${stage} ${year}`,
  loading: 'Fetching the list of the data.',
  failed: 'The list of the data could not be fetched.',
  empty: 'No disclosure is here yet.',
}

export const homeWords: Words<typeof zh> = { zh, en }
