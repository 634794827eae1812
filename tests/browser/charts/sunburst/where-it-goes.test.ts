import { beforeEach, describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-svelte'
import { page, userEvent } from 'vitest/browser'
import '../../../../src/theme/base.css'
import { amountsOf, faultsOf, settings, showIn, textSizes } from '../../../support/chart-in-browser'
import { fushunExpenditure } from '../../../support/figures-where-it-goes'
import Large from '../../../visual/large-tree.example.svelte'
import Example from '../../../visual/where-it-goes.example.svelte'

const figure = () => document.querySelector<HTMLElement>('figure[data-chart="sunburst"]')!
const arcs = () => [...figure().querySelectorAll<SVGPathElement>('[role="treeitem"]')]
const arc = (code: string) => figure().querySelector<SVGPathElement>(`[role="treeitem"][data-code="${code}"]`)
const bars = () => [...figure().querySelectorAll<HTMLElement>('.bars li')]
const bar = (code: string) => figure().querySelector<HTMLElement>(`.bars li[data-code="${code}"] button`)!
const text = (selector: string) =>
  figure().querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
const frames = (n: number) =>
  new Promise<void>((resolve) => {
    const step = (left: number) => (left === 0 ? resolve() : requestAnimationFrame(() => step(left - 1)))
    step(n)
  })

beforeEach(() => showIn({ width: 1280, theme: 'light' }))

describe('where the money goes', () => {
  it('is a named figure with hooks, a sentence and a source', async () => {
    const screen = await render(Example)
    await expect.element(screen.getByRole('figure', { name: '钱花在哪' })).toBeVisible()
    expect(figure().dataset).toMatchObject({ chart: 'sunburst', state: 'ready', source: 'precomputed' })
    expect(text('figcaption')).toContain('85.86%')
    expect(figure().textContent).toContain('公开03表 支出决算表')
  })

  it('carries the exact amount of every published row on its arc', async () => {
    await render(Example)
    const drawn = Object.fromEntries(arcs().map((each) => [each.dataset['code'], each.dataset['yuan']]))
    expect(drawn).toEqual(
      Object.fromEntries(fushunExpenditure.map((row) => [row.code, row.amount!.toFixed(2)])),
    )
  })

  it.each([
    ['function', null],
    ['function', '208'],
    ['function', '2010308'],
    ['economic', '302'],
    ['income', null],
  ] as const)('shows no amount by %s at %s that its table does not hold', async (by, at) => {
    await render(Example, { by, at })
    const cells = amountsOf(figure().querySelectorAll('table[data-table-of="sunburst"] td[data-yuan]'))
    const marks = amountsOf(figure().querySelectorAll('svg [data-yuan], .bars li[data-yuan]')).filter(
      (mark) => !mark.what.startsWith('other'),
    )
    expect(marks.length).toBeGreaterThan(0)
    for (const mark of marks) expect(cells).toContainEqual(mark)
  })

  it('lists 项 beside the chosen one, sorted, with the exact sum of what is printed', async () => {
    await render(Example, { at: '2010308' })
    expect(bars().map((each) => each.dataset['code'])).toEqual([
      '2010308',
      '2010301',
      '2080505',
      '2210201',
      '2080501',
      '2080801',
      '2101101',
      '2080506',
    ])
    expect(bars()[0]!.textContent).toMatch(/信访事务\s*635\.36\s*50\.34%/)
    expect(text('.bars .sum')).toBe('8 项相加 比合计少 0.02，在舍入允许的 0.045 以内 1,262.06')
    expect(bar('2010308').getAttribute('aria-current')).toBe('true')
    expect(arc('2010308')!.getAttribute('aria-selected')).toBe('true')
    expect(text('aside')).toContain('占 20103')
    expect(text('aside')).toContain('58.64%')
  })

  it('goes into a row from its bar, and back by the path and by the centre', async () => {
    const screen = await render(Example)
    await userEvent.click(bar('208'))
    expect(arc('201')).toBeNull()
    expect(bars().map((each) => each.dataset['code'])).toEqual(['20805', '20808'])
    await userEvent.click(screen.getByRole('button', { name: '返回：全部' }))
    expect(arc('201')).not.toBeNull()
    await userEvent.click(bar('208'))
    await userEvent.click(bar('20805'))
    const path = screen.getByRole('navigation', { name: '所在层级' })
    expect(path.element().textContent).toMatch(
      /合计 1,262\.08.*社会保障和就业支出 115\.80.*行政事业单位养老支出 89\.32/,
    )
    await userEvent.click(path.getByRole('button', { name: /合计/ }))
    expect(bars()).toHaveLength(4)
  })

  it('says each step in one polite message', async () => {
    await render(Example)
    const live = figure().querySelector('[aria-live="polite"]')!
    expect(live.textContent).toBe('')
    await userEvent.click(bar('208'))
    expect(live.textContent).toBe('社会保障和就业支出 115.80 万元 9.18%')
  })

  it('opens a table with a caption and scoped heads, whose rows do what arcs do', async () => {
    const screen = await render(Example)
    const table = figure().querySelector<HTMLElement>('table[data-table-of="sunburst"]')!
    expect(table.checkVisibility()).toBe(false)
    await userEvent.click(screen.getByRole('button', { name: '查看数据' }))
    expect(table.checkVisibility()).toBe(true)
    expect(table.querySelector('caption')?.textContent).toContain('支出，按功能分类')
    expect([...table.querySelectorAll('thead th')].every((th) => th.getAttribute('scope') === 'col')).toBe(
      true,
    )
    expect(table.querySelectorAll('tbody th[scope="row"]')).toHaveLength(fushunExpenditure.length + 1)
    await userEvent.click(screen.getByRole('button', { name: '20808抚恤' }))
    expect(bars().map((each) => each.dataset['code'])).toEqual(['2080801'])
  })

  it('keeps blanks at hand and apart from zero', async () => {
    const screen = await render(Example, { by: 'economic' })
    expect(bars()).toHaveLength(3)
    await userEvent.click(screen.getByRole('button', { name: '再列 4 类' }))
    expect(bars()).toHaveLength(7)
    expect(bars()[3]!.textContent).toContain('原表空白')
    expect(bars()[3]!.dataset['yuan']).toBeUndefined()
    expect(figure().querySelectorAll('td [data-value-state="blank"]').length).toBeGreaterThan(30)
  })

  it('opens 其他 as bars and leads back to all', async () => {
    const screen = await render(Large)
    const other = figure().querySelector<SVGPathElement>('[data-item="other"][aria-label^="其他 3 项"]')!
    expect(other.dataset['yuan']).toBe('450000.00')
    other.focus()
    await userEvent.keyboard('{Enter}')
    expect(bars().map((each) => each.dataset['code'])).toEqual(['211', '212', '216'])
    await userEvent.click(screen.getByRole('button', { name: '全部列出' }))
    expect(bars()).toHaveLength(12)
  })

  it('draws no arc of a table that does not add up: says by how much, keeps bars and table', async () => {
    await render(Example, { by: 'shifted' })
    expect(figure().querySelector('[role="tree"]')).toBeNull()
    expect(text('.notices')).toContain('32.83')
    expect(bars().map((each) => each.dataset['yuan'])).toEqual([
      '1528000.00',
      '158800.00',
      '99700.00',
      '69800.00',
    ])
    expect(figure().querySelectorAll('table td[data-yuan]')).toHaveLength(15)
  })

  it('does not make a shifted table look sound: no hue, no share, nothing added, and it says so', async () => {
    await render(Example, { by: 'shifted', barsOnly: true })
    expect(figure().querySelector('[role="tree"]')).toBeNull()
    for (const part of ['.bars', 'aside', 'caption']) expect(text(part)).toContain('照原样，错了行')
    for (const part of ['.bars', 'aside', 'table']) expect(text(part)).not.toContain('%')
    expect(figure().querySelector('.bars .sum')).toBeNull()
    const fills = [...figure().querySelectorAll('.bars rect')].map((rect) => getComputedStyle(rect).fill)
    expect(new Set(fills)).toEqual(new Set(['none']))
    expect(text('.notices').match(/圆环/g)).toHaveLength(1)
  })

  it('leaves the place of one bad branch open and says so', async () => {
    await render(Large)
    for (const code of ['21301', '2130101', '21508', '21505']) expect(arc(code)).toBeNull()
    expect(arc('21303')).not.toBeNull()
    expect(text('.notices')).toMatch(/21301 农业农村.*100\.00.*支持中小企业发展和管理支出/)
  })

  it('is complete in English', async () => {
    const screen = await render(Example, { language: 'en', at: '208' })
    await expect.element(screen.getByRole('button', { name: 'Show data' })).toBeVisible()
    await expect.element(screen.getByRole('button', { name: 'Back to all' })).toBeInTheDocument()
    const own = [...figure().querySelectorAll('.bars .heads, .bars .sum, aside dt')].map(
      (each) => each.textContent,
    )
    expect(own.join(' ')).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('puts bars first, then the chosen row, then two rings in a fold on a phone', async () => {
    await showIn({ width: 390, theme: 'light' })
    const whole = await render(Example, { at: null })
    expect(figure().querySelector('aside')).toBeNull()
    await whole.unmount()
    await render(Example, { at: '208' })
    const places = ['.bars', 'aside', 'details'].map(
      (each) => figure().querySelector(each)!.getBoundingClientRect().top,
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(new Set(arcs().map((each) => each.getAttribute('aria-level')))).toEqual(new Set(['2', '3']))
    await userEvent.click(figure().querySelector('summary')!)
    expect(arcs()[0]!.checkVisibility()).toBe(false)
  })

  it('puts rings beside bars at 768 px, and under them in the large edition, where nothing leaves the page', async () => {
    const tops = () =>
      ['.bars', '.sunburst'].map((each) => figure().querySelector(each)!.getBoundingClientRect().top)
    await showIn({ width: 768, theme: 'light' })
    await render(Example, { at: null })
    expect(tops()[0]).toBeCloseTo(tops()[1]!, 0)
    document.documentElement.dataset['mode'] = 'elder'
    await frames(3)
    expect(tops()[0]).toBeLessThan(tops()[1]!)
    const { right } = figure().getBoundingClientRect()
    for (const each of figure().querySelectorAll('.bars span, .bars b'))
      expect(each.getBoundingClientRect().right).toBeLessThanOrEqual(right + 0.5)
    delete document.documentElement.dataset['mode']
  })

  it('leaves focus in the figure when a bar gives way to the rows below it', async () => {
    await render(Example, { at: null })
    await userEvent.click(bar('208'))
    expect(figure().querySelector('.bars')!.contains(document.activeElement)).toBe(true)
  })

  it.each([390, 320])(
    'has targets of at least 44 px on a page of %i px, and does not scroll sideways',
    async (width) => {
      await showIn({ width, theme: 'light' })
      const screen = await render(Example, { at: '208' })
      await userEvent.click(screen.getByRole('button', { name: '查看数据' }))
      await frames(2)
      const low = [...figure().querySelectorAll<HTMLElement>('button, summary')]
        .filter((each) => each.checkVisibility())
        .map((each) => ({
          what: each.textContent?.trim() || each.ariaLabel,
          height: each.getBoundingClientRect().height,
        }))
        .filter(({ height }) => height < 43.99)
      expect(low).toEqual([])
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    },
  )

  it('has targets of at least 24 px on a desktop, and 60 px for its rows in the large edition', async () => {
    await render(Example, { at: '208' })
    const heights = (within: string) =>
      [...figure().querySelectorAll<HTMLElement>(`${within} button`)]
        .filter((each) => each.checkVisibility())
        .map((each) => each.getBoundingClientRect().height)
    expect(Math.min(...heights(''))).toBeGreaterThanOrEqual(24)
    document.documentElement.dataset['mode'] = 'elder'
    try {
      expect(Math.min(...heights('.bars li'))).toBeGreaterThanOrEqual(60)
      expect(
        parseFloat(getComputedStyle(figure().querySelector('.bars .name')!).fontSize),
      ).toBeGreaterThanOrEqual(18)
    } finally {
      delete document.documentElement.dataset['mode']
    }
  })

  it.each([320, 390, 768, 1280])('sets no type under 12 px at %i px', async (width) => {
    await page.viewport(width, 900)
    await render(Example, { at: '208' })
    await frames(3)
    expect(textSizes(figure()).filter(({ size }) => size < 12)).toEqual([])
  })

  it.each(settings)('axe finds nothing wrong at $width px, $theme', async (setting) => {
    await showIn(setting)
    const screen = await render(Example, { at: '2010308' })
    await userEvent.click(screen.getByRole('button', { name: '查看数据' }))
    expect(await faultsOf(figure())).toEqual([])
  })

  it.each(['contrast', 'elder'])(
    'axe finds nothing wrong in the %s view, nor where branches are bad',
    async (view) => {
      await showIn({ width: 1280, theme: 'light' })
      if (view === 'elder') document.documentElement.dataset['mode'] = 'elder'
      else document.documentElement.dataset['theme'] = view
      try {
        await render(Large)
        expect(await faultsOf(figure())).toEqual([])
      } finally {
        delete document.documentElement.dataset['mode']
      }
    },
  )
})
