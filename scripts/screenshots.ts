// npm run screenshots: draws the README's picture from the built site.
import { chromium } from 'playwright-core'
import { installChromium } from './browser.mjs'
import { chromiumArguments } from './chromium.mjs'
import { serve } from './serve.mjs'
import { buildSite } from './site.mjs'

const address = '?page=unit&unit=210400-petition-self&at=2010308'
const file = 'docs/screenshot.png'

buildSite()
const site = await serve('dist', 0)
const browser = await chromium.launch({ executablePath: await installChromium(), args: chromiumArguments })
const page = await browser.newPage({
  viewport: { width: 1280, height: 1000 },
  locale: 'zh-CN',
  reducedMotion: 'reduce',
})
await page.goto(`http://127.0.0.1:${site.port}/${address}`)
await page.locator('[data-chart="sunburst"][data-source="engine"]').first().waitFor({ timeout: 60_000 })
await page.screenshot({ path: file })
await browser.close()
await site.close()
console.log(file)
