import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chartIn, engineReady, openSite, type Site } from './site'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const units = ['210400-petition-self', '130624-petition']
const tabs = ['where', 'budget-actual', 'three-public', 'facts']
const pages = [
  '',
  ...units.flatMap((unit) => tabs.map((tab) => `?page=unit&unit=${unit}&tab=${tab}`)),
  '?page=unit&unit=310107-justice',
  '?page=unit&unit=320000-congress&tab=three-public',
  '?page=import',
  '?page=unit&unit=210400-petition-self&year=2023&stage=final&from=import',
  '?page=unit&unit=999999-nobody',
]

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

interface AxeWindow {
  axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
}

describe.each(pages)('the page %j', (address) => {
  it.each([
    ['1280 px, light', { width: 1280 }, ''],
    ['1280 px, dark', { width: 1280, dark: true }, ''],
    ['390 px, light', { width: 390, height: 844 }, ''],
    ['390 px, dark', { width: 390, height: 844, dark: true }, ''],
    ['320 px, elder', { width: 320, height: 700 }, 'mode=elder'],
    ['1280 px, contrast', { width: 1280 }, 'theme=contrast'],
    ['1280 px, English', { width: 1280 }, 'lang=en'],
  ])(
    'has no violation of accessibility rules, no stray value and no sideways scrolling at %s',
    async (_, look, more) => {
      const visit = await site.open([address || '?', more].filter(Boolean).join(address ? '&' : ''), {
        ...look,
        saveData: true,
      })
      await visit.page.locator('main').waitFor()
      await visit.page
        .waitForFunction(
          () => !document.querySelector('[data-state="loading"], [aria-busy="true"]'),
          undefined,
          {
            timeout: 20_000,
          },
        )
        .catch(() => undefined)
      await visit.page.evaluate(axeSource)
      const found = await visit.page.evaluate(() =>
        (window as unknown as AxeWindow).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        }),
      )
      expect(
        found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`),
      ).toEqual([])
      const text = await visit.page.locator('body').innerText()
      expect(text).not.toMatch(/NaN|Infinity|undefined|\bnull\b|\[object/)
      const overflow = await visit.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBeLessThanOrEqual(0)
      expect(visit.faults).toEqual([])
      await visit.close()
    },
  )
})

describe('the whole site', () => {
  it('makes no request off its own origin, the engine included', async () => {
    const visit = await site.open(pages[1]!)
    await engineReady(visit.page)
    for (const tab of ['预算对决算', '三公', '其他事实', '花在哪']) {
      await visit.page.getByRole('link', { name: tab, exact: true }).click()
    }
    await visit.page.locator('header a').first().click()
    await visit.page.getByRole('heading', { level: 1 }).waitFor()
    expect(visit.requests.length).toBeGreaterThan(5)
    expect(visit.requests.filter((url) => !url.startsWith(`${site.origin}/`))).toEqual([])
    expect(visit.faults).toEqual([])
    await visit.close()
  })

  it('shows each amount in chart, twin and band from the same decimal, and another unit of money changes text only', async () => {
    const read = async (money: string) => {
      const visit = await site.open(`${pages[1]}&money=${money}`, { saveData: true })
      await chartIn(visit.page, 'sunburst', 'ready')
      const exact = await visit.page
        .locator('[data-yuan]')
        .evaluateAll((marks) =>
          marks.map((m) => `${m.getAttribute('data-code') ?? ''} ${m.getAttribute('data-yuan')}`),
        )
      const text = await visit.page.locator('main').innerText()
      await visit.close()
      return { exact, text }
    }
    const [yuan, wan, yi] = [await read('yuan'), await read('wan'), await read('yi')]
    expect(wan.exact.length).toBeGreaterThan(20)
    expect(yuan.exact).toEqual(wan.exact)
    expect(yi.exact).toEqual(wan.exact)
    expect(yuan.text).toContain('12,620,800.00')
    expect(wan.text).toContain('1,262.08')
    expect(yi.text).toContain('0.1262')
  })

  it('names every page in its title and its one h1', async () => {
    const titles: string[] = []
    for (const address of ['', pages[1]!, pages[5]!, ...pages.slice(-3)]) {
      const visit = await site.open(address, { saveData: true })
      await visit.page.locator('h1').first().waitFor()
      expect(await visit.page.locator('h1').count()).toBe(1)
      titles.push(await visit.page.title())
      await visit.close()
    }
    expect(new Set(titles).size).toBe(titles.length)
  })
})
