import type { Page } from 'playwright-core'
import { docxFile, p, tbl, tc, tr } from '../support/docx-file'
import { PdfPage, pdfFile } from '../support/pdf-file'
import { wholeDisclosure, type WholeFormat } from '../support/whole-disclosure'
import type { Look, Site, Visit } from './site'

/** A file that a reader drops. */
export interface Dropped {
  name: string
  mimeType: string
  buffer: Buffer
}
export const file = (name: string, bytes: Uint8Array | string): Dropped => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})
export const made = (format: WholeFormat): Dropped => file(`公开.${format}`, wholeDisclosure(format))

/** Opens 导入 and chooses files there. */
export async function choose(site: Site, files: Dropped[], look: Look = {}, more = ''): Promise<Visit> {
  const visit = await site.open(`?page=import${more}`, look)
  await visit.page.locator('input[type=file]').setInputFiles(files)
  return visit
}

/** Waits until nothing is under way any more. */
export async function done(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const states = [...document.querySelectorAll('[data-file-state]')].map((one) =>
      one.getAttribute('data-file-state'),
    )
    return states.length > 0 && states.every((state) => ['read', 'refused', 'stopped'].includes(state ?? ''))
  })
}

export async function statesOf(page: Page): Promise<(string | null)[]> {
  return page
    .locator('[data-file-state]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-file-state')))
}

const row = ['201', '一般公共服务支出', '1.00', '1.00', '']

/** A pdf of many pages, each a table. */
export const manyPages = file(
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
export const manyRows = file(
  '长.docx',
  docxFile(
    ['阜平县档案馆2024年度部门决算', '支出决算表', '单位：万元'].map(p).join('') +
      tbl([1, 1, 1, 1, 1], ...Array.from({ length: 2000 }, () => tr(row.map((cell) => tc(cell))))),
  ),
)
