import fc from 'fast-check'
import type { ClassificationAmount } from '../../src/charts/sunburst/tree'
import { Exact } from '../../src/model/money'

const fen = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 5_000_000_00 }), weight: 6 },
  { arbitrary: fc.integer({ min: 1, max: 100 }), weight: 2 },
)
const names = fc.stringMatching(/^[一丁七万三上下不与专且世业东两严]{2,24}$/u)

interface Branch {
  name: string
  fen: number
  blank: boolean
  children: Branch[]
}

const leaf = fc.record({
  name: names,
  fen,
  blank: fc.boolean(),
  children: fc.constant<Branch[]>([]),
})
const branch = (below: fc.Arbitrary<Branch>, most: number): fc.Arbitrary<Branch> =>
  fc.record({
    name: names,
    fen,
    blank: fc.constant(false),
    children: fc.array(below, { maxLength: most }),
  })

/** How a node's amount stands to its parts: the same, more by so many fen, less by so many, or not printed. */
type Slip = { kind: 'same' } | { kind: 'more' | 'less'; fen: number } | { kind: 'blank' }

/**
 * Published rows of up to three levels, 类 款 项, in fen with a printed step of 0.01 元. `sound` trees have parents
 * that hold at least what their parts come to; others slip both ways, print blanks and minus signs.
 */
export function classificationRows(sound: boolean): fc.Arbitrary<ClassificationAmount[]> {
  const slip: fc.Arbitrary<Slip> = sound
    ? fc.oneof(
        fc.constant<Slip>({ kind: 'same' }),
        fc.record({ kind: fc.constant('more' as const), fen: fc.integer({ min: 1, max: 3_000_000 }) }),
      )
    : fc.oneof(
        fc.constant<Slip>({ kind: 'same' }),
        fc.record({
          kind: fc.constantFrom('more' as const, 'less' as const),
          fen: fc.integer({ min: 1, max: 3_000_000 }),
        }),
        fc.constant<Slip>({ kind: 'blank' }),
      )
  const tree = fc.array(branch(branch(leaf, 9), 6), { minLength: 1, maxLength: 16 })
  return fc
    .tuple(tree, fc.array(slip, { minLength: 40, maxLength: 40 }), fc.boolean())
    .map(([classes, slips, minus]) => {
      const rows: ClassificationAmount[] = []
      let at = 0
      const add = (node: Branch, code: string, parentCode: string | null, level: number): number | null => {
        const place =
          rows.push({ code, parentCode, level, name: node.name, amount: null, step: null, state: 'blank' }) -
          1
        const parts = node.children.map((child, i) =>
          add(child, `${code}${String(i + 1).padStart(2, '0')}`, code, level + 1),
        )
        const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0)
        const how = slips[at++ % slips.length]!
        let own: number | null = node.children.length > 0 && sum > 0 ? sum : node.fen
        if (node.children.length > 0 && how.kind === 'more') own += how.fen
        if (node.children.length > 0 && how.kind === 'less') own = Math.max(1, own - how.fen)
        if (how.kind === 'blank' || (!sound && node.blank)) own = null
        if (!sound && minus && own !== null && node.children.length === 0 && at % 7 === 0) own = -own
        if (own !== null)
          rows[place] = {
            ...rows[place]!,
            amount: new Exact(own).div(100),
            step: new Exact('0.01'),
            state: 'value',
          }
        return own
      }
      classes.forEach((node, i) => add(node, String(201 + i), null, 1))
      return rows
    })
}
