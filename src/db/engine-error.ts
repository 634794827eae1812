/**
 * Why the engine does not answer: the browser lacks what it needs, the page's policy forbids it, a file of it is not there,
 * it made no progress for too long, it broke down, or it was stopped.
 */
export type EngineFault = 'unsupported' | 'blocked' | 'missing' | 'stalled' | 'crashed' | 'stopped'

/** The engine could not be had: what was expected, what was found and what can be done, in one line. */
export class EngineError extends Error {
  readonly fault: EngineFault

  constructor(fault: EngineFault, expected: string, found: string, remedy: string, cause?: unknown) {
    super(`engine: expected ${expected}, found ${found}; ${remedy}`, { cause })
    this.name = 'EngineError'
    this.fault = fault
  }
}
