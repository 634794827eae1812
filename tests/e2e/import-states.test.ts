import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wholeUnit } from '../support/whole-disclosure'
import { choose, done, file, made, manyPages, statesOf } from './imports'
import { openSite, type Site } from './site'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe('files that cannot be read', () => {
  it('are named in the reader’s language, one by one, and do not stop the others', async () => {
    const own = new Uint8Array([1, 2, 3, 0, 0, 4])
    const visit = await choose(
      site,
      [
        file('空.docx', ''),
        file('公开.ofd', own),
        file('公开.wps', own),
        file('图.docx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10])),
        made('txt'),
      ],
      { saveData: true },
    )
    await done(visit.page)
    expect(await statesOf(visit.page)).toEqual(['refused', 'refused', 'refused', 'refused', 'read'])
    const said = await visit.page.locator('[data-file-state]').allInnerTexts()
    expect(said[0]).toContain('空文件')
    expect(said[1]).toContain('OFD')
    expect(said[2]).toContain('WPS')
    expect(said[3]).toContain('图片')
    await visit.page.getByRole('button', { name: 'English' }).click()
    expect(await visit.page.locator('[data-file-state]').nth(0).innerText()).toContain('0 bytes')
    await visit.close()
  })

  it('pdf in a browser older than Chromium 110 gets a message, other formats are read', async () => {
    const visit = await site.open('?page=import', { saveData: true })
    await visit.page.route(/\/assets\/worker-[\w-]+\.js$/, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: `delete Array.prototype.toSorted;${await response.text()}` })
    })
    await visit.page.locator('input[type=file]').setInputFiles([made('pdf'), made('docx')])
    await done(visit.page)
    expect(await statesOf(visit.page)).toEqual(['refused', 'read'])
    expect(await visit.page.locator('[data-file-state]').first().innerText()).toContain('Chromium 110')
    expect(visit.faults).toEqual([])
    await visit.close()
  })

  it('in a browser that lacks what the readers are written with get one message', async () => {
    const visit = await site.open('?page=import', { saveData: true })
    await visit.page.route(/\/assets\/worker-[\w-]+\.js$/, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: `delete Array.prototype.findLastIndex;${await response.text()}` })
    })
    await visit.page.locator('input[type=file]').setInputFiles([made('docx')])
    await visit.page.getByRole('alert').getByText('浏览器太旧').waitFor()
    expect(await statesOf(visit.page)).toEqual(['stopped'])
    expect(visit.faults).toEqual([])
    await visit.close()
  })

  it('because the lists of codes and places cannot be fetched, say so and can be tried again', async () => {
    const visit = await site.open('?page=import', { saveData: true })
    await visit.page.route(/\/assets\/codes-.*\.csv$/, (route) => route.fulfill({ status: 503, body: '' }))
    await visit.page.locator('input[type=file]').setInputFiles([made('txt')])
    await visit.page.getByRole('alert').getByText('名录').waitFor()
    expect(await statesOf(visit.page)).toEqual(['stopped'])
    await visit.page.unroute(/\/assets\/codes-.*\.csv$/)
    await visit.page.getByRole('button', { name: '再试一次' }).first().click()
    await done(visit.page)
    expect(await statesOf(visit.page)).toEqual(['read'])
    await visit.close()
  })
})

describe('a browser without WebAssembly', () => {
  it('still shows what was read, and says what cannot be shown and why', async () => {
    const visit = await site.open('', { saveData: true })
    await visit.context.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'WebAssembly')
    })
    await visit.page.goto(`${site.origin}/?page=import`)
    await visit.page.locator('input[type=file]').setInputFiles([made('docx')])
    await done(visit.page)
    await visit.page.locator('[data-import-engine="failed"]').waitFor()
    const said = await visit.page.locator('main').innerText()
    expect(said).toContain('看不到图')
    expect(said).toContain(wholeUnit)
    const table = visit.page.locator('tr[data-form="final.expenditure"]')
    expect((await table.innerText()).split(/\s+/u).slice(-3)).toEqual(['8', '7', '19'])
    await table.getByRole('button').click()
    await visit.page.getByRole('cell', { name: '机关事业单位基本养老保险缴费支出' }).waitFor()
    await visit.page.getByRole('link', { name: '看图和表' }).click()
    await visit.page.locator('[data-imported-waits="failed"]').waitFor()
    expect(await visit.page.locator('[data-chart]').count()).toBe(0)
    await visit.page.getByRole('link', { name: '看读到的表' }).click()
    expect(await statesOf(visit.page)).toEqual(['read'])
    expect(visit.faults).toEqual([])
    await visit.close()
  })
})

interface AxeWindow {
  axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
}

/** Violations of accessibility rules, stray values and sideways scrolling of what is on screen now. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const found = await page.evaluate(() =>
    (window as unknown as AxeWindow).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )
  const text = await page.locator('body').innerText()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return [
    ...found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`),
    ...(text.match(/NaN|Infinity|undefined|\bnull\b|\[object/gu) ?? []),
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
  ]
}

describe.each([
  ['1280 px, light', { width: 1280 }, ''],
  ['1280 px, dark', { width: 1280, dark: true }, ''],
  ['390 px, light', { width: 390, height: 844 }, ''],
  ['390 px, dark', { width: 390, height: 844, dark: true }, ''],
  ['320 px, elder', { width: 320, height: 700 }, '&mode=elder'],
  ['1280 px, contrast', { width: 1280 }, '&theme=contrast'],
  ['1280 px, English', { width: 1280 }, '&lang=en'],
])('at %s', (_, look, more) => {
  it('导入 and the waiting page of a unit hold the rules of accessibility in each of their states', async () => {
    const visit = await choose(
      site,
      [manyPages, file('空.docx', ''), made('docx')],
      { ...look, saveData: true },
      more,
    )
    const { page } = visit
    await page.locator('[data-file-state="reading"]').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.locator('.top button').first().click()
    expect(await statesOf(page)).toEqual(['stopped', 'stopped', 'stopped'])
    expect(await faultsOf(page)).toEqual([])
    await page.locator('[data-file-state] button').nth(1).click()
    await page.locator('.top button').first().click()
    await done(page)
    expect(await statesOf(page)).toEqual(['refused', 'read'])
    await page.locator('tr[data-form] button').first().click()
    for (const details of await page.locator('details').all())
      await details.evaluate((one) => one.setAttribute('open', ''))
    expect(await faultsOf(page)).toEqual([])
    await page.route('**/*.wasm', () => undefined)
    await page.locator('.open a').click()
    await page.locator('[data-imported-waits]').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(visit.faults).toEqual([])
    await visit.close()
  })
})

describe('the page', () => {
  it('keeps its place while files are read and the database starts', async () => {
    const visit = await choose(site, [made('pdf'), made('docx')], { saveData: true })
    await done(visit.page)
    await visit.page.locator('[data-import-engine="ready"]').waitFor({ timeout: 60_000 })
    const shifts = await visit.page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          new PerformanceObserver((list) =>
            resolve(list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value)),
          ).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve([]), 500)
        }),
    )
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThanOrEqual(0.05)
    await visit.close()
  })
})
