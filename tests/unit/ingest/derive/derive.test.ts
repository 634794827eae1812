import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Extraction, ExtractionFact } from '../../../../src/model/extraction'
import { Exact } from '../../../../src/model/money'
import { threePublicFunds } from '../../../../src/model/three-public-funds'
import type { Fund, Stage } from '../../../../src/model/vocabulary'
import { deriveFacts } from '../../../../src/ingest/derive/derive'
import { codeTable, disclosure } from '../../../support/made-disclosure'
import { narrative } from '../../../support/told'

/** A disclosure of 2023 that is prose alone. */
function inProse(text: string, stage: Stage = 'final', unit: '元' | '万元' = '万元'): Extraction {
  const empty = disclosure()
  return {
    ...empty,
    document: { ...empty.document, stage, declaredUnit: unit },
    facts: narrative(text, { stage, printedUnit: unit }).facts,
  }
}

/** `subject year stage value [low–high] = formula`, values without trailing zeros. */
function rows(facts: ExtractionFact[]): string[] {
  return facts.map(
    ({ subject, year, stage, value, low, high, formula }) =>
      `${subject} ${year} ${stage} ${value} [${low}–${high}] = ${formula}`,
  )
}

function derived(text: string, stage: Stage = 'final', unit: '元' | '万元' = '万元'): string[] {
  return rows(deriveFacts(inProse(text, stage, unit)))
}

describe('the year before', () => {
  it('is the amount less the change', () => {
    expect(derived('机关运行经费14.78万元，比上年增加1.2万元。')).toEqual([
      'operating_cost 2022 final 13.58 [13.525–13.635] = 14.78 − 1.2',
    ])
    expect(derived('机关运行经费3万元，比上年减少5.28万元。', 'budget')).toEqual([
      'operating_cost 2022 budget 8.28 [7.775–8.785] = 3 + 5.28',
    ])
  })

  it('is planned or spent, as the words of the comparison say', () => {
    const text = '公务接待费3万元，比上年预算减少1万元。会议费5万元，比2022年执行数增加2万元。'
    expect(deriveFacts(inProse(text, 'budget')).map(({ subject, stage }) => [subject, stage])).toEqual([
      ['three_public.reception', 'budget'],
      ['conference', 'final'],
    ])
  })

  it('is exactly nothing when nothing is level with it, else as uncertain as the amount', () => {
    expect(derived('公务接待费0.00万元，与上年持平。会议费5.00万元，与上年持平。')).toEqual([
      'three_public.reception 2022 final 0 [0–0] = 0.00 − 0',
      'conference 2022 final 5 [4.995–5.005] = 5.00 − 0',
    ])
  })

  it('joins units, and names them where they differ', () => {
    expect(derived('公务接待费30000元，比上年增加0.5万元。')).toEqual([
      'three_public.reception 2022 final 2.5 [2.44995–2.55005] = 30000元 − 0.5万元',
    ])
    expect(derived('公务接待费30000元，比上年增加0.5万元。', 'final', '元')).toEqual([
      'three_public.reception 2022 final 25000 [24499.5–25500.5] = 30000元 − 0.5万元',
    ])
  })

  it('is not worked out where the document prints it, nor without a base or the amount', () => {
    expect(derived('预算收支安排185.62万元，较2022年（199.67万元）预算减少14.05万元。', 'budget')).toEqual([])
    expect(derived('公务接待费3万元。公务接待费减少1万元。')).toEqual([])
    expect(derived('公务接待费比上年减少1万元。')).toEqual([])
    expect(derived('公务接待费比上年减少10%。公务接待费3万元。')).toEqual([])
  })

  it('is left out when two changes cannot both be true', () => {
    expect(derived('公务接待费3万元，比上年增加1万元。公务接待费3.00万元，比上年增加2.5万元。')).toEqual([])
    expect(derived('公务接待费3万元，比上年增加1万元。公务接待费3.00万元，比上年增加1.2万元。')).toHaveLength(
      1,
    )
  })

  it('of 三公 is the sum of its parts where the text compares only those', () => {
    expect(
      derived(
        '“三公”经费7.24万元。因公出国（境）费0万元，与上年持平。公务用车购置费0万元，与上年持平。公务用车运行维护费3.00万元，比上年减少5.28万元。公务接待费4.24万元，比上年增加4.24万元。',
      ).filter((row) => /three_public(?:\.vehicle)? /u.test(row)),
    ).toEqual([
      'three_public.vehicle 2022 final 8.28 [8.27–8.29] = 0.00 + 8.28',
      'three_public 2022 final 8.28 [8.26–8.3] = 0.00 + 8.28 + 0.00',
    ])
  })
})

describe('a budget implied by a completion rate', () => {
  it('is the amount spent by the rate, with the bounds of both', () => {
    expect(derived('公务接待费2.00万元，完成年初预算的80%，完成全年预算的50.0%。')).toEqual([
      'three_public.reception 2023 budget 2.5 [2.47826–2.522013] = 2.00 ÷ 80%',
      'three_public.reception 2023 adjusted 4 [3.986013–4.014015] = 2.00 ÷ 50.0%',
    ])
  })

  it('is not worked out from a rate of no named budget, of nothing, or where the budget is printed', () => {
    expect(derived('公务接待费2.00万元，完成预算的80%。')).toEqual([])
    expect(derived('公务接待费0.00万元，完成年初预算的0.00%。')).toEqual([])
    expect(derived('公务接待费2.00万元，完成年初预算的0.00%。')).toEqual([])
    expect(derived('公务接待费年初预算为0万元，支出决算为2.00万元，完成年初预算的95.89%。')).toEqual([])
  })
})

describe('a table of 三公经费', () => {
  /** A final account with a table of 公务接待费: columns of budget and final for each fund. */
  function withTable(text: string, columns: [Fund, Stage, string][]): Extraction {
    const told = inProse(text)
    const table = codeTable(
      'T07',
      'final.three_public',
      columns.map(() => 'total'),
      [`合计 ${columns.map(([, , printed]) => printed).join(' ')}`],
      'three_public',
    )
    const row = { ...table.rows[0]!, item: 'reception' as const }
    const heads = table.columns.map((column) => {
      const [fund, amountStage] = columns[column.index - 2] ?? []
      return fund && amountStage ? { ...column, fund, amountStage } : column
    })
    return { ...told, tables: [{ ...table, rows: [row], columns: heads }] }
  }
  const text = '公务接待费2.00万元，完成年初预算的80%。'

  it.each(threePublicFunds)(
    'that counts %s alone prints the budget, which is not worked out again',
    (fund) => {
      const printed = withTable(text, [
        [fund, 'budget', '2.51'],
        [fund, 'final', '2.00'],
      ])
      expect(deriveFacts(printed)).toEqual([])
    },
  )

  it('that counts another fund alone says nothing of it', () => {
    const other = withTable(text, [
      ['gov_fund', 'budget', '2.51'],
      ['gov_fund', 'final', '2.00'],
    ])
    expect(deriveFacts(other).map(({ inputs }) => inputs)).toEqual([['F1', 'F2']])
  })

  it('that counts several funds is read by the first of them, as the questions read it', () => {
    const several = withTable('公务接待费完成年初预算的80%。', [
      ['general', 'final', '1.50'],
      ['fiscal', 'final', '2.00'],
    ])
    expect(deriveFacts(several).map(({ formula, inputs }) => [formula, inputs])).toEqual([
      ['2.00 ÷ 80%', ['T07.r1.c3', 'F1']],
    ])
  })
})

describe('intervals', () => {
  const fen = fc.bigInt({ min: 100n, max: 10_000_000_000n })
  const inWan = (amount: bigint) => new Exact(amount.toString()).div(1_000_000)

  it('hold the true budget of every amount and rate that were rounded for print', () => {
    fc.assert(
      fc.property(fen, fen, fc.integer({ min: 0, max: 2 }), (spent, budget, decimals) => {
        const rate = new Exact(spent.toString()).div(budget.toString()).times(100).toFixed(decimals)
        const printed = inWan(spent).toFixed(2)
        fc.pre(!/^0(?:\.0+)?$/u.test(rate) && !/^0(?:\.0+)?$/u.test(printed) && rate.length < 12)
        const [fact] = deriveFacts(inProse(`公务接待费${printed}万元，完成年初预算的${rate}%。`))
        expect(inWan(budget).gte(fact!.low!) && inWan(budget).lte(fact!.high!)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('hold the true amount of the year before', () => {
    fc.assert(
      fc.property(fen, fen, fc.integer({ min: 0, max: 4 }), (now, before, decimals) => {
        const change = inWan(now).minus(inWan(before))
        fc.pre(!change.toDecimalPlaces(decimals).isZero())
        const verb = change.isNegative() ? '减少' : '增加'
        const text = `公务接待费${inWan(now).toFixed(2)}万元，比上年${verb}${change.abs().toFixed(decimals)}万元。`
        const [fact] = deriveFacts(inProse(text))
        expect(inWan(before).gte(fact!.low!) && inWan(before).lte(fact!.high!)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
