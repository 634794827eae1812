import { UnreadableFile } from '../ingest/raw'
import type { Refusal } from './messages'

/** Why a file was not read, in a form that can be sent. Only what the readers refuse by name has a name here too. */
export function refusalOf(cause: unknown): Refusal {
  if (cause instanceof UnreadableFile) {
    const { reason, expected, found } = cause
    return { reason, expected, found }
  }
  const name = cause instanceof Error ? cause.name : ''
  const line = cause instanceof Error ? `${name}: ${cause.message}` : String(cause)
  const isGone = name === 'NotFoundError' || name === 'NotReadableError'
  return { reason: isGone ? 'gone' : 'fault', expected: 'a file that can be read', found: line }
}
