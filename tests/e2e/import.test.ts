import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxFile, p, tbl, tc, tr } from '../support/docx-file'
import { PdfPage, pdfFile } from '../support/pdf-file'
import { wholeDisclosure, wholeSpending, wholeUnit, type WholeFormat } from '../support/whole-disclosure'
import { chartIn, figuresOf, openSite, type Look, type Site, type Visit } from './site'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

interface Dropped {
  name: string
  mimeType: string
  buffer: Buffer
}
const file = (name: string, bytes: Uint8Array | string): Dropped => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})
const made = (format: WholeFormat): Dropped => file(`公开.${format}`, wholeDisclosure(format))

/** Opens 导入 and chooses files there. */
async function choose(files: Dropped[], look: Look = {}, more = ''): Promise<Visit> {
  const visit = await site.open(`?page=import${more}`, look)
  await visit.page.locator('input[type=file]').setInputFiles(files)
  return visit
}

/** Waits until nothing is under way any more. */
async function done(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const states = [...document.querySelectorAll('[data-file-state]')].map((one) =>
      one.getAttribute('data-file-state'),
    )
    return states.length > 0 && states.every((state) => ['read', 'refused', 'stopped'].includes(state ?? ''))
  })
}

async function statesOf(page: Page): Promise<(string | null)[]> {
  return page
    .locator('[data-file-state]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-file-state')))
}

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
      const visit = await choose([made(format)])
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
    const visit = await choose([known('html')])
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

describe('files that cannot be read', () => {
  it('are named in the reader’s language, one by one, and do not stop the others', async () => {
    const own = new Uint8Array([1, 2, 3, 0, 0, 4])
    const visit = await choose(
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

const row = ['201', '一般公共服务支出', '1.00', '1.00', '']

/** A pdf of many pages, each a table. */
const manyPages = file(
  '长.pdf',
  pdfFile(
    Array.from({ length: 120 }, (_, index) =>
      new PdfPage().text(60, 60, index === 0 ? '阜平县档案馆2024年度部门决算' : '续表').table({
        left: 40,
        top: 140,
        widths: [80, 180, 70, 70, 70],
        rows: Array.from({ length: 25 }, () => row),
        size: 9,
      }),
    ),
  ),
)

/** One table of many rows. */
const manyRows = file(
  '长.docx',
  docxFile(
    ['阜平县档案馆2024年度部门决算', '支出决算表', '单位：万元'].map(p).join('') +
      tbl([1, 1, 1, 1, 1], ...Array.from({ length: 2000 }, () => tr(row.map((cell) => tc(cell))))),
  ),
)

describe('a stop', () => {
  it.each([
    ['a long pdf', manyPages],
    ['a long docx', manyRows],
  ])(
    'frees the worker within a second in the middle of %s; what was stopped can be read again or taken away',
    async (_, long) => {
      const visit = await choose([long, made('txt')], { saveData: true })
      const { page } = visit
      await page.locator('[data-file-state="reading"]').waitFor()
      expect(page.workers()).toHaveLength(1)
      const gone = page.workers()[0]!.waitForEvent('close', { timeout: 1000 })
      await page.getByRole('button', { name: '全部停止' }).click()
      await gone
      expect(page.workers()).toEqual([])
      expect(await statesOf(page)).toEqual(['stopped', 'stopped'])
      await page.getByRole('button', { name: `移走 ${long.name}` }).click()
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
    expect(Math.max(...shares)).toBe(1)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    const steps = seen.filter(({ share }, index) => share !== seen[index - 1]?.share)
    expect(steps.length).toBeGreaterThan(4)
    for (const [index, { at }] of steps.entries())
      if (index >= 11) expect(at - steps[index - 11]!.at).toBeGreaterThanOrEqual(1000)
    expect(new Set(seen.flatMap(({ now }) => (now === null ? [] : [now])))).toEqual(
      new Set(['0', '25', '50', '75', '100'].filter((quarter) => seen.some(({ now }) => now === quarter))),
    )
    expect(
      [...new Set(seen.map(({ spoken }) => spoken))]
        .filter(Boolean)
        .every((words) => /^(?:读了 (?:25|50|75)%|读完。1 份公开。)$/u.test(words)),
    ).toBe(true)
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

describe('a hostile document', () => {
  it('is text: nothing in its names runs, on 导入 or on the page of its unit', async () => {
    const html = new TextDecoder()
      .decode(wholeDisclosure('html'))
      .replaceAll('档案馆', '&lt;img/src=x/onerror=window.hit=1&gt;馆')
      .replaceAll('行政运行', '&lt;script&gt;window.hit=1&lt;/script&gt;')
    const visit = await choose([file('<img src=x onerror=window.hit=1>.html', html)])
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
    const visit = await choose([made('pdf'), made('docx')], { saveData: true })
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
