import { beforeEach, describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { userEvent } from 'vitest/browser'
import '../../../../src/theme/base.css'
import {
  amountsOf,
  faultsOf,
  geometryOf,
  settings,
  showIn,
  textSizes,
} from '../../../support/chart-in-browser'
import Example from '../../../visual/budget-vs-actual.example.svelte'

const figures = () => [...document.querySelectorAll<HTMLElement>('figure[data-chart="budget-vs-actual"]')]
const rowsIn = (figure: Element) => [...figure.querySelectorAll<HTMLElement>('ol > li')]
const codes = () =>
  rowsIn(figures()[0]!)
    .map((row) => row.querySelector('code')?.textContent)
    .filter(Boolean)

beforeEach(() => showIn({ width: 1280, theme: 'light' }))

describe('budget against actual', () => {
  it('is a named figure with a sentence, a key and hooks', async () => {
    const screen = await render(Example)
    const figure = screen.getByRole('figure', { name: '预算对决算' }).first().element()
    expect(figure.getAttribute('data-state')).toBe('ready')
    expect(figure.getAttribute('data-source')).toBe('precomputed')
    expect(figure.querySelector('figcaption')?.textContent).toContain('2023 · 万元')
    expect(figure.querySelector('figcaption')?.textContent).toContain('113.27%')
    await expect.element(screen.getByRole('list', { name: '图例' }).first()).toBeVisible()
  })

  it('carries on its marks the amounts of its table, each with basis and bounds', async () => {
    await render(Example)
    for (const figure of figures()) {
      const marks = amountsOf(figure.querySelectorAll('ol [data-yuan]'))
      const cells = amountsOf(figure.querySelectorAll('table[data-table-of] td[data-yuan]'))
      expect(marks.length).toBeGreaterThan(0)
      for (const mark of marks) expect(cells).toContainEqual(mark)
    }
    const [derived] = amountsOf(document.querySelectorAll('[data-code="2080506"][data-stage="budget"]'))
    expect(derived).toMatchObject({ yuan: '69999.50', basis: 'derived', low: '69972.53', high: '70026.46' })
  })

  it('has a table with a caption and scoped heads, opened by keyboard', async () => {
    const screen = await render(Example)
    const opener = screen.getByRole('button', { name: '查看数据' }).first()
    ;(opener.element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    const table = screen.getByRole('table', { name: /年初预算与决算/ }).first()
    await expect.element(table).toBeVisible()
    const heads = [...table.element().querySelectorAll('thead th')]
    expect(heads.map((head) => head.textContent)).toEqual([
      '科目',
      '年初预算',
      '怎么来的',
      '决算',
      '偏离',
      '完成率',
    ])
    expect(heads.every((head) => head.getAttribute('scope') === 'col')).toBe(true)
    expect(table.element().textContent).toContain('推算，在 6.997–7.003 之间')
  })

  it('sorts by keyboard, and lanes stay last', async () => {
    const screen = await render(Example)
    expect(codes().slice(0, 3)).toEqual(['2010308', '2010301', '2080501'])
    await expect.element(screen.getByRole('button', { name: '偏离' })).toHaveAttribute('aria-pressed', 'true')
    ;(screen.getByRole('button', { name: '偏离' }).element() as HTMLElement).focus()
    await userEvent.tab()
    await userEvent.keyboard(' ')
    await expect
      .element(screen.getByRole('button', { name: '完成率' }))
      .toHaveAttribute('aria-pressed', 'true')
    expect(codes().slice(0, 3)).toEqual(['2080506', '2080801', '2010308'])
    expect(rowsIn(figures()[0]!).at(-1)?.dataset['lane']).toBe('unspent')
  })

  it('says a deviation in words, sign and amount, and that it is derived', async () => {
    await render(Example)
    const row = rowsIn(figures()[0]!).find((each) => each.textContent?.includes('2080501'))!
    const said = row.querySelector('.deviation')!.textContent!.replaceAll(/\s+/g, ' ').trim()
    expect(said).toContain('没用到预算')
    expect(said).toContain('−14.82')
    expect(row.querySelector('.deviation .derived')).not.toBeNull()
    expect(row.querySelector('.budget')!.textContent).toContain('推算')
  })

  it('gives a budget that is blank a lane, and no rate of any kind', async () => {
    await render(Example)
    const lane = rowsIn(figures()[1]!).find((each) => each.textContent?.includes('公务接待费'))!
    expect(lane.dataset['lane']).toBe('unbudgeted')
    expect(lane.textContent).toContain('原表空白')
    expect(lane.textContent).toContain('不适用')
    expect(lane.querySelector('.rate')!.textContent).not.toMatch(/完成率\s*[\d∞]/)
    expect(amountsOf(lane.querySelectorAll('[data-yuan]'))).toMatchObject([
      { what: 'reception ', yuan: '42400.00' },
    ])
    const neither = rowsIn(figures()[1]!).find((each) => each.textContent?.includes('因公出国'))!
    expect(neither.dataset['lane']).toBe('neither')
    expect(neither.querySelectorAll('[data-yuan]')).toHaveLength(0)
  })

  it('ends the thread of 241.33 % in an arrow with the number', async () => {
    await render(Example)
    const total = rowsIn(figures()[1]!)[0]!
    expect(total.querySelector('svg[data-beyond="right"] text')?.textContent).toBe('241.33%')
  })

  it('changes words only when the unit of money changes', async () => {
    const screen = await render(Example)
    const drawn = figures().map(geometryOf)
    for (const unit of ['元', '亿元'] as const) {
      await screen.rerender({ unit })
      expect(figures().map(geometryOf)).toEqual(drawn)
    }
    expect(figures()[0]!.textContent).toContain('0.1262')
  })

  it.each([
    ['zh', 1280],
    ['en', 1280],
    ['zh', 900],
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

  it('has targets of 44 px on phones and paired text instead of columns', async () => {
    await showIn({ width: 390, theme: 'light' })
    await render(Example)
    const buttons = [...document.querySelectorAll('figure button')].filter(
      (b) => b.getClientRects().length > 0,
    )
    for (const button of buttons) expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
    const row = rowsIn(figures()[0]!)[0]!
    expect(row.querySelector('.budget .lead')?.textContent).toBe('预算')
    expect(row.querySelector('.rate svg')).toBeNull()
    expect(row.querySelector('.rate')!.textContent).toContain('113.27%')
  })

  it.each(settings)('has no fault that axe finds at $width px, $theme', async (setting) => {
    await showIn(setting)
    const screen = await render(Example)
    for (const opener of screen.getByRole('button', { name: '查看数据' }).elements())
      (opener as HTMLElement).click()
    expect(await faultsOf(screen.container)).toEqual([])
  })
})
