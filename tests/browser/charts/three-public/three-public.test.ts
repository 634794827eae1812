import { beforeEach, describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { userEvent } from 'vitest/browser'
import '../../../../src/theme/base.css'
import { touch, type Box } from '../../../../src/charts/shared/keep-apart'
import {
  amountsOf,
  faultsOf,
  geometryOf,
  settings,
  showIn,
  textSizes,
} from '../../../support/chart-in-browser'
import { fuping, fushun } from '../../../support/figures-three-public'
import Example from '../../../visual/three-public.example.svelte'

/** The figures of the example, in its order: 抚顺, 阜平, ten years, one year of budget, one year of final figures. */
const figures = () => [...document.querySelectorAll<HTMLElement>('figure[data-chart="three-public"]')]
const panels = (figure: Element) => [...figure.querySelectorAll<SVGElement>('svg[role="img"]')]
const boxOf = (element: Element): Box => {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return { left, right, top, bottom }
}

beforeEach(() => showIn({ width: 1280, theme: 'light' }))

describe('the 三公 trend', () => {
  it('is a named figure with a sentence, a key and one picture an item that reads its figures aloud', async () => {
    const screen = await render(Example)
    const figure = screen.getByRole('figure', { name: '三公经费' }).first().element()
    expect(figure.getAttribute('data-state')).toBe('ready')
    expect(figure.querySelector('figcaption')?.textContent).toContain('2022–2023 · 万元')
    expect(panels(figure).map((panel) => panel.getAttribute('aria-label'))).toEqual([
      '合计：2022 年决算 8.28（推算），2023 年预算 3.00，2023 年决算 7.24',
      '公务用车购置及运行：2022 年决算 8.28（推算），2023 年预算 3.00，2023 年决算 3.00',
      '公务接待：2022 年决算 0.00（推算），2023 年预算空白，2023 年决算 4.24',
      '因公出国（境）：2022 年决算 0.00（推算），2023 年预算空白，2023 年决算 0.00',
    ])
    await expect.element(screen.getByRole('list', { name: '图例' }).first()).toBeVisible()
  })

  it('carries on its marks the amounts of its table, with item, year, stage, basis and bounds', async () => {
    await render(Example)
    const drawn = (points: typeof fushun) =>
      points.filter((p) => p.amount !== null && !p.item.startsWith('vehicle_')).length
    for (const [figure, count] of [
      [figures()[0]!, drawn(fushun)],
      [figures()[1]!, drawn(fuping)],
    ] as const) {
      const marks = amountsOf(figure.querySelectorAll('svg[role="img"] [data-yuan]'))
      const cells = amountsOf(figure.querySelectorAll('table[data-table-of="three-public"] td[data-yuan]'))
      expect(marks).toHaveLength(count)
      for (const mark of marks) expect(cells).toContainEqual(mark)
    }
    expect(amountsOf(figures()[1]!.querySelectorAll('svg[role="img"] [data-yuan]'))).toEqual([
      {
        what: 'total 2022',
        stage: 'budget',
        yuan: '30000.00',
        basis: 'derived',
        low: '25000.00',
        high: '35000.00',
      },
      { what: 'total 2023', stage: 'budget', yuan: '0.00', basis: 'text', low: null, high: null },
    ])
  })

  it('tells blank from zero in words', async () => {
    await render(Example)
    const [, , reception, abroad] = panels(figures()[0]!)
    expect(reception!.textContent).toContain('预算 空白')
    expect(reception!.parentElement!.textContent).toContain('预算栏为空，决算 4.24')
    expect(abroad!.parentElement!.textContent).toContain('表内为空，正文写 0.00')
    expect(figures()[1]!.textContent).toContain('空表列示，正文写 0.00')
  })

  it('leaves a missing year open, names it, and draws no line over it or over a change of definition', async () => {
    await render(Example)
    const figure = figures()[2]!
    expect(figure.textContent).toContain('2017 年没有数，线在这里断开。')
    for (const panel of panels(figure)) {
      const rule = panel.querySelector('[data-break="2020"]')!.getBoundingClientRect()
      const lines = [...panel.querySelectorAll('.line')].map((line) => line.getBoundingClientRect())
      expect(lines).toHaveLength(12)
      for (const line of lines) expect(line.left < rule.left && line.right > rule.right).toBe(false)
    }
  })

  it('opens its table by keyboard: a caption, scoped heads, every point', async () => {
    const screen = await render(Example)
    ;(screen.getByRole('button', { name: '查看数据' }).first().element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    const table = screen.getByRole('table', { name: /三公经费，逐年/ }).first()
    await expect.element(table).toBeVisible()
    const heads = [...table.element().querySelectorAll('thead th')]
    expect(heads.map((head) => head.textContent)).toEqual([
      '项目',
      '年度',
      '预算',
      '预算怎么来的',
      '决算',
      '决算怎么来的',
    ])
    expect(heads.every((head) => head.getAttribute('scope') === 'col')).toBe(true)
    expect(table.element().textContent).toContain('推算，± 0.02')
  })

  it('moves no mark and no line when the unit of money changes', async () => {
    const screen = await render(Example)
    const drawn = figures().map(geometryOf)
    for (const unit of ['元', '亿元'] as const) {
      await screen.rerender({ unit })
      expect(figures().map(geometryOf)).toEqual(drawn)
    }
  })

  it.each([1280, 900, 390, 320])(
    'has numbers that touch neither each other nor years at %i px',
    async (width) => {
      await showIn({ width, theme: 'light' })
      await render(Example)
      for (const figure of figures())
        for (const panel of panels(figure)) {
          const boxes = [...panel.querySelectorAll('text.number')].map(boxOf)
          boxes.forEach((box, i) => {
            const other = boxes
              .slice(i + 1)
              .find((each) => each.left < box.right - 1 && touch(inked(each), inked(box)))
            expect(other, `${panel.getAttribute('aria-label')}`).toBeUndefined()
          })
        }
    },
  )

  it.each([
    ['zh', 1280],
    ['en', 1280],
    ['zh', 390],
    ['en', 320],
  ] as const)('writes no NaN, nothing under 12 px, and stays within %s %i px', async (language, width) => {
    await showIn({ width, theme: 'light' })
    await render(Example, { language, unit: '元' })
    for (const figure of figures()) {
      expect(figure.textContent).not.toMatch(/NaN|Infinity|undefined|null|∞/)
      for (const { text, size } of textSizes(figure)) expect(size, text).toBeGreaterThanOrEqual(12)
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
  })

  it.each(settings)('has no fault that axe finds at $width px, $theme', async (setting) => {
    await showIn(setting)
    const screen = await render(Example)
    for (const opener of screen.getByRole('button', { name: '查看数据' }).elements())
      (opener as HTMLElement).click()
    expect(await faultsOf(screen.container)).toEqual([])
  })
})

describe('counts beside the amounts', () => {
  it('give the cost of one guest and one car, and none of nobody', async () => {
    const screen = await render(Example)
    const table = screen.getByRole('table', { name: /花在几次、几人、几辆/ }).element()
    const rows = [...table.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    )
    expect(rows).toEqual([
      ['国内公务接待', '1 批次 · 19 人', '4.24', '2,232 元/人'],
      ['外事接待', '0 批次 · 0 人', '0.00', '不适用'],
      ['公务用车保有', '2 辆', '3.00', '1.50 万元/辆'],
      ['当年购置公务用车', '0 辆', '原表空白', '不适用'],
      ['出国（境）', '0 团组 · 0 人次', '0.00', '不适用'],
    ])
    expect(table.querySelector('[data-yuan="2231.58"]')?.getAttribute('data-basis')).toBe('derived')
  })
})

/** The part of a line of text that holds ink: digits leave the line's upper and lower fifth empty. */
function inked({ left, right, top, bottom }: Box): Box {
  const fifth = (bottom - top) / 5
  return { left, right, top: top + fifth, bottom: bottom - fifth }
}
