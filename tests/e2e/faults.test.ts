import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chartIn, figuresOf, openSite, type Site } from './site'

const fushun = '?page=unit&unit=210400-petition-self'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site.close())

describe('an address', () => {
  it('of a unit that is not here says so and leads back', async () => {
    const visit = await site.open('?page=unit&unit=999999-nobody')
    await visit.page.getByRole('heading', { name: '没有收这个单位' }).waitFor()
    expect(await visit.page.locator('[data-chart]').count()).toBe(0)
    await visit.page.getByRole('link', { name: '回到首页' }).click()
    await visit.page.getByRole('heading', { level: 1, name: /公家的钱/ }).waitFor()
    expect(visit.faults).toEqual([])
    await visit.close()
  })

  it('of a year that is not here says which are', async () => {
    const visit = await site.open(`${fushun}&year=2019`)
    await visit.page.getByText('2019 年的文件没有收').waitFor()
    expect(await visit.page.locator('main').innerText()).toContain('2023')
    expect(await visit.page.locator('[data-chart]').count()).toBe(0)
    await visit.close()
  })

  it('with markup and scripts in it runs nothing and is ignored with a notice', async () => {
    const visit = await site.open(
      `${fushun}&at=${encodeURIComponent('<img src=x onerror=window.hit=1>')}&theme=%22%3E%3Cscript%3Ewindow.hit=1%3C/script%3E`,
    )
    await chartIn(visit.page, 'sunburst', 'ready')
    expect(await visit.page.evaluate(() => 'hit' in window)).toBe(false)
    expect(await visit.page.locator('main img, main script').count()).toBe(0)
    await visit.page.getByText('没有采用').waitFor()
    await visit.close()
  })

  it.each([
    ['at=999', 'at=999'],
    ['by=economic&measure=project', 'measure=project'],
  ])('with %s, which does not fit the table, says what was left out', async (words, ignored) => {
    const visit = await site.open(`${fushun}&${words}`, { saveData: true })
    await chartIn(visit.page, 'sunburst', 'ready')
    await visit.page.getByRole('status').getByText(ignored).waitFor()
    await visit.close()
  })

  it('without a unit says so', async () => {
    const visit = await site.open('?page=unit&unit=')
    await visit.page.getByText('地址里没有写哪个单位').waitFor()
    await visit.close()
  })

  it('goes back and forward through what was looked at', async () => {
    const visit = await site.open(fushun)
    await chartIn(visit.page, 'sunburst', 'ready')
    await visit.page.getByRole('link', { name: '预算对决算' }).click()
    await chartIn(visit.page, 'budget-vs-actual', 'ready')
    await visit.page.goBack()
    await chartIn(visit.page, 'sunburst', 'ready')
    await visit.page.goForward()
    await chartIn(visit.page, 'budget-vs-actual', 'ready')
    await visit.close()
  })
})

describe('a broken file of the snapshot', () => {
  const openWith = async (
    pattern: string,
    answer: { status?: number; body?: string; contentType?: string } | null,
  ) => {
    const visit = await site.open('', { saveData: true })
    await visit.page.route(pattern, (route) =>
      answer === null ? route.abort() : route.fulfill({ status: 200, contentType: 'text/html', ...answer }),
    )
    await visit.page.goto(`${site.origin}/${fushun}`)
    return visit
  }
  const portal = { body: '<!doctype html><title>系统维护中</title>' }

  it.each([
    ['missing', { status: 404, body: 'no such file' }],
    ['a portal’s error page', portal],
    ['cut off', { body: '{"schema":"mingzhang-answers/1","rele' }],
    ['of an unknown schema', { body: '{"schema":"mingzhang-answers/9","answers":[]}' }],
  ])(
    'answers that are %s: a clear line in the chart’s place, nothing drawn, and a way to fetch again',
    async (_, answer) => {
      const visit = await openWith('**/answers/*.json', answer)
      await chartIn(visit.page, 'sunburst', 'error')
      expect(await figuresOf(visit.page, 'sunburst')).toEqual({})
      expect(await visit.page.locator('[data-chart="sunburst"]').first().innerText()).toContain('answers/')

      await visit.page.unroute('**/answers/*.json')
      await visit.page.getByRole('button', { name: '重新取' }).first().click()
      await chartIn(visit.page, 'sunburst', 'ready')
      await visit.close()
    },
  )

  it.each([
    ['missing', { status: 404, body: 'no such file' }],
    ['a portal’s error page', portal],
    ['cut off', { body: 'PAR1' }],
  ])('a catalog that is %s: a clear line, the page stays usable', async (_, answer) => {
    const visit = await openWith('**/catalog.json', answer)
    await visit.page.getByRole('alert').waitFor()
    const alert = visit.page.getByRole('alert')
    expect(await alert.innerText()).not.toContain('catalog.json')
    await alert.getByText('技术细节').click()
    expect(await alert.innerText()).toContain('catalog.json')
    expect(await visit.page.locator('body').innerText()).not.toContain('还没有收任何公开文件')
    expect(await visit.page.locator('[data-chart]').count()).toBe(0)
    await visit.close()
  })

  it.each([
    ['missing', { status: 404, body: 'no such file' }],
    ['a portal’s error page', portal],
    ['cut off', { body: 'PAR1' }],
  ])(
    'a Parquet file that is %s: the engine says which, and the charts keep their answers',
    async (_, answer) => {
      const visit = await openWith('**/cells.parquet', answer)
      await chartIn(visit.page, 'sunburst', 'ready')
      const before = await figuresOf(visit.page, 'sunburst')
      await visit.page.locator('[data-engine="idle"] button').click()
      await visit.page.locator('[data-engine="failed"]').waitFor({ timeout: 60_000 })
      await visit.page.locator('[data-engine="failed"]').getByText('技术细节').click()
      expect(await visit.page.locator('[data-engine="failed"]').innerText()).toContain('cells.parquet')
      expect(await figuresOf(visit.page, 'sunburst')).toEqual(before)
      await visit.close()
    },
  )

  it('an engine that cannot be fetched: a clear line, and the charts keep their answers', async () => {
    const visit = await openWith('**/*.wasm', { status: 404, body: '' })
    await chartIn(visit.page, 'sunburst', 'ready')
    await visit.page.locator('[data-engine="idle"] button').click()
    await visit.page.locator('[data-engine="failed"]').waitFor({ timeout: 60_000 })
    expect(await chartIn(visit.page, 'sunburst', 'ready')).toBe('precomputed')
    await visit.close()
  })
})
