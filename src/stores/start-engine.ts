import type { AnswerStore } from './answers.svelte'
import type { EngineStore } from './engine.svelte'

/** Starts the database and lets the charts ask it; does nothing while it is on its way. */
export async function startEngine(engine: EngineStore, answers: AnswerStore): Promise<void> {
  if (engine.state.status === 'ready') return
  const database = await engine.start()
  if (!database) return
  await answers.useEngine(database)
  performance.mark('mingzhang:engine-ready')
}
