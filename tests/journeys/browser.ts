import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchBrowser } from './chromium.ts'

interface Opening extends BrowserContextOptions {
  /** `name=value` of a session that whoever looks already has. */
  readonly cookie?: string
}

/** One browser for the test file; every page that `open` gives is closed with it. */
export function openBrowser(): { open: (url: string, options?: Opening) => Promise<Page> } {
  let launched: Awaited<ReturnType<typeof launchBrowser>> | undefined
  beforeAll(async () => {
    launched = await launchBrowser()
  })
  afterAll(async () => {
    await launched?.close()
  })
  return {
    open: async (url, { cookie, ...options } = {}) => {
      if (!launched) throw new Error('the browser is not launched yet')
      // The site's own policy forbids foreign script, also that of the accessibility check.
      const context = await launched.browser.newContext({
        bypassCSP: true,
        locale: 'zh-CN',
        reducedMotion: 'reduce',
        ...options,
      })
      const [name = '', value = ''] = cookie?.split('=') ?? []
      if (cookie) await context.addCookies([{ name, value, url: new URL(url).origin }])
      const page = await context.newPage()
      await page.goto(url)
      return page
    },
  }
}
