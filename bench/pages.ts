import { rmSync } from 'node:fs'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { dataFolder as newFolder } from '../src/db/testing/data-folder.ts'
import { demoPassword } from '../src/demo/live/office.ts'
import { launchBrowser } from '../tests/journeys/chromium.ts'
import { load } from './measure.ts'
import { serve } from './serve.ts'

/** A phone on a slow network, as page audits have it: 1.6 Mbit/s, 150 ms there and back, a processor four times slower. */
const phone = { width: 390, height: 844 }
const slowNetwork = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const slowdown = 4
const runs = 3

const publicPages = [
  ['front page', '/'],
  ['organ', '/hegang-ysj/'],
  ['record', '/hegang-ysj/records/2026-00001'],
  ['annual report', '/hegang-ysj/annual-reports/2024'],
  ['search', `/search?q=${encodeURIComponent('年度报告')}`],
  ['asking', '/hegang-ysj/requests/'],
] as const
const consolePages = [
  ['workbench', '/console/'],
  ['records', '/console/records'],
  ['requests', '/console/requests'],
] as const

/** How soon the pages of the demo stand before a reader on a slow phone, and before a clerk on a slow computer. */
export async function benchPages(): Promise<void> {
  const data = newFolder('bench-pages')
  const { child, url } = await serve({ KAICHENG_DATA: data, KAICHENG_DEMO: 'on' })
  const { browser, close } = await launchBrowser()
  console.log(`pages: the demo, in Chromium  (${load()})`)
  try {
    for (const [name, path] of publicPages) await lookAsReader(browser, name, url + path)
    await lookAsClerk(browser, url)
  } finally {
    await close()
    child.kill('SIGINT')
    await new Promise((resolve) => child.once('exit', resolve))
    rmSync(data, { recursive: true, force: true })
  }
  console.log()
}

async function slowed(page: Page, network: boolean): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  if (network) await session.send('Network.emulateNetworkConditions', slowNetwork)
  return session
}

/** The middle of some first visits: when the largest thing stands, and how much came over the line, fonts apart. */
async function lookAsReader(browser: Browser, name: string, address: string): Promise<void> {
  const seen: { paint: number; bytes: number; fonts: number }[] = []
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext({ viewport: phone, deviceScaleFactor: 3, locale: 'zh-CN' })
    const page = await context.newPage()
    const session = await slowed(page, true)
    const sizes = { bytes: 0, fonts: 0 }
    const kinds = new Map<string, string>()
    session.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      sizes[kinds.get(requestId) === 'Font' ? 'fonts' : 'bytes'] += encodedDataLength
    })
    await page.goto(address, { waitUntil: 'networkidle' })
    const paint = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
            type: 'largest-contentful-paint',
            buffered: true,
          })
        }),
    )
    seen.push({ paint, ...sizes })
    await context.close()
  }
  const { paint, bytes, fonts } = middle(seen, ({ paint }) => paint)
  const kB = (count: number) => `${(count / 1000).toFixed(0).padStart(4)} kB`
  console.log(`  ${name.padEnd(16)} largest paint ${paint.toFixed(0).padStart(5)} ms  ${kB(bytes)}, fonts ${kB(fonts)}`)
}

/** From the address to the first row of the list, on a computer that is four times slower; what was loaded once stays. */
async function lookAsClerk(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${url}/console/`)
  await page.getByLabel('账号').fill('ysj.jingban')
  await page.getByLabel('密码').first().fill(demoPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
  await slowed(page, false)
  for (const [name, path] of consolePages) {
    const seen: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const begun = performance.now()
      await page.goto(url + path, { waitUntil: 'commit' })
      await page.locator('main tbody tr').first().waitFor()
      seen.push(performance.now() - begun)
    }
    console.log(
      `  ${name.padEnd(16)} first row ${middle(seen, (ms) => ms)
        .toFixed(0)
        .padStart(9)} ms, processor ${slowdown} times slower`,
    )
  }
  await context.close()
}

function middle<T>(all: readonly T[], by: (each: T) => number): T {
  const found = all.toSorted((a, b) => by(a) - by(b))[Math.floor(all.length / 2)]
  if (found === undefined) throw new Error('nothing was measured')
  return found
}
