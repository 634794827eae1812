import { expect, it } from 'vitest'
import { openNative } from '../../../src/db/node'
import { decoded, decodedExpectation, exactness, wholes } from '../../support/exact-values'

it('native DuckDB gives BIGINT, cast and uncast sums, DECIMAL and NULL exactly, for a thousand values', async () => {
  const native = await openNative({ rows: {} })
  const { found, expected } = await exactness(native)
  await native.close()
  expect(wholes).toHaveLength(1000)
  expect(found.rows).toEqual(expected)
  expect(decoded(found.rows)).toEqual(decodedExpectation())
})
