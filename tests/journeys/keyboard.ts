import type { Page } from 'playwright-core'

/** The name of what has the focus, as it is read out. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined
    return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? ''
  })

/** Presses Tab until the focus is on the link, field or button with these words. */
export async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).includes(words)) return
  }
  throw new Error(`no way by keyboard to “${words}” on ${page.url()}`)
}

/** Presses Enter on what leads to another page. */
export const enter = (page: Page) => Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])

/** Presses Enter on a file and takes it. */
export async function takeHome(page: Page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  return download
}
