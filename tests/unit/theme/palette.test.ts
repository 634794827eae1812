import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { familyOf, hueOf, type Family } from '../../../src/theme/palette'
import { contrast, difference, labOf, type Lab, type Sight } from '../../support/colour'
import { contrastColours, themeColours } from '../../support/theme-colours'

const families: Family[] = ['gov', 'sec', 'edu', 'soc', 'med', 'eco', 'ind', 'hou']
const sights: Sight[] = ['normal', 'protan', 'deutan', 'tritan']
const colours = themeColours()
const themes = { ...colours, contrast: contrastColours() }
const pairs = families.flatMap((a, i) => families.slice(i + 1).map((b) => [a, b] as const))

describe('the measure of colours', () => {
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as [Lab, Lab, number][])('agrees with the published test pairs of CIEDE2000', (a, b, expected) => {
    expect(difference(a, b)).toBeCloseTo(expected, 4)
    expect(difference(b, a)).toBeCloseTo(expected, 4)
  })

  it('knows white from black, and red from green only without a deficiency', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 6)
    expect(labOf('#ffffff')[0]).toBeCloseTo(100, 3)
    const redGreen = (sight: Sight) => difference(labOf('#a06000', sight), labOf('#608000', sight))
    expect(redGreen('deutan')).toBeLessThan(redGreen('normal') / 3)
  })
})

describe('the hues of 类', () => {
  it.each(sights.flatMap((sight) => (['day', 'night'] as const).map((time) => [sight, time] as const)))(
    'are told apart with %s sight by %s: ΔE2000 of at least 8.5 between any two families',
    (sight, time) => {
      const closest = pairs.map(([a, b]) => ({
        pair: `${a} ${b}`,
        difference: difference(
          labOf(colours[time][`${a}-1`]!, sight),
          labOf(colours[time][`${b}-1`]!, sight),
        ),
      }))
      expect(closest.filter((pair) => pair.difference < 8.5)).toEqual([])
      expect(closest).toHaveLength(28)
    },
  )

  it.each(Object.entries(themes))('carry their labels at 4.5 : 1 and edges at 3 : 1 (%s)', (_, theme) => {
    for (const hue of [...families, 'tint'])
      for (const tone of [1, 2, 3])
        expect([hue, tone, contrast(theme[`${hue}-${tone}`]!, theme[`${hue}-t${tone}`]!) >= 4.5]).toEqual([
          hue,
          tone,
          true,
        ])
    for (const hue of families)
      expect([hue, contrast(theme[`${hue}-edge`]!, theme.paper!) >= 3]).toEqual([hue, true])
  })

  it('grow nearer to the paper with depth', () => {
    for (const time of ['day', 'night'] as const)
      for (const hue of families) {
        const toPaper = [1, 2, 3].map((tone) =>
          contrast(colours[time][`${hue}-${tone}`]!, colours[time].paper!),
        )
        expect(toPaper).toEqual([...toPaper].sort((a, b) => b - a))
      }
  })

  it('part the four 类 that nearly every unit has: its own, 208, 210, 221', () => {
    for (const own of ['201', '204', '205', '213', '214'])
      expect(new Set([own, '208', '210', '221'].map((code) => familyOf('function', code))).size).toBe(4)
  })

  it('are given to every 类 of the code tables, each family to some', () => {
    const rows = readFileSync(new URL('../../../data/registry/codes.csv', import.meta.url), 'utf8').split(
      '\n',
    )
    const functions = rows
      .map((row) => row.split(','))
      .flatMap(([scheme, code = '']) => (scheme === 'function' && code.length === 3 ? [code] : []))
    expect(functions.length).toBeGreaterThan(20)
    expect(new Set(functions.map((code) => familyOf('function', code)))).toEqual(new Set(families))
    expect(familyOf('economic_department', '301')).toBe('gov')
    expect(familyOf('economic_government', '509')).toBe(familyOf('economic_department', '303'))
  })

  it('are one by 类, whatever the depth; income has ink tints instead', () => {
    expect(hueOf('function', '2080505')).toBe(hueOf('function', '208'))
    expect(hueOf('income', 'general')).toBe('tint')
  })
})

describe('the other colours', () => {
  it.each(Object.entries(themes))('text reads at 4.5 : 1 on paper and on sunk rows (%s)', (_, theme) => {
    for (const ink of ['ink', 'ink-2', 'ink-3', 'zhu', 'over', 'under'])
      for (const ground of ['paper', 'sunk'])
        expect([ink, ground, contrast(theme[ink]!, theme[ground]!) >= 4.5]).toEqual([ink, ground, true])
  })

  it.each(Object.entries(themes))(
    'focus, field edges and the stretches of a bar stand out at 3 : 1 (%s)',
    (_, theme) => {
      for (const token of ['focus', 'line-strong', 'over-fill', 'under-fill'])
        expect([token, contrast(theme[token]!, theme.paper!) >= 3]).toEqual([token, true])
    },
  )

  it('the contrast theme reads at 7 : 1', () => {
    for (const ink of ['ink', 'ink-2', 'ink-3', 'zhu', 'over', 'under', 'focus'])
      expect([ink, contrast(themes.contrast[ink]!, themes.contrast.paper!) >= 7]).toEqual([ink, true])
  })

  it('over and under budget are never confused', () => {
    for (const time of ['day', 'night'] as const)
      for (const sight of sights)
        expect(
          difference(labOf(colours[time]['over-fill']!, sight), labOf(colours[time]['under-fill']!, sight)),
        ).toBeGreaterThan(40)
  })
})
