import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chartIn, engineReady, figuresOf, openSite, type Site } from './site'

const fushun = '?page=unit&unit=210400-petition-self'
const fuping = '?page=unit&unit=130624-petition'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** 抚顺市信访局（本级）2023 年决算，公开03表，元。 */
const fushunSpending = {
  total: '12620800.00',
  '201': '10835700.00',
  '208': '1158000.00',
  '210': '226800.00',
  '221': '400100.00',
  '20103': '10835700.00',
  '20805': '893200.00',
  '20808': '264800.00',
  '21011': '226800.00',
  '22102': '400100.00',
  '2010301': '4482100.00',
  '2010308': '6353600.00',
  '2080501': '274000.00',
  '2080505': '480300.00',
  '2080506': '138900.00',
  '2080801': '264800.00',
  '2101101': '226800.00',
  '2210201': '400100.00',
}

describe('the first picture', () => {
  it('comes from the answers before the engine is up, and from the engine with identical figures once it is', async () => {
    const visit = await site.open(fushun, { saveData: true })
    expect(await chartIn(visit.page, 'sunburst', 'ready')).toBe('precomputed')
    const before = await figuresOf(visit.page, 'sunburst')
    expect(before).toEqual(fushunSpending)
    expect(visit.requests.filter((url) => url.endsWith('.wasm'))).toEqual([])

    await visit.page.locator('[data-engine="idle"] button').click()
    await engineReady(visit.page)
    await visit.page.locator('[data-chart="sunburst"][data-source="engine"]').first().waitFor()
    expect(await figuresOf(visit.page, 'sunburst')).toEqual(before)
    expect(visit.faults).toEqual([])
    await visit.close()
  })

  it('marks its time, and the engine starts by itself on a desktop', async () => {
    const visit = await site.open(fushun)
    await engineReady(visit.page)
    await visit.page.locator('[data-chart="sunburst"][data-source="engine"]').first().waitFor()
    const marks = await visit.page.evaluate(() =>
      ['mingzhang:first-chart', 'mingzhang:engine-ready'].map(
        (name) => performance.getEntriesByName(name).length,
      ),
    )
    expect(marks).toEqual([1, 1])
    await visit.close()
  })
})

describe.each([
  ['1280 px', { width: 1280 }],
  ['390 px', { width: 390, height: 844 }],
])('at %s', (_, look) => {
  it('抚顺 shows where the money goes as 公开03表 prints it', async () => {
    const visit = await site.open(fushun, look)
    await chartIn(visit.page, 'sunburst', 'ready')
    expect(await figuresOf(visit.page, 'sunburst')).toMatchObject(
      look.width === 1280
        ? fushunSpending
        : { '201': '10835700.00', '20103': '10835700.00', '22102': '400100.00' },
    )
    await expect(visit.page.locator('dd[data-item="expenditure"]').innerText()).resolves.toContain('1,262.08')
    await expect(visit.page.locator('dd[data-item="three_public"]').innerText()).resolves.toContain('7.24')
    await visit.close()
  })

  it('阜平 draws the sound income table, not the shifted ones, and says which are wrong', async () => {
    const visit = await site.open(fuping, look)
    await chartIn(visit.page, 'sunburst', 'ready')
    const figures = await figuresOf(visit.page, 'sunburst')
    expect(figures).toMatchObject({
      '201': '1528000.00',
      '208': '158800.00',
      '210': '69800.00',
      '221': '99700.00',
    })
    const said = await visit.page.locator('main').innerText()
    expect(said).toContain('单位预算支出总表')
    expect(said).toContain('错了行')
    expect(said).not.toContain('undefined')
    await visit.close()
  })

  it('阜平 draws no rings of 基本支出 from a shifted table: its bars stand as printed, under what is wrong', async () => {
    const visit = await site.open(`${fuping}&measure=basic`, look)
    await chartIn(visit.page, 'sunburst', 'ready')
    expect(await visit.page.locator('[data-chart="sunburst"] [role="tree"]').count()).toBe(0)
    const said = await visit.page.locator('main').innerText()
    expect(said).toContain('整列错了行')
    expect(said).toContain('75.15')
    await visit.close()
  })

  it('抚顺 shows 三公 items: budget 3.00 and final 7.24, and reception with no budget in its own lane', async () => {
    const visit = await site.open(`${fushun}&tab=budget-actual&rows=three-public`, look)
    await chartIn(visit.page, 'budget-vs-actual', 'ready')
    const chart = visit.page.locator('[data-chart="budget-vs-actual"]').first()
    const values = await chart
      .locator('[data-item][data-yuan]')
      .evaluateAll((marks) =>
        marks.map((m) => `${m.getAttribute('data-item')} ${m.getAttribute('data-yuan')}`),
      )
    expect(values).toContain('total 30000.00')
    expect(values).toContain('total 72400.00')
    expect(values).toContain('reception 42400.00')
    expect(values).not.toContain('reception 0.00')
    await visit.close()
  })

  it('抚顺 shows 项 with budgets derived from the completion rates, with their bounds', async () => {
    const visit = await site.open(`${fushun}&tab=budget-actual`, look)
    await chartIn(visit.page, 'budget-vs-actual', 'ready')
    const derived = await visit.page
      .locator('[data-chart="budget-vs-actual"] [data-basis="derived"][data-low]')
      .evaluateAll((marks) =>
        marks.map((m) =>
          ['data-code', 'data-yuan', 'data-low', 'data-high'].map((name) => m.getAttribute(name)),
        ),
      )
    const of = (code: string) => derived.find((d) => d[0] === code)
    expect(
      of('2010308')
        ?.slice(1)
        .map((v) => Number(v).toFixed(0)),
    ).toEqual(['5187459', '5187207', '5187712'])
    expect(derived.length).toBeGreaterThanOrEqual(8)
    await visit.close()
  })

  it.each([
    [fushun, { year: '2022', stage: 'final', yuan: '82800.00', basis: 'derived' }],
    [fushun, { year: '2023', stage: 'final', yuan: '72400.00', basis: 'published' }],
    [fuping, { year: '2022', stage: 'budget', yuan: '30000.00', basis: 'derived' }],
  ])('%s shows the 三公 trend with %j', async (address, point) => {
    const visit = await site.open(`${address}&tab=three-public`, look)
    await chartIn(visit.page, 'three-public', 'ready')
    const twin = visit.page.locator('table[data-table-of="three-public"]').first()
    const marks = await visit.page
      .locator('[data-chart="three-public"] [data-item="total"][data-yuan]')
      .evaluateAll((all) => all.map((m) => [m.getAttribute('data-yuan'), m.getAttribute('data-basis')]))
    expect(marks).toContainEqual([point.yuan, point.basis])
    expect(await twin.count()).toBe(1)
    await visit.close()
  })
})

describe('a link', () => {
  it('to a unit is followed in place by a plain click, its page read from the top; with Ctrl it opens a new tab', async () => {
    const visit = await site.open('', { saveData: true })
    const link = visit.page.getByRole('link', { name: '阜平县信访局', exact: true })
    const [tab] = await Promise.all([
      visit.context.waitForEvent('page'),
      link.click({ modifiers: ['ControlOrMeta'] }),
    ])
    await tab.getByRole('heading', { level: 1, name: '阜平县信访局' }).waitFor()
    expect(new URL(visit.page.url()).search).toBe('')

    await link.click()
    await visit.page.getByRole('heading', { level: 1, name: '阜平县信访局' }).waitFor()
    expect(await visit.page.evaluate(() => [document.activeElement?.id, scrollY])).toEqual(['main', 0])
    await visit.close()
  })
})

describe.each([390, 768, 1280])('at %i px', (width) => {
  it.each(
    [fushun, fuping].flatMap((unit) =>
      ['where', 'budget-actual', 'three-public', 'facts'].map((tab) => `${unit}&tab=${tab}`),
    ),
  )('%s keeps its place while the figures come', async (address) => {
    const visit = await site.open('', { width, saveData: true })
    await visit.page.route('**/data/**', async (route) => {
      await new Promise((later) => setTimeout(later, 150))
      await route.continue()
    })
    await visit.page.goto(`${site.origin}/${address}`)
    await visit.page.locator('dd[data-item="expenditure"][data-yuan]').waitFor()
    await visit.page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
    const shifts = await visit.page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const observer = new PerformanceObserver((list) => {
            observer.disconnect()
            resolve(list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value))
          })
          observer.observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve([]), 500)
        }),
    )
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(0.05)
    await visit.close()
  })
})
