import { beforeEach, describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { userEvent } from 'vitest/browser'
import '../../../src/theme/base.css'
import { faultsOf, settings, showIn } from '../../support/chart-in-browser'
import States from '../../visual/states.example.svelte'

beforeEach(() => showIn({ width: 1280, theme: 'light' }))
const figures = () => [...document.querySelectorAll<HTMLElement>('figure[data-chart]')]

describe('the states of a chart', () => {
  it.each(['zh', 'en'] as const)('have nine different words in %s', async (language) => {
    await render(States, { language })
    const words = figures()
      .filter((figure) => figure.dataset['state'] !== 'ready')
      .map((figure) => figure.querySelector('[aria-live] .title')?.textContent)
    expect(words).toHaveLength(8)
    expect(new Set(words).size).toBe(8)
    const sentences = figures().map((figure) => figure.querySelector('[aria-live] .sentence')?.textContent)
    expect(new Set(sentences).size).toBe(9)
  })

  it('draw figures and offer the table only where there are figures', async () => {
    await render(States)
    const drawn = figures().filter((figure) => figure.querySelector('table[data-table-of]'))
    expect(drawn.map((figure) => figure.dataset['state'])).toEqual(['ready', 'offline'])
    for (const figure of figures())
      expect(figure.textContent?.includes('635.36')).toBe(drawn.includes(figure))
  })

  it('say who answered only when somebody has', async () => {
    await render(States)
    expect(figures()[0]!.dataset['source']).toBeUndefined()
    expect(figures()[1]!.dataset['source']).toBe('precomputed')
  })

  it('offer to fetch again where that can help', async () => {
    await render(States)
    const retriable = figures().filter((figure) => figure.textContent?.includes('重新取'))
    expect(retriable.map((figure) => figure.dataset['state'])).toEqual(['failed', 'offline', 'error'])
  })
})

describe('the states of a value', () => {
  it('look and read differently: a figure, zero, blank, declared empty, not disclosed, unreadable, not applicable', async () => {
    await render(States)
    const cells = [...document.querySelectorAll('table:not([data-table-of]) td')]
    const texts = cells.slice(0, 7).map((cell) => cell.textContent?.trim())
    expect(texts).toEqual(['1,083.57', '0.00', '原表空白', '空', '未公开', '?未能提取', '不适用'])
    expect(
      cells.filter((cell) => cell.hasAttribute('data-yuan')).map((cell) => cell.getAttribute('data-yuan')),
    ).toEqual(['10835700.00', '0.00', '5187500.00', '12620800.00'])
    expect(cells[7]!.getAttribute('data-low')).toBe('5187200.00')
  })
})

describe('one of a few', () => {
  it('tells which is chosen, and changes by keyboard', async () => {
    const screen = await render(States)
    const years = screen.getByRole('group', { name: '年度' })
    await expect.element(years.getByRole('button', { name: '2023' })).toHaveAttribute('aria-pressed', 'true')
    ;(years.getByRole('button', { name: /2022/ }).element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(years.getByRole('button', { name: /2022/ })).toHaveAttribute('aria-pressed', 'true')
    await expect.element(years.getByRole('button', { name: '2023' })).toHaveAttribute('aria-pressed', 'false')
  })
})

describe('all parts', () => {
  it.each(settings)('axe finds nothing wrong at $width px, $theme', async (setting) => {
    await showIn(setting)
    await render(States)
    expect(await faultsOf(document.querySelector('main')!)).toEqual([])
  })

  it('do not scroll sideways at 320 px', async () => {
    await showIn({ width: 320, theme: 'light' } as { width: number; theme: 'light' })
    await render(States)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  })

  it('show focus by a ring of 2 px', async () => {
    const screen = await render(States)
    await userEvent.tab()
    const style = getComputedStyle(document.activeElement!)
    expect([style.outlineStyle, style.outlineWidth, style.outlineColor]).toEqual([
      'solid',
      '2px',
      'rgb(26, 95, 163)',
    ])
    expect(screen.container.contains(document.activeElement)).toBe(true)
  })
})
