import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Meter } from '../../../../../src/ingest/read/meter'
import { gridsOf } from '../../../../../src/ingest/read/pdf/grid'
import type { Rule } from '../../../../../src/ingest/read/pdf/rules'
import { edges, joined } from '../../../../../src/ingest/read/pdf/rules'

const meter = (): Meter => new Meter(new Uint8Array(), {})

describe('pieces of lines', () => {
  it('become one rule where they touch and lie on one line', () => {
    const pieces: Rule[] = [
      { at: 100, from: 0, to: 50 },
      { at: 100.5, from: 51, to: 120 },
      { at: 99.8, from: 122, to: 122.5 },
      { at: 104, from: 0, to: 50 },
      { at: 100, from: 140, to: 160 },
    ]
    expect(joined(pieces)).toEqual([
      { at: 100.5, from: 0, to: 122.5 },
      { at: 100, from: 140, to: 160 },
      { at: 104, from: 0, to: 50 },
    ])
  })

  it('rule nothing when they stay dots', () => {
    expect(joined([{ at: 10, from: 5, to: 6 }])).toEqual([])
  })
})

describe('edges', () => {
  it('stand apart, in order, with every place near one', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1 }), (places) => {
        const found = edges(places)
        expect(found).toEqual([...found].sort((a, b) => a - b))
        for (const place of places) expect(found.some((edge) => Math.abs(edge - place) <= 4)).toBe(true)
      }),
    )
  })
})

describe('grids', () => {
  /** Rules of a grid in which some cells are merged, cut where merged cells run over them. */
  const ruled = (xs: number[], ys: number[], gone: { h: [number, number][]; v: [number, number][] }) => ({
    horizontal: ys.flatMap((at, row) =>
      xs
        .slice(1)
        .flatMap((to, col) =>
          gone.h.some(([r, c]) => r === row && c === col) ? [] : [{ at, from: xs[col]!, to }],
        ),
    ),
    vertical: xs.flatMap((at, col) =>
      ys
        .slice(1)
        .flatMap((to, row) =>
          gone.v.some(([r, c]) => r === row && c === col) ? [] : [{ at, from: ys[row]!, to }],
        ),
    ),
  })

  it('have merged cells where rules are missing', () => {
    const [grid] = gridsOf(ruled([0, 50, 100, 150], [0, 20, 40], { h: [[1, 0]], v: [[0, 2]] }), meter())
    expect(grid!.cells).toEqual([
      { row: 0, col: 0, rowSpan: 2, colSpan: 1 },
      { row: 0, col: 1, rowSpan: 1, colSpan: 2 },
      { row: 1, col: 1, rowSpan: 1, colSpan: 1 },
      { row: 1, col: 2, rowSpan: 1, colSpan: 1 },
    ])
  })

  it('keep to rectangles where a missing piece leaves the form of an L', () => {
    const [grid] = gridsOf(ruled([0, 50, 100], [0, 20, 40], { h: [[1, 0]], v: [[0, 1]] }), meter())
    expect(grid!.cells).toEqual([
      { row: 0, col: 0, rowSpan: 1, colSpan: 2 },
      { row: 1, col: 0, rowSpan: 1, colSpan: 1 },
      { row: 1, col: 1, rowSpan: 1, colSpan: 1 },
    ])
  })

  it('are as many as there are groups of rules that touch', () => {
    const one = ruled([0, 50, 100], [0, 20, 40], { h: [], v: [] })
    const other = ruled([120, 170], [0, 20, 40], { h: [], v: [] })
    const both = {
      horizontal: [...one.horizontal, ...other.horizontal],
      vertical: [...one.vertical, ...other.vertical],
    }
    expect(gridsOf(both, meter()).map((grid) => grid.box)).toEqual([
      { left: 0, top: 0, right: 100, bottom: 40 },
      { left: 120, top: 0, right: 170, bottom: 40 },
    ])
  })

  it('cover every unit exactly once, whatever pieces are missing', () => {
    const place = fc.tuple(fc.nat(4), fc.nat(4))
    fc.assert(
      fc.property(fc.array(place), fc.array(place), (h, v) => {
        const rules = ruled([0, 40, 80, 120, 160], [0, 20, 40, 60, 80], { h, v })
        for (const { cells, xs, ys } of gridsOf(rules, meter())) {
          const covered = cells.reduce((sum, { rowSpan, colSpan }) => sum + rowSpan * colSpan, 0)
          expect(covered).toBe((xs.length - 1) * (ys.length - 1))
        }
      }),
    )
  })
})
