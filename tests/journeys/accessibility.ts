import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

/** GB/T 37668-2019 and WCAG 2.2 AA, as far as a machine can tell: nothing to complain of on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  const { violations } = await page.evaluate<AxeResults, string[]>(
    (values) =>
      (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
        // Nothing needs style sheets or media fetched once more.
        preload: false,
      }),
    rules,
  )
  const complaints = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n  ')}`)
  expect(complaints, page.url()).toEqual([])
}

/** The page itself does not scroll sideways; only wide tables do, inside their frames. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(excess, page.url()).toBeLessThanOrEqual(0)
}

/** In tables, lists of facts and wherever a day stands by itself, it is never parted by the end of a line. */
export async function expectWholeDays(page: Page): Promise<void> {
  const parted = await page.evaluate(() => {
    const found: string[] = []
    for (const cell of document.querySelectorAll('td, th, dd, time')) {
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
      while (texts.nextNode()) {
        const node = texts.currentNode as Text
        for (const { 0: day, index } of node.data.matchAll(/\d{4}(?:[-/]\d\d?[-/]\d\d?|年\d\d?月\d\d?日)/g)) {
          const range = document.createRange()
          range.setStart(node, index)
          range.setEnd(node, index + day.length)
          if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(node.data)
        }
      }
    }
    return found
  })
  expect(parted, page.url()).toEqual([])
}
