import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { cdp, page, userEvent } from 'vitest/browser'
import '../../../../src/theme/base.css'
import { showIn } from '../../../support/chart-in-browser'
import Large from '../../../visual/large-tree.example.svelte'
import Example from '../../../visual/where-it-goes.example.svelte'

const tree = () => document.querySelector<SVGSVGElement>('[role="tree"]')!
const arcs = () => [...tree().querySelectorAll<SVGPathElement>('[role="treeitem"]')]
const arc = (code: string) => tree().querySelector<SVGPathElement>(`[role="treeitem"][data-code="${code}"]`)!
const focused = () =>
  document.activeElement?.getAttribute('data-code') ?? document.activeElement?.getAttribute('data-item')
const paths = () => arcs().map((each) => each.getAttribute('d'))
const frame = () => new Promise(requestAnimationFrame)
const press = (keys: string) => userEvent.keyboard(keys)

interface MediaSession {
  send(method: string, params: unknown): Promise<unknown>
}
const emulate = (features: { name: string; value: string }[]) =>
  (cdp() as unknown as MediaSession).send('Emulation.setEmulatedMedia', { features })

beforeEach(async () => {
  await emulate([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  await showIn({ width: 1280, theme: 'light' })
  document.body.className = ''
})
afterEach(() => emulate([]))

describe('the rings as a tree', () => {
  it('tell level, place among kin, number of kin and whether parts are shown', async () => {
    await render(Example)
    expect(tree().getAttribute('aria-label')).toContain('钱花在哪')
    const told = (code: string) =>
      ['level', 'posinset', 'setsize', 'expanded'].map((name) => arc(code).getAttribute(`aria-${name}`))
    expect(told('201')).toEqual(['1', '1', '4', 'true'])
    expect(told('221')).toEqual(['1', '4', '4', 'true'])
    expect(told('20808')).toEqual(['2', '2', '2', 'true'])
    expect(told('2080506')).toEqual(['3', '3', '3', null])
    await expect
      .element(page.getByRole('treeitem', { name: '2010308 信访事务，635.36万元，占20103 58.64%' }))
      .toBeInTheDocument()
  })

  it('tell that parts are hidden where the view has too few rings', async () => {
    await showIn({ width: 390, theme: 'light' })
    await render(Example)
    expect(arc('20103').getAttribute('aria-expanded')).toBe('false')
  })

  it('are entered once by Tab', async () => {
    await render(Example)
    const stops = () =>
      arcs()
        .filter((each) => each.tabIndex === 0)
        .map((each) => each.dataset['code'])
    expect(stops()).toEqual(['201'])
    arc('201').focus()
    await press('{ArrowRight}{ArrowRight}')
    expect(stops()).toEqual(['210'])
    await userEvent.tab()
    expect(tree().contains(document.activeElement)).toBe(false)
    await userEvent.tab({ shift: true })
    expect(focused()).toBe('210')
  })

  it('are walked by arrows, Home and End', async () => {
    await render(Example)
    arc('201').focus()
    const walk: [string, string][] = [
      ['{ArrowLeft}', '201'],
      ['{ArrowRight}', '208'],
      ['{ArrowDown}', '20805'],
      ['{ArrowDown}', '2080501'],
      ['{ArrowDown}', '2080501'],
      ['{End}', '2080506'],
      ['{Home}', '2080501'],
      ['{ArrowUp}', '20805'],
      ['{ArrowUp}', '208'],
      ['{ArrowUp}', '208'],
      ['{End}', '221'],
      ['{ArrowRight}', '221'],
      ['{Home}', '201'],
    ]
    for (const [key, code] of walk) {
      await press(key)
      expect([key, focused()]).toEqual([key, code])
    }
  })

  it('are zoomed by Enter and left by Escape, with focus where one would look for it', async () => {
    await render(Example)
    arc('208').focus()
    await press('{Enter}')
    expect(arcs().map((each) => each.dataset['code'])).toEqual([
      '20805',
      '20808',
      '2080501',
      '2080505',
      '2080506',
      '2080801',
    ])
    expect(focused()).toBe('20805')
    await press('{Enter}')
    expect(focused()).toBe('2080501')
    await press('{Escape}')
    expect(focused()).toBe('20805')
    await press('{Escape}')
    expect(focused()).toBe('208')
    expect(arcs()).toHaveLength(17)
    await press('{Escape}')
    expect(focused()).toBe('208')
  })

  it('keep the zoom when the last of a line is chosen in it, by key and by pointer, with focus on it', async () => {
    await render(Example)
    arc('208').focus()
    await press('{Enter}')
    expect(focused()).toBe('20805')
    await press('{ArrowDown}{ArrowRight}{Enter}')
    expect(arcs()).toHaveLength(6)
    expect(focused()).toBe('2080505')
    await userEvent.click(arc('2080801'))
    expect(arcs()).toHaveLength(6)
    expect(focused()).toBe('2080801')
    await press('{Escape}')
    expect(arcs()).toHaveLength(6)
    await press('{Escape}')
    expect(arcs()).toHaveLength(17)
  })

  it('hold focus after a click that brings them to the centre, and after the centre is left', async () => {
    await render(Example)
    await userEvent.click(arc('208'))
    expect(focused()).toBe('20805')
    await userEvent.click(document.querySelector('.sunburst button')!)
    expect(focused()).toBe('208')
  })

  it('outline the chosen arc in ink and the focused one in the colour of focus, over its neighbours', async () => {
    await render(Example, { at: '2010308' })
    const chosen = tree().querySelector('.chosen')!
    expect(getComputedStyle(chosen).strokeWidth).toBe('2.5px')
    expect(getComputedStyle(chosen).stroke).toBe('rgb(27, 26, 23)')
    await userEvent.tab()
    arc('201').focus()
    await press('{ArrowRight}')
    const ring = tree().querySelector('.ringed')!
    expect(parseFloat(getComputedStyle(ring).strokeWidth)).toBeGreaterThanOrEqual(2)
    expect(getComputedStyle(ring).stroke).toBe('rgb(26, 95, 163)')
    expect(ring.getAttribute('d')).toBe(arc('208').getAttribute('d'))
  })
})

describe('the picture', () => {
  it('fills by hue of the 类 and depth of the level, from the theme', async () => {
    await render(Example)
    const fill = (code: string) => getComputedStyle(arc(code)).fill
    expect([fill('201'), fill('20103'), fill('2010308')]).toEqual([
      'rgb(162, 103, 85)',
      'rgb(192, 147, 133)',
      'rgb(210, 179, 168)',
    ])
    document.documentElement.dataset['theme'] = 'dark'
    expect(fill('201')).toBe('rgb(171, 110, 92)')
    document.documentElement.dataset['theme'] = 'contrast'
    expect(fill('201')).toBe('rgb(162, 103, 85)')
  })

  it('follows the system at night, and the reader before the system', async () => {
    await render(Example)
    delete document.documentElement.dataset['theme']
    const paper = () => getComputedStyle(document.body).backgroundColor
    await emulate([{ name: 'prefers-color-scheme', value: 'dark' }])
    expect(paper()).toBe('rgb(23, 22, 20)')
    document.documentElement.dataset['theme'] = 'light'
    expect(paper()).toBe('rgb(251, 250, 246)')
  })

  it.each([360, 390, 768, 1280])('keeps every drawn glyph in its arc on a page of %i px', async (width) => {
    await page.viewport(width, 900)
    await render(width < 700 ? Example : Large, { at: null })
    await frame()
    await frame()
    const labels = [...tree().querySelectorAll<SVGTextElement>('text[data-label]')]
    expect(labels.length).toBeGreaterThan(0)
    const outside = labels.flatMap((label) => {
      const key = label.dataset['label']!
      const own = tree().querySelector<SVGPathElement>(
        key.endsWith('~other') || key.endsWith('~rest')
          ? '[data-item]'
          : `[role="treeitem"][data-code="${key}"]`,
      )!
      const points = Array.from({ length: label.getNumberOfChars() }, (_, i) => [
        label.getStartPositionOfChar(i),
        label.getEndPositionOfChar(i),
      ]).flat()
      return points.every((point) => own.isPointInFill(point)) ? [] : [label.textContent]
    })
    expect(outside).toEqual([])
  })

  it('has no words on its arcs below 360 px, where the key has the names', async () => {
    await page.viewport(320, 900)
    await render(Example)
    await frame()
    await frame()
    expect(tree().querySelectorAll('text[data-label]')).toHaveLength(0)
    expect(document.querySelector('.sun ul')?.textContent).toContain('一般公共服务支出')
  })

  it('moves in a zoom for less than 400 ms', async () => {
    await emulate([{ name: 'prefers-reduced-motion', value: 'no-preference' }])
    await render(Example)
    arc('208').focus()
    await press('{Enter}')
    const start = performance.now()
    const early = paths()
    let settled = start
    for (let last = early; performance.now() - start < 1200;) {
      await frame()
      const now = paths()
      if (JSON.stringify(now) !== JSON.stringify(last)) settled = performance.now()
      last = now
    }
    expect(paths()).not.toEqual(early)
    expect(settled - start).toBeLessThan(400)
  })

  it('jumps instead for a reader who wants less motion', async () => {
    await render(Example)
    arc('208').focus()
    await press('{Enter}')
    const early = paths()
    for (let i = 0; i < 30; i++) await frame()
    expect(paths()).toEqual(early)
  })

  it('keeps its fills and shows focus and choice in forced colours', async () => {
    await emulate([
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ])
    await render(Example, { at: '2010308' })
    const fills = new Set(['201', '208', '210', '221'].map((code) => getComputedStyle(arc(code)).fill))
    expect(fills.size).toBe(4)
    expect(getComputedStyle(tree().querySelector('.chosen')!).strokeWidth).toBe('4px')
  })
})
