import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withoutTruth } from '../support/expected-extraction'
import { publishedFile, publishedFilesAreHere } from '../support/published'
import { choose, done, file, statesOf } from './imports'
import { chartIn, figuresOf, openSite, type Site } from './site'

const published = (name: string) => file(name.split('/').at(-1)!, publishedFile(name))

describe.runIf(publishedFilesAreHere)(`published files, ${withoutTruth}`, () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site.close())

  it('a docx of 抚顺 draws, beside the shipped text, the same figures that the text prints', async () => {
    const visit = await choose(site, [published('fushun-2023-final.docx')])
    await done(visit.page)
    await visit.page.getByRole('link', { name: '看图和表' }).click()
    expect(await chartIn(visit.page, 'sunburst', 'ready')).toBe('engine')
    const imported = await figuresOf(visit.page, 'sunburst')
    expect(imported).toMatchObject({ total: '12620800.00', '2010308': '6353600.00' })
    await visit.page.getByRole('group', { name: '阶段' }).getByRole('button').first().click()
    await visit.page.locator('.imported').waitFor({ state: 'detached' })
    await chartIn(visit.page, 'sunburst', 'ready')
    expect(await figuresOf(visit.page, 'sunburst')).toEqual(imported)
    expect(visit.faults).toEqual([])
    await visit.close()
  })

  it('a pdf of 阜平 is read page by page and drawn from the table that is sound, as the shipped text is', async () => {
    const visit = await choose(site, [published('fuping-2023-budget.pdf')])
    await done(visit.page)
    await visit.page.getByRole('link', { name: '看图和表' }).click()
    await chartIn(visit.page, 'sunburst', 'ready')
    expect(await figuresOf(visit.page, 'sunburst')).toMatchObject({
      '201': '1528000.00',
      '208': '158800.00',
    })
    expect(visit.requests.filter((url) => !url.startsWith(`${site.origin}/`))).toEqual([])
    expect(visit.faults).toEqual([])
    await visit.close()
  })

  it('the very file that the site ships is known to be here, and leads to it', async () => {
    const visit = await choose(site, [published('fuping-2023-budget.txt')], { saveData: true })
    await done(visit.page)
    await visit.page.getByText('一字不差').waitFor()
    expect(await visit.page.locator('[data-engine]').getAttribute('data-engine')).toBe('idle')
    await visit.page.getByRole('link', { name: '看站上这一份' }).click()
    expect(await chartIn(visit.page, 'sunburst', 'ready')).toBe('precomputed')
    await visit.close()
  })

  it('the hostile ones each end in rows or in a message of their own', async () => {
    const names = [
      ['bomb.docx', '解开后太大'],
      ['bomb-lying-size.docx', '解开后太大'],
      ['encrypted-password-secret.pdf', '密码'],
      ['scanned-no-text.pdf', '扫描件'],
      ['truncated.docx', '不完整'],
      ['truncated.pdf', '不完整'],
      ['hostile-cells-gb2312.html', '不像部门预算'],
      ['html-named.xls', '不像部门预算'],
      ['gb18030.txt', '读完了'],
    ] as const
    const files = names.map(([name]) => published(`adversarial/${name}`))
    const visit = await choose(site, files, { saveData: true })
    await done(visit.page)
    expect(await statesOf(visit.page)).toEqual([...names.slice(1).map(() => 'refused'), 'read'])
    const said = await visit.page.locator('[data-file-state]').allInnerTexts()
    for (const [index, [name, words]] of names.entries()) expect(said[index], name).toContain(words)
    expect(visit.faults).toEqual([])
    await visit.close()
  })
})
