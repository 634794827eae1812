import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')

/**
 * Frees what is not used any more, now. Answers of the native database lie outside the heap that the collector watches: left
 * to itself it frees them so late that memory grows with the number of disclosures.
 */
export const collect = runInNewContext('gc') as () => void
