import { describe, expect, it } from 'vitest'
import { indicatorsOfDocument } from '../../../src/queries/indicators-of-document'
import { projectsOfDocument } from '../../../src/queries/projects-of-document'
import { Disclosure, pick } from '../../support/disclosure'
import { rowOf } from '../../support/rows'

function evaluated(): Disclosure {
  const d = new Disclosure('final')
  const project = {
    document_id: d.id,
    table_no: 11,
    kind: 'project',
    states: 'evaluation',
    budget_basis: 'unknown',
  }
  d.rows.projects = [
    rowOf('projects', { ...project, project_no: 2, project_name: '乙', score: '100' }),
    rowOf('projects', {
      ...project,
      project_no: 1,
      project_name: '甲',
      budget_fen: 609_950_000n,
      executed_fen: 409_950_000n,
      rate: '67.21',
      rate_printed: '67.21%',
      rate_score: '6.72',
      indicator_score: '80',
      deduction: '7.721',
      score: '79',
    }),
    rowOf('projects', { ...project, document_id: 'other', project_no: 1, project_name: '他' }),
  ]
  const indicator = { document_id: d.id, table_no: 11, project_no: 1 }
  d.rows.indicators = [
    rowOf('indicators', {
      ...indicator,
      indicator_no: 2,
      level3: '满意率',
      operator: '定性',
      target: '满意',
    }),
    rowOf('indicators', {
      ...indicator,
      indicator_no: 1,
      level3: '变动率',
      operator: '≤',
      target: '0',
      target_printed: '0',
      unit: '%',
      actual: '— 21.05',
      completion: '1',
      weight: '2.5',
      score: '2.5',
    }),
    rowOf('indicators', { ...indicator, document_id: 'other', indicator_no: 1 }),
  ]
  return d
}

describe('projects of a document', () => {
  it('gives amounts in fen’s own money, rates and scores as plain decimals, in the order of the forms', async () => {
    const d = evaluated()
    const rows = await d.ask(projectsOfDocument, { document: d.id })
    expect(
      pick(rows, 'projectNo', 'name', 'budget', 'rate', 'rateScore', 'indicatorScore', 'deduction', 'score'),
    ).toEqual([
      [1, '甲', '609.95', '67.21', '6.72', '80', '7.721', '79'],
      [2, '乙', null, null, null, null, null, '100'],
    ])
  })

  it('is empty for a document without performance forms', async () => {
    const d = new Disclosure('budget')
    expect(await d.ask(projectsOfDocument, { document: d.id })).toEqual([])
    expect(await d.ask(indicatorsOfDocument, { document: d.id })).toEqual([])
  })
})

describe('indicators of a document', () => {
  it('gives targets and results as published, in the order of the forms', async () => {
    const d = evaluated()
    const rows = await d.ask(indicatorsOfDocument, { document: d.id })
    expect(
      pick(
        rows,
        'indicatorNo',
        'projectNo',
        'level1',
        'level3',
        'operator',
        'target',
        'unit',
        'actual',
        'weight',
      ),
    ).toEqual([
      [1, 1, null, '变动率', '≤', '0', '%', '— 21.05', '2.5'],
      [2, 1, null, '满意率', '定性', '满意', null, null, null],
    ])
  })
})
