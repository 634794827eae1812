import { expect, it } from 'vitest'
import { threePublicCounts } from '../../../src/queries/three-public-counts'
import { Disclosure, pick } from '../../support/disclosure'

it('gives what the text counts in the document’s year, once each, in a fixed order', async () => {
  const count = (unit: string) => ({ key: 'count', unit })
  const d = new Disclosure('final')
    .fact('vehicles.kept', '2', count('辆'))
    .fact('reception.domestic.people', '19', count('人'))
    .fact('abroad.groups', '0', count('个'))
    .fact('vehicles.kept', '3', count('辆'))
    .fact('vehicles.bought', '1', { ...count('辆'), fiscal_year: 2022 })
    .fact('assets.vehicles', '2', count('辆'))
    .fact('reception.domestic', '4.24')
  const rows = await d.ask(threePublicCounts, { document: d.id })
  expect(pick(rows, 'subject', 'number', 'unit', 'quote')).toEqual([
    ['abroad.groups', '0', '个', 'abroad.groups 0'],
    ['vehicles.kept', '2', '辆', 'vehicles.kept 2'],
    ['reception.domestic.people', '19', '人', 'reception.domestic.people 19'],
  ])
})
