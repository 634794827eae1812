import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.mjs'
import { serve } from '../../scripts/serve.mjs'

/** How a reader looks: a window, a theme, a wish for little motion. */
export interface Look {
  width?: number
  height?: number
  dark?: boolean
  /** Refuses the engine's start: phones and slow links never start it unasked. */
  saveData?: boolean
}

/** The built site on its own server, with a browser that tells every request it makes. */
export interface Site {
  origin: string
  /** Opens an address of the site in a new window. */
  open: (address: string, look?: Look) => Promise<Visit>
  close: () => Promise<void>
}

export interface Visit {
  page: Page
  context: BrowserContext
  /** Addresses asked for, in order. */
  requests: string[]
  /** Faults of the page: uncaught errors, errors on the console, breaches of the security policy. */
  faults: string[]
  close: () => Promise<void>
}

export async function openSite(folder = 'dist'): Promise<Site> {
  const server = await serve(folder, 0)
  const origin = `http://127.0.0.1:${server.port}`
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: chromiumArguments })

  const open = async (address: string, look: Look = {}): Promise<Visit> => {
    const context = await browser.newContext({
      viewport: { width: look.width ?? 1280, height: look.height ?? 900 },
      colorScheme: look.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale: 'zh-CN',
    })
    if (look.saveData) {
      await context.addInitScript(() => {
        Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })
      })
    }
    const page = await context.newPage()
    const requests: string[] = []
    const faults: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    await page.goto(`${origin}/${address}`)
    return { page, context, requests, faults, close: () => context.close() }
  }

  const close = async () => {
    await browser.close()
    await server.close()
  }
  return { origin, open, close }
}

/** Exact 元 of the marks of a chart, by code or item, as its hooks give them. */
export async function figuresOf(page: Page, chart: string): Promise<Record<string, string>> {
  return page
    .locator(`[data-chart="${chart}"] svg [data-yuan]`)
    .evaluateAll((marks) =>
      Object.fromEntries(
        marks.map((mark) => [
          mark.getAttribute('data-code') ?? mark.getAttribute('data-item') ?? '',
          mark.getAttribute('data-yuan') ?? '',
        ]),
      ),
    )
}

/** Waits until a chart is in a state, and gives where its figures came from. */
export async function chartIn(page: Page, chart: string, state: string): Promise<string | null> {
  const figure = page.locator(`[data-chart="${chart}"][data-state="${state}"]`).first()
  await figure.waitFor({ state: 'attached', timeout: 20_000 })
  return figure.getAttribute('data-source')
}

/** Waits until the database in the browser answers the charts. */
export async function engineReady(page: Page): Promise<void> {
  await page.locator('[data-engine="ready"]').waitFor({ timeout: 60_000 })
}
