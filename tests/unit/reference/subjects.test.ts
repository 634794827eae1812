import { describe, expect, it } from 'vitest'
import { hasParts, subjectOf, subjects } from '../../../src/reference/subjects'

describe('the vocabulary of subjects', () => {
  it('has every id once, with a Chinese and an English name', () => {
    expect(new Set(subjects.map(({ id }) => id)).size).toBe(subjects.length)
    for (const { names, english } of subjects) {
      expect(names[0]).toMatch(/[一-龥]/u)
      expect(english).toMatch(/^[A-Z]/u)
    }
  })

  it('names parents that it has itself, without circles', () => {
    for (const subject of subjects) {
      const seen = new Set<string>()
      for (let id: string | null = subject.id; id !== null; id = subjectOf(id)!.parent) {
        expect(seen.has(id)).toBe(false)
        expect(subjectOf(id)).toBeDefined()
        seen.add(id)
      }
    }
  })

  it('says which totals have parts', () => {
    expect(['exp_grand', 'three_public', 'function', 'operating_cost'].map(hasParts)).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
})
