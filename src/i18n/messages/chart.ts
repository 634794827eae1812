import type { Words } from '../language'

/** Words around every chart: its states, its foot, the states of a value. */
const zh = {
  showTable: '查看数据',
  hideTable: '收起数据',
  source: (line: string) => `来源：${line}`,
  retry: '重新取',
  derived: '推算',
  /** Heard between a title and the small words after it. */
  pause: '，',
  /** How a derived figure came about and how far it may be off. */
  bounds: {
    derived: '推算',
    from: (formula: string) => `由 ${formula} 推算`,
    exact: '没有舍入',
    within: (interval: string) => `在 ${interval} 之间`,
    plusMinus: (half: string) => `± ${half}`,
    join: (from: string, bounds: string) => `${from}，${bounds}`,
  },
  state: {
    loading: { title: '正在取数', sentence: '图的位置先留好。' },
    'declared-empty': { title: '空表列示', sentence: '单位印了这张表，并注明没有这类收支。' },
    blank: { title: '未填', sentence: '单位印了这张表，金额都空着，也没有说明，不知道是多少，不是 0。' },
    'not-disclosed': { title: '未公开', sentence: '文件里没有这张表，不知道是多少，不是 0。' },
    'not-applicable': { title: '不适用', sentence: '这个问题在这里不成立，没有数可画。' },
    failed: { title: '未能提取', sentence: '表在，但有格子没有读准，没有当成空白。' },
    offline: { title: '离线', sentence: '没有连网，显示的是上次看过的这一版。' },
    error: { title: '出错', sentence: '图没有画。不画可能错的图。' },
  },
  value: {
    blank: '原表空白',
    declaredEmpty: '空',
    declaredEmptyLong: '空表列示：整表注明没有',
    notDisclosed: '未公开',
    unreadable: '未能提取',
    notHeld: '没有收',
    notHeldLong: '这一年的文件没有收，不是没有公开',
    notApplicable: '不适用',
  },
}

const en: typeof zh = {
  showTable: 'Show data',
  hideTable: 'Hide data',
  source: (line) => `Source: ${line}`,
  retry: 'Fetch again',
  derived: 'derived',
  pause: ', ',
  bounds: {
    derived: 'Derived',
    from: (formula) => `Derived: ${formula}`,
    exact: 'not rounded',
    within: (interval) => `within ${interval}`,
    plusMinus: (half) => `± ${half}`,
    join: (from, bounds) => `${from}; ${bounds}`,
  },
  state: {
    loading: { title: 'Fetching figures', sentence: 'The place of the chart is kept.' },
    'declared-empty': {
      title: 'Declared empty',
      sentence: 'The unit printed this table and noted that it has no such income or spending.',
    },
    blank: {
      title: 'Left blank',
      sentence:
        'The unit printed this table and left every amount blank without a note. The amount is unknown, not 0.',
    },
    'not-disclosed': {
      title: 'Not disclosed',
      sentence: 'The document does not hold this table. The amount is unknown, not 0.',
    },
    'not-applicable': {
      title: 'Not applicable',
      sentence: 'The question makes no sense here; there is no figure to draw.',
    },
    failed: {
      title: 'Could not be read',
      sentence:
        'The table is there, but some cells were not read with certainty. They are not taken for blanks.',
    },
    offline: { title: 'Offline', sentence: 'No connection: this is the version you last saw.' },
    error: { title: 'Error', sentence: 'The chart was not drawn. We draw none that may be wrong.' },
  },
  value: {
    blank: 'blank in the table',
    declaredEmpty: 'none',
    declaredEmptyLong: 'declared empty: the whole table is printed as having none',
    notDisclosed: 'not disclosed',
    unreadable: 'could not be read',
    notHeld: 'not here',
    notHeldLong: 'the document of this year is not here; it may have been disclosed',
    notApplicable: 'not applicable',
  },
}

export const chartWords: Words<typeof zh> = { zh, en }
