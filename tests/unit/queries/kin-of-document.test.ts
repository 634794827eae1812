import { expect, it } from 'vitest'
import { kinOfDocument } from '../../../src/queries/kin-of-document'
import { Disclosure, pick } from '../../support/disclosure'
import { rowOf } from '../../support/rows'

const unit = (unit_id: string, parent: string | null) => rowOf('units', { unit_id, name: unit_id, parent })

it('gives the department of a document’s unit and the units of a department, never others', async () => {
  const asked = async (id: string) => {
    const d = new Disclosure('budget', 2026, id)
    d.rows.units = [unit('a', null), unit('a-self', 'a'), unit('a-school', 'a'), unit('b', null)]
    return pick(await d.ask(kinOfDocument, { document: d.id }), 'unit', 'kin')
  }
  expect(await asked('a')).toEqual([
    ['a-school', 'part'],
    ['a-self', 'part'],
  ])
  expect(await asked('a-self')).toEqual([['a', 'department']])
  expect(await asked('b')).toEqual([])
  expect(await asked('unknown')).toEqual([])
})
