import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { chromiumArguments, chromiumPath } from '../chromium.mjs'
import { serve } from '../serve.mjs'
import { buildSite } from '../site.mjs'

const unitPage = '?page=unit&unit=210400-petition-self'

interface Profile {
  name: string
  width: number
  height: number
  /** CPU slowed down so many times. */
  slowdown: number
  /** Link: bytes a second and delay in ms, or null for the bare loopback. */
  link: { bytesPerSecond: number; delay: number } | null
  /** Does the database start unasked here? */
  engine: boolean
}

const profiles: Profile[] = [
  { name: 'desktop', width: 1280, height: 900, slowdown: 1, link: null, engine: true },
  {
    name: 'phone',
    width: 390,
    height: 844,
    slowdown: 4,
    link: { bytesPerSecond: 200_000, delay: 150 },
    engine: false,
  },
]

interface Visit {
  firstChart: number
  bytesToFirstChart: number
  engineReady: number | null
  bytesToEngine: number | null
}

async function visit(context: BrowserContext, origin: string, profile: Profile): Promise<Visit> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  if (profile.slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: profile.slowdown })
  if (profile.link) {
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: profile.link.delay,
      downloadThroughput: profile.link.bytesPerSecond,
      uploadThroughput: profile.link.bytesPerSecond,
    })
  }
  const received: { at: number; bytes: number }[] = []
  session.on('Network.loadingFinished', (event) =>
    received.push({ at: event.timestamp, bytes: event.encodedDataLength }),
  )
  let start = Number.POSITIVE_INFINITY
  session.on('Network.requestWillBeSent', (event) => (start = Math.min(start, event.timestamp)))
  await page.goto(`${origin}/${unitPage}`, { waitUntil: 'commit' })
  const firstChart = await markOf(page, 'mingzhang:first-chart')
  const engineReady = profile.engine ? await markOf(page, 'mingzhang:engine-ready') : null
  const bytesBy = (ms: number) =>
    received.filter((r) => (r.at - start) * 1000 <= ms).reduce((sum, r) => sum + r.bytes, 0)
  const result = {
    firstChart,
    bytesToFirstChart: bytesBy(firstChart),
    engineReady,
    bytesToEngine: engineReady === null ? null : bytesBy(engineReady),
  }
  await page.close()
  return result
}

async function markOf(page: Page, mark: string): Promise<number> {
  for (const started = Date.now(); Date.now() - started < 120_000;) {
    const at = await page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? null, mark)
    if (at !== null) return at
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`${mark}: expected within 120 s: not seen`)
}

const median = (values: (number | null)[]) => {
  const sorted = values.filter((v) => v !== null).sort((a, b) => a - b)
  return sorted.length === 0 ? null : Math.round(sorted[Math.floor(sorted.length / 2)]!)
}

export const keys = ['firstChart', 'bytesToFirstChart', 'engineReady', 'bytesToEngine'] as const

/** Milliseconds from the start of navigation, and bytes over the wire. */
export type Medians = Record<(typeof keys)[number], number | null>

function medians(visits: Visit[]): Medians {
  return Object.fromEntries(keys.map((key) => [key, median(visits.map((v) => v[key]))])) as never
}

/** Time to the first chart and to a ready database, and the bytes before each, by profile: cold and warm, medians of so many rounds. */
export async function firstCharts(rounds: number): Promise<Record<string, { cold: Medians; warm: Medians }>> {
  buildSite()
  const site = await serve('dist', 0)
  const origin = `http://127.0.0.1:${site.port}`
  const results: Record<string, { cold: Medians; warm: Medians }> = {}
  for (const profile of profiles) {
    const cold: Visit[] = []
    const warm: Visit[] = []
    for (let round = 0; round < rounds; round += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'mingzhang-bench-'))
      const context = await chromium.launchPersistentContext(folder, {
        executablePath: chromiumPath() ?? '',
        args: chromiumArguments,
        viewport: { width: profile.width, height: profile.height },
      })
      cold.push(await visit(context, origin, profile))
      warm.push(await visit(context, origin, profile))
      await context.close()
      rmSync(folder, { recursive: true, force: true })
    }
    results[profile.name] = { cold: medians(cold), warm: medians(warm) }
  }
  await site.close()
  return results
}
