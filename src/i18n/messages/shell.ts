import type { Words } from '../language'

/** Words around every page: head, foot, the database's state, notices. */
const zh = {
  product: '明账',
  toMain: '跳到正文',
  home: '首页',
  import: '导入',
  pages: '各页',
  money: '金额单位',
  moneyAuto: '自动',
  otherLanguage: 'English',
  otherLanguageCode: 'en',
  elder: '大字版',
  standard: '标准版',
  theme: '明暗',
  themes: { auto: '随系统', light: '明', dark: '暗', contrast: '高对比' },
  motto: '明账把已公开的部门预算、决算读成可核对的数。数字照原文，推算的另作标记。',
  noCatalog: '没有取到数据目录，所以没有数可看。可以再试一次；还不行，请告诉维护这个网站的人。',
  ignored: (words: string) => `地址里有看不懂的部分，没有采用：${words}`,
  engine: {
    idle: '本机数据库没有启动。',
    start: '启动数据库（约 8 MB）',
    starting: (percent: string) => `本机数据库正在启动：${percent}`,
    cancel: '停止',
    ready: '本机数据库已就绪。',
    failed: '本机数据库没能启动。',
    charts: {
      idle: '图上的数取自随站发布的答案。',
      ready: '图上的数由它重新查出。',
      failed: '图和表不受影响，数取自随站发布的答案。',
    },
    imported: {
      idle: '导入的公开等它来画。',
      ready: '图上的数由它从导入的文件查出。',
      failed: '导入的公开没有它画不出图；站上的不受影响。',
    },
    retry: '再试一次',
    progress: '数据库启动进度',
  },
  title: {
    home: '明账：公家的钱，每个数都能核对',
    unit: (unit: string, year: number, stage: string) => `${unit}${year} 年${stage} · 明账`,
    missing: '没有这一页 · 明账',
    importGone: '导入的文件不在了 · 明账',
  },
  technical: '技术细节',
  noAnswers: (reason: string) => `这里的数没有取到，可以再试一次。（${reason}）`,
  fault: {
    title: '页面出了错',
    sentence: '数据没有丢。可以重新打开，或把下面的技术细节告诉维护的人。',
    reload: '重新打开',
  },
}

const en: typeof zh = {
  product: 'Mingzhang',
  toMain: 'Skip to content',
  home: 'Home',
  import: 'Import',
  pages: 'Pages',
  money: 'Unit of money',
  moneyAuto: 'auto',
  otherLanguage: '中文',
  otherLanguageCode: 'zh-CN',
  elder: 'Large print',
  standard: 'Standard print',
  theme: 'Theme',
  themes: { auto: 'as the system', light: 'light', dark: 'dark', contrast: 'high contrast' },
  motto:
    'Mingzhang reads published budgets and final accounts into figures that can be checked. Figures are as printed; derived ones are marked.',
  noCatalog:
    'The list of the data could not be fetched, so there is nothing to show. Try again; if it stays so, tell whoever keeps this site.',
  ignored: (words) => `Parts of the address were not understood and were left out: ${words}`,
  engine: {
    idle: 'The database is not running in this browser.',
    start: 'Start the database (about 8 MB)',
    starting: (percent) => `The database is starting in this browser: ${percent}`,
    cancel: 'Stop',
    ready: 'The database is running in this browser.',
    failed: 'The database could not start.',
    charts: {
      idle: ' The charts draw on answers shipped with the site.',
      ready: ' It answers the charts.',
      failed: ' Charts and tables are not affected: they draw on answers shipped with the site.',
    },
    imported: {
      idle: ' Imported disclosures are drawn by it.',
      ready: ' It answers the charts from the imported files.',
      failed: ' Imported disclosures cannot be drawn without it; those of the site are not affected.',
    },
    retry: 'Try again',
    progress: 'Progress of the database',
  },
  title: {
    home: 'Mingzhang: public money, every figure checkable',
    unit: (unit, year, stage) => `${unit}, ${stage} ${year} · Mingzhang`,
    missing: 'No such page · Mingzhang',
    importGone: 'The imported file is gone · Mingzhang',
  },
  technical: 'Technical details',
  noAnswers: (reason) => `These figures could not be fetched; try again. (${reason})`,
  fault: {
    title: 'Something went wrong on this page',
    sentence:
      'No data is lost. Open it again, or tell the technical details below to whoever keeps this site.',
    reload: 'Open again',
  },
}

export const shellWords: Words<typeof zh> = { zh, en }
