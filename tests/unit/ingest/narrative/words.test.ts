import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clausesOf } from '../../../../src/ingest/narrative/clause'
import { figuresOf, valueOf } from '../../../../src/ingest/narrative/figure'
import { wordsOf } from '../../../../src/ingest/narrative/passage'
import { subjectOf } from '../../../../src/reference/subjects'
import { narrative, told } from '../../../support/told'

const printable = fc.string({
  unit: fc.constantFrom(...'收入支出三公“”经费（）12305.,，。；： 万元%％０８．\u3000'),
  maxLength: 60,
})

describe('the words of a paragraph', () => {
  it('stand where they say, in ascending order', () => {
    fc.assert(
      fc.property(printable, (text) => {
        const { text: words, at } = wordsOf(text)
        expect(at).toHaveLength(words.length)
        at.forEach((index, position) => {
          if (position > 0) expect(index).toBeGreaterThanOrEqual(at[position - 1]!)
          if (words[position] !== ' ') expect(words[position]).toMatch(/[^\s]/u)
          if (/[一-龥\d.]/u.test(text[index]!) && words[position] !== ' ') {
            expect(words[position]).toBe(text[index]!.normalize('NFKC'))
          }
        })
      }),
    )
  })

  it('keep a blank only where two numbers may stand', () => {
    expect(wordsOf('收 入 总 计 1 262.08 万 元，“三公” 3').text).toBe('收入总计1 262.08万元，三公3')
  })

  it('have one kind of brackets, digits and pauses; commas between digits stay', () => {
    expect(wordsOf('(项)１,２６２．０８万元,占100％;［注］').text).toBe('（项）1,262.08万元，占100%；（注）')
  })

  it('are taken apart into clauses without losing any but marks and idle brackets', () => {
    fc.assert(
      fc.property(printable, (text) => {
        const words = wordsOf(text)
        const kept = clausesOf(words).flatMap(function all(clause): string[] {
          return [clause.words.text, ...clause.asides.flatMap(({ clauses }) => clauses.flatMap(all))]
        })
        const idle = words.text.replace(/[（），；：。]/gu, '')
        expect(kept.join('').replace(/[（）]/gu, '').length).toBeLessThanOrEqual(idle.length)
        if (!/[（）]/u.test(words.text)) expect(kept.join('')).toBe(idle)
      }),
    )
  })
})

describe('figures of a clause', () => {
  const read = (text: string) =>
    figuresOf(text).map((figure) =>
      'broken' in figure ? `broken ${figure.printed}` : `${valueOf(figure)}${figure.unit}`,
    )

  it('are numbers with a unit; years, dates, ordinals and years’ tables are none', () => {
    expect(read('截至2023年12月31日2010301第3条公开09表共1,234.5万元0辆（套）')).toEqual([
      '1234.5万元',
      '0辆',
    ])
    expect(read('提高2个百分点占3人民')).toEqual(['2个百分点'])
  })

  it('keep sign and decimals as printed', () => {
    expect(read('增加-5.20万元')).toEqual(['-5.20万元'])
    expect(read('2-3次')).toEqual(['3次'])
    expect(read('购置费为0')).toEqual(['0'])
  })

  it('that are broken or ran together are told apart from those that can be read', () => {
    expect(read('1,26.08万元12.3.4万元1 262.08万元')).toEqual([
      'broken 1,26.08',
      'broken 12.3.4',
      'broken 262.08',
    ])
  })

  it('are read to the digit, with and without commas and blanks', () => {
    const amount = fc.tuple(
      fc.nat(99_999_999),
      fc.integer({ min: 0, max: 4 }),
      fc.boolean(),
      fc.constantFrom('', ' '),
    )
    fc.assert(
      fc.property(amount, fc.constantFrom('元', '万元', '亿元'), ([whole, decimals, commas, blank], unit) => {
        const fraction = decimals === 0 ? '' : `.${'7031'.slice(0, decimals)}`
        const printed = commas ? whole.toLocaleString('en-US') : String(whole)
        expect(told(`公务接待费${blank}${printed}${fraction}${blank}${unit}。`)).toEqual([
          `three_public.reception amount ${whole}${fraction}${unit}`,
        ])
      }),
    )
  })
})

describe('hostile words', () => {
  it('are read in time that grows no faster than they do', () => {
    const patterns = [
      '总额',
      '（',
      '（1万元',
      '1 ',
      '- ',
      '为',
      '比上年',
      '增加了',
      '1,',
      '公务接待费',
      '占',
      '（类）',
      '原因',
      '一、',
      '某某-',
      '增加（',
      'XX',
      '局',
      '办公费、',
      '目录',
    ]
    const started = performance.now()
    for (const pattern of patterns) {
      for (const end of ['5万元。', '1%', '持平']) told(`公务接待费${pattern.repeat(5_000)}${end}`)
    }
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('never end in an error, and what is told keeps to its shape', () => {
    const words = [
      '公务接待费',
      '基本支出',
      '（类）',
      '（项）',
      '其中',
      '主要原因是',
      '比上年',
      '增加',
      '持平',
      '完成年初预算的',
      '占',
      '5',
      '万元',
      '%',
      '，',
      '。',
      '；',
      '（',
      '）',
      '2023年',
      '-',
      ' ',
      '无',
      '批次',
      '绝',
      'XX',
      '主要包括',
      '、',
      '目录\n',
      '\n',
      '一、主要职责\n',
      '名词解释\n',
      '注：',
      '空表',
      '某局',
      '为1.50，',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (list) => {
        const { facts, statements } = narrative(list.join(''), { unitName: '某局' })
        for (const { words: kept, items } of statements) {
          for (const one of [kept, ...(items ?? [])]) expect(one.length).toBeLessThanOrEqual(40)
        }
        for (const fact of facts) {
          expect(fact.value).toMatch(/^-?\d+(?:\.\d+)?$/u)
          expect(subjectOf(fact.subject)).toBeDefined()
          expect(fact.quote.length).toBeLessThanOrEqual(40)
        }
      }),
      { numRuns: 500 },
    )
  })
})
