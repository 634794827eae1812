import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Extraction, ExtractionFact } from '../../../../src/model/extraction'
import { deriveFacts } from '../../../../src/ingest/derive/derive'
import { Exact } from '../../../../src/model/money'

function disclosure(id: string): Extraction {
  const file = new URL(`../../../../data/disclosures/${id}.json`, import.meta.url)
  const extraction = JSON.parse(readFileSync(file, 'utf8')) as Extraction
  return { ...extraction, facts: extraction.facts.filter(({ basis }) => basis === 'text') }
}

const fuping = disclosure('130624-petition-2023-budget')
const fushun = disclosure('210400-petition-self-2023-final')

function rounded(amount: string, decimals: number): string {
  return new Exact(amount).toFixed(decimals)
}

/** Subject, year, stage, value to two decimals, bounds to those that are needed to tell them apart, formula. */
function row(fact: ExtractionFact): string {
  const { subject, code, measure, year, stage, value, low, high, formula } = fact
  const isWide = [low!, high!].every((bound) => new Exact(bound).decimalPlaces() <= 2)
  const bounds = [low!, high!].map((bound) => rounded(bound, isWide ? 2 : 3)).join('–')
  const about = `${subject}${code ? `.${code}` : ''}${measure ? `/${measure}` : ''}`
  return `${about} ${year} ${stage}: ${rounded(value, 2)} [${bounds}] = ${formula}`
}

/** The operands that a fact names: printed amounts and rates as the document has them. */
function inputsOf(extraction: Extraction, facts: ExtractionFact[], fact: ExtractionFact): string[] {
  return fact.inputs!.map((reference) => {
    const cell = /^(T\d+)\.r(\d+)\.c(\d+)$/u.exec(reference)
    if (cell) {
      const table = extraction.tables.find(({ id }) => id === cell[1])!
      const found = table.rows.find(({ row: number }) => number === Number(cell[2]))!
      return `${cell[1]} ${found.cells[Number(cell[3])]}`
    }
    const used = [...extraction.facts, ...facts].find(({ fact_no }) => `F${fact_no}` === reference)!
    return `${used.key} ${used.basis === 'text' ? used.printed : rounded(used.value, 2)}`
  })
}

describe('figures derived from the final account of Fushun, 2023', () => {
  const facts = deriveFacts(fushun)

  it('are every one that the printed figures imply, to the value and the bound', () => {
    expect(facts.map(row)).toEqual([
      'income_grand 2022 final: 1593.91 [1593.90–1593.92] = 1262.08 + 331.83',
      'exp_grand/basic 2022 final: 636.89 [636.88–636.90] = 626.72 + 10.17',
      'exp_grand/project 2022 final: 957.02 [957.01–957.03] = 635.36 + 321.66',
      'exp_grand/total 2022 final: 1593.91 [1593.90–1593.92] = 1262.08 + 331.83',
      'carry_out 2022 final: 0.00 [0.00–0.00] = 0.00 − 0',
      'fiscal_expenditure/total 2022 final: 1593.91 [1593.90–1593.92] = 1262.08 + 331.83',
      'fiscal_expenditure/basic 2022 final: 636.89 [636.88–636.90] = 626.72 + 10.17',
      'fiscal_expenditure/project 2022 final: 957.02 [957.01–957.03] = 635.36 + 321.66',
      'fiscal_expenditure/total 2023 budget: 1114.22 [1114.169–1114.276] = 1262.08 ÷ 113.27%',
      'fiscal_expenditure/basic 2023 budget: 595.46 [595.425–595.491] = 626.72 ÷ 105.25%',
      'fiscal_expenditure/project 2023 budget: 518.75 [518.721–518.771] = 635.36 ÷ 122.48%',
      'function.2010301/total 2023 budget: 413.86 [413.836–413.883] = 448.21 ÷ 108.30%',
      'function.2010308/total 2023 budget: 518.75 [518.721–518.771] = 635.36 ÷ 122.48%',
      'function.2080501/total 2023 budget: 42.22 [42.208–42.230] = 27.40 ÷ 64.90%',
      'function.2080505/total 2023 budget: 49.92 [49.914–49.930] = 48.03 ÷ 96.21%',
      'function.2080506/total 2023 budget: 7.00 [6.997–7.003] = 13.89 ÷ 198.43%',
      'function.2080801/total 2023 budget: 20.00 [19.995–20.005] = 26.48 ÷ 132.40%',
      'function.2101101/total 2023 budget: 21.49 [21.482–21.493] = 22.68 ÷ 105.55%',
      'function.2210201/total 2023 budget: 38.38 [38.372–38.386] = 40.01 ÷ 104.25%',
      'three_public.abroad 2023 budget: 0.00 [0.00–0.00] = 0.00 − 0',
      'three_public.abroad 2022 final: 0.00 [0.00–0.00] = 0.00 − 0',
      'three_public.reception 2022 final: 0.00 [-0.01–0.01] = 4.24 − 4.24',
      'three_public.vehicle 2022 final: 8.28 [8.27–8.29] = 3.00 + 5.28',
      'operating_cost 2022 final: 110.75 [110.74–110.76] = 121.12 − 10.37',
      'three_public 2022 final: 8.28 [8.26–8.30] = 0.00 + 8.28 + 0.00',
      'function.201/total 2023 budget: 932.61 [932.557–932.655] = 413.86 + 518.75',
      'function.208/total 2023 budget: 119.14 [119.115–119.167] = 42.22 + 49.92 + 7.00 + 20.00',
      'function.210/total 2023 budget: 21.49 [21.482–21.493] = 21.49',
      'function.221/total 2023 budget: 38.38 [38.372–38.386] = 38.38',
    ])
  })

  it('name their operands, in a table where one of the same scope prints the amount', () => {
    const named = facts.map((fact) => inputsOf(fushun, facts, fact))
    const of = (line: string) => named[facts.findIndex((fact) => row(fact).startsWith(line))]
    expect(of('fiscal_expenditure/total 2023 budget')).toEqual(['T04 1,262.08', 'completion_rate 113.27'])
    expect(of('function.2010308/total 2023 budget')).toEqual(['T05 635.36', 'completion_rate 122.48'])
    expect(of('exp_grand/basic 2022 final')).toEqual(['T03 626.72', 'change 10.17'])
    expect(of('three_public.vehicle 2022 final')).toEqual(['T07 3.00', 'change 5.28'])
    expect(of('three_public.abroad 2022 final')).toEqual(['amount 0.00', 'change 持平'])
    expect(of('operating_cost 2022 final')).toEqual(['amount 121.12', 'change 10.37'])
    expect(of('three_public 2022 final')).toEqual(['amount 0.00', 'amount 8.28', 'amount 0.00'])
    expect(of('function.208/total 2023 budget')).toEqual([
      'amount 42.22',
      'amount 49.92',
      'amount 7.00',
      'amount 20.00',
    ])
  })

  it('are numbered on from the printed ones, in the document’s unit, and show the phrase of the rate or change', () => {
    const first = Math.max(...fushun.facts.map(({ fact_no }) => fact_no)) + 1
    expect(facts.map(({ fact_no }) => fact_no)).toEqual(facts.map((_, index) => first + index))
    for (const fact of facts) {
      expect(fact).toMatchObject({ basis: 'derived', key: 'amount', unit: '万元', source_no: 1 })
      for (const amount of [fact.value, fact.low!, fact.high!])
        expect(amount).toMatch(/^-?\d+(?:\.\d{1,6})?$/u)
      expect(new Exact(fact.low!).lte(fact.value) && new Exact(fact.value).lte(fact.high!)).toBe(true)
    }
    expect(facts.find(({ code, stage }) => code === '2010301' && stage === 'budget')).toMatchObject({
      value: '413.859649',
      label: '行政运行',
      printed: '108.30',
      quote: '完成年初预算的 108.30%',
    })
  })

  it('fit each other: basic and project budgets add up to the total’s', () => {
    const budget = (measure: string) =>
      facts.find((f) => f.subject === 'fiscal_expenditure' && f.stage === 'budget' && f.measure === measure)!
    const added = new Exact(budget('basic').value).plus(budget('project').value)
    expect(added.gte(budget('total').low!) && added.lte(budget('total').high!)).toBe(true)
  })
})

describe('figures derived from the budget of Fuping, 2023', () => {
  const facts = deriveFacts(fuping)

  it('are last year’s parts and the totals that the shifted tables lost', () => {
    expect(facts.map(row)).toEqual([
      'balance_grand/basic 2022 budget: 121.12 [121.11–121.13] = 107.97 + 13.15',
      'balance_grand/project 2022 budget: 78.55 [78.495–78.605] = 77.65 + 0.9',
      'three_public 2022 budget: 3.00 [2.50–3.50] = 0 + 3',
      'exp_grand/total 2023 budget: 185.62 [185.615–185.625] = 185.62 (T02) ≈ 152.80 + 15.88 + 6.98 + 9.97 (T03 ↓1)',
      'exp_grand/basic 2023 budget: 107.97 [107.965–107.975] = 107.97 (T06) ≈ 75.15 + 15.88 + 6.98 + 9.97 (T03 ↓1)',
      'exp_grand/project 2023 budget: 77.65 [77.645–77.655] = 77.65 (T03 ↓1)',
      'general_expenditure/total 2023 budget: 185.62 [185.615–185.625] = 185.62 (T02) ≈ 152.80 + 15.88 + 6.98 + 9.97 (T05 ↓1)',
      'general_expenditure/basic 2023 budget: 107.97 [107.965–107.975] = 107.97 (T06) ≈ 75.15 + 15.88 + 6.98 + 9.97 (T05 ↓1)',
      'general_expenditure/project 2023 budget: 77.65 [77.645–77.655] = 77.65 (T05 ↓1)',
    ])
  })

  it('never take an amount from a column that has slid', () => {
    expect(inputsOf(fuping, facts, facts[0]!)).toEqual(['amount 107.97', 'change 13.15'])
    expect(inputsOf(fuping, facts, facts[4]!)[0]).toBe('T06 107.97')
  })

  it('add up to last year’s total, which is printed', () => {
    const [basic, project] = facts.slice(0, 2)
    const total = fuping.facts.find(({ year, subject }) => year === 2022 && subject === 'balance_grand')!
    expect(new Exact(basic!.value).plus(project!.value).toFixed(2)).toBe(total.value)
  })
})
