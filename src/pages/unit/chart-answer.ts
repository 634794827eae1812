import type { Answer } from '../../stores/answers.svelte'
import type { AnswerSource, ChartState } from '../../charts/shared/chart-state'

/** How several answers stand together: the chart waits for all, fails with the first that failed, and has one source. */
export interface Standing {
  state: Extract<ChartState, 'loading' | 'ready' | 'error'>
  source: AnswerSource | null
  /** Why it failed. */
  message: string | undefined
}

/** Joins the answers one chart is drawn from. It has come from the engine only when all of them have. */
export function standingOf(answers: Answer<unknown>[]): Standing {
  const failed = answers.find((answer) => answer.status === 'failed')
  if (failed) return { state: 'error', source: null, message: failed.reason }
  const sources = answers.flatMap((answer) => (answer.status === 'ready' ? [answer.source] : []))
  if (sources.length < answers.length) return { state: 'loading', source: null, message: undefined }
  return {
    state: 'ready',
    source: sources.every((source) => source === 'engine') ? 'engine' : 'precomputed',
    message: undefined,
  }
}

/** Rows of an answer, none while there are none. */
export function rowsOf<Row>(answer: Answer<Row>): Row[] {
  return answer.status === 'ready' ? answer.rows : []
}
