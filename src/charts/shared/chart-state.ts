/** What a chart can show (contract, section 5, data-chart). */
export type ChartId = 'sunburst' | 'icicle' | 'treemap' | 'budget-vs-actual' | 'three-public' | 'compare'

/** Where a chart is on its way to the reader (data-state). */
export type ChartState =
  | 'loading'
  | 'ready'
  | 'declared-empty'
  | 'blank'
  | 'not-disclosed'
  | 'not-applicable'
  | 'failed'
  | 'offline'
  | 'error'

/** Who answered: the answers shipped with the snapshot, or the database (data-source). */
export type AnswerSource = 'precomputed' | 'engine'
