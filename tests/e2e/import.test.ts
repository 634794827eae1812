import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { wholeDisclosure, wholeSpending, wholeUnit } from '../support/whole-disclosure'
import { choose, done, file, made, manyPages, manyRows, statesOf } from './imports'
import { chartIn, figuresOf, openSite, type Site } from './site'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

/** The assets that only an import needs. */
const forImports = /\/assets\/(?:worker|docx|doc|xlsx|xls|pdf|html|text|c-maps|codes|regions|units)[-.]/

describe('without an import', () => {
  it('none of what reads files is asked for, on no page', async () => {
    for (const address of ['', '?page=import', '?page=unit&unit=210400-petition-self']) {
      const visit = await site.open(address)
      await visit.page.locator('h1').first().waitFor()
      await visit.page.waitForLoadState('networkidle')
      expect(visit.requests.filter((url) => forImports.test(url))).toEqual([])
      expect(visit.requests.length).toBeGreaterThan(2)
      await visit.close()
    }
  })
})

describe('a dropped file', () => {
  it.each(['docx', 'xlsx', 'pdf'] as const)(
    '%s is read, its unit’s page draws it by the database, and nothing leaves the tab or stays in it',
    async (format) => {
      const visit = await choose(site, [made(format)])
      const { page } = visit
      await done(page)
      expect(await statesOf(page)).toEqual(['read'])
      await page.getByRole('link', { name: '看图和表' }).click()
      await page.getByRole('heading', { level: 1, name: wholeUnit }).waitFor()
      expect(await chartIn(page, 'sunburst', 'ready')).toBe('engine')
      expect(await figuresOf(page, 'sunburst')).toEqual(wholeSpending)
      expect(new URL(page.url()).searchParams.get('from')).toBe('import')
      expect(await page.locator('main').innerText()).toContain(`导入自 公开.${format}`)
      await page.getByRole('link', { name: '三公', exact: true }).click()
      expect(await chartIn(page, 'three-public', 'ready')).toBe('engine')
      await page.getByRole('link', { name: '预算对决算', exact: true }).click()
      await chartIn(page, 'budget-vs-actual', 'ready')

      expect(visit.requests.filter((url) => !url.startsWith(`${site.origin}/`))).toEqual([])
      const readers = visit.requests.filter((url) =>
        /\/assets\/(?:docx|xlsx|pdf|doc|xls|html|text)-/.test(url),
      )
      expect(readers.length).toBeGreaterThan(0)
      expect(readers.every((url) => url.includes(`/${format}-`))).toBe(true)
      expect(visit.faults).toEqual([])
      expect(await visit.context.cookies()).toEqual([])
      expect(
        await page.evaluate(async () => [
          localStorage.length,
          sessionStorage.length,
          (await indexedDB.databases()).length,
          (await caches.keys()).length,
        ]),
      ).toEqual([0, 0, 0, 0])

      await page.reload()
      await page.getByRole('heading', { name: '导入的文件不在了' }).waitFor()
      await visit.close()
    },
  )

  it('can be let go anywhere on the page, and is kept from taking the place of any other page', async () => {
    const visit = await site.open('?page=import', { saveData: true })
    const drop = (page: Page, bytes: number[]) =>
      page.evaluate((content) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([new Uint8Array(content)], '公开.html'))
        const target = document.querySelector('footer')!
        const event = (type: string) =>
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer })
        return [event('dragover'), event('drop')].map((one) => !target.dispatchEvent(one))
      }, bytes)
    await visit.page.locator('input[type=file]').waitFor({ state: 'attached' })
    expect(await drop(visit.page, [...wholeDisclosure('html')])).toEqual([true, true])
    await done(visit.page)
    expect(await statesOf(visit.page)).toEqual(['read'])
    await visit.page.locator('header a').first().click()
    await visit.page.getByRole('heading', { level: 1, name: /公家的钱/ }).waitFor()
    expect(await drop(visit.page, [1])).toEqual([true, true])
    await visit.close()
  })

  it('is reached by keyboard: the button is a file button with a name and a visible focus', async () => {
    const visit = await site.open('?page=import', { saveData: true })
    const input = visit.page.getByLabel('选文件')
    await input.waitFor({ state: 'attached' })
    expect(await input.evaluate((one: HTMLInputElement) => [one.type, one.multiple])).toEqual(['file', true])
    await input.focus()
    await visit.page.keyboard.press('Shift+Tab')
    await visit.page.keyboard.press('Tab')
    expect(await input.evaluate((one) => getComputedStyle(one.nextElementSibling!).outlineStyle)).toBe(
      'solid',
    )
    await visit.close()
  })
})

describe('figures of a disclosure that the site has too', () => {
  const known = (format: 'html') =>
    file(
      `另一份.${format}`,
      new TextDecoder()
        .decode(wholeDisclosure('html'))
        .replaceAll(wholeUnit, '阜平县信访局')
        .replaceAll('2024', '2023')
        .replaceAll('决算', '预算'),
    )

  it('are told apart in address, choice and mark, and never joined with the shipped ones', async () => {
    const visit = await choose(site, [known('html')])
    const { page } = visit
    await done(page)
    await page.getByText('站上也有这个单位同年的同一种公开').waitFor()
    await page.getByRole('link', { name: '看图和表' }).click()
    await chartIn(page, 'sunburst', 'ready')
    expect((await figuresOf(page, 'sunburst'))['201']).toBe('1000000.00')
    const stages = page.getByRole('group', { name: '阶段' }).getByRole('button')
    expect(await stages.allInnerTexts()).toEqual(['预算', expect.stringMatching(/^预算\s*导入$/u)])
    await page.getByRole('link', { name: '三公', exact: true }).click()
    await chartIn(page, 'three-public', 'ready')
    const imported = await page.locator('[data-chart="three-public"] [data-yuan]').count()
    expect(imported).toBeGreaterThan(0)
    const years = await page
      .locator('table[data-table-of="three-public"] [data-year]')
      .evaluateAll((cells) => [...new Set(cells.map((cell) => cell.getAttribute('data-year')))])
    expect(years).toEqual(['2023'])

    await stages.first().click()
    expect(new URL(page.url()).searchParams.has('from')).toBe(false)
    await page.getByRole('link', { name: '花在哪', exact: true }).click()
    await chartIn(page, 'sunburst', 'ready')
    expect((await figuresOf(page, 'sunburst'))['201']).toBe('1528000.00')
    await page.goBack()
    await page.goBack()
    await page.getByText('导入自 另一份.html').waitFor()
    expect(visit.faults).toEqual([])
    await visit.close()
  })
})

describe('a stop', () => {
  it.each([
    ['a long pdf', manyPages],
    ['a long docx', manyRows],
  ])(
    'frees the worker within a second in the middle of %s; what was stopped can be read again or taken away',
    async (_, long) => {
      const visit = await choose(site, [long, made('txt')], { saveData: true })
      const { page } = visit
      await page.locator('[data-file-state="reading"]').waitFor()
      expect(page.workers()).toHaveLength(1)
      const gone = page.workers()[0]!.waitForEvent('close', { timeout: 1000 })
      await page.getByRole('button', { name: '全部停止' }).click()
      await gone
      expect(page.workers()).toEqual([])
      expect(await statesOf(page)).toEqual(['stopped', 'stopped'])
      await page.getByRole('button', { name: `移走 ${long.name}` }).click()
      const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
      expect(focused).toBe('移走 公开.txt')
      await page.getByRole('button', { name: '再读一次 公开.txt' }).click()
      await done(page)
      expect(await statesOf(page)).toEqual(['read'])
      expect(visit.faults).toEqual([])
      await visit.close()
    },
  )
})

describe('progress', () => {
  it('of a long pdf never falls, never exceeds the whole, changes at most ten times a second and is read aloud by quarters', async () => {
    const visit = await site.open('?page=import', { saveData: true })
    const { page } = visit
    await page.evaluate(() => {
      const seen: { at: number; share: number; spoken: string | null; now: string | null }[] = []
      Object.assign(window, { seen })
      new MutationObserver(() => {
        const bar = document.querySelector('[role=progressbar]')
        const spoken = document.querySelector('main > [role=status]')?.textContent ?? null
        const share = Number(bar?.getAttribute('data-share') ?? (seen.at(-1)?.share || 0))
        seen.push({ at: performance.now(), share, spoken, now: bar?.getAttribute('aria-valuenow') ?? null })
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    })
    await page.locator('input[type=file]').setInputFiles([manyPages])
    await done(page)
    const seen = await page.evaluate(
      () =>
        (
          window as unknown as {
            seen: { at: number; share: number; spoken: string; now: string | null }[]
          }
        ).seen,
    )
    const shares = seen.map(({ share }) => share)
    // The whole itself may pass between two tellings: the file then counts as read, without a bar.
    expect(Math.max(...shares)).toBeGreaterThan(0.75)
    expect(Math.max(...shares)).toBeLessThanOrEqual(1)
    expect(await statesOf(page)).toEqual(['read'])
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    const steps = seen.filter(({ share }, index) => share !== seen[index - 1]?.share)
    expect(steps.length).toBeGreaterThan(4)
    for (const [index, { at }] of steps.entries())
      if (index >= 11) expect(at - steps[index - 11]!.at).toBeGreaterThanOrEqual(1000)
    for (const { now } of seen) expect([null, '0', '25', '50', '75', '100']).toContain(now)
    expect(
      [...new Set(seen.map(({ spoken }) => spoken))]
        .filter(Boolean)
        .every((words) => /^(?:读了 (?:25|50|75)%|读完。1 份公开。)$/u.test(words)),
    ).toBe(true)
    await visit.close()
  })
})

describe('a hostile document', () => {
  it('is text: nothing in its names runs, on 导入 or on the page of its unit', async () => {
    const html = new TextDecoder()
      .decode(wholeDisclosure('html'))
      .replaceAll('档案馆', '&lt;img/src=x/onerror=window.hit=1&gt;馆')
      .replaceAll('行政运行', '&lt;script&gt;window.hit=1&lt;/script&gt;')
    const visit = await choose(site, [file('<img src=x onerror=window.hit=1>.html', html)])
    await done(visit.page)
    await visit.page.locator('tr[data-form="final.expenditure"] button').click()
    await visit.page.getByRole('link', { name: '看图和表' }).click()
    await chartIn(visit.page, 'sunburst', 'ready')
    expect(await visit.page.locator('h1').innerText()).toContain('<img/src=x')
    expect(await visit.page.evaluate(() => 'hit' in window)).toBe(false)
    expect(await visit.page.locator('main img, main script').count()).toBe(0)
    expect(visit.faults).toEqual([])
    await visit.close()
  })
})
