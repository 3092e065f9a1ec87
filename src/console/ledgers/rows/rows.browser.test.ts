import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { heading } from '../../../../tests/journeys/console.ts'
import { inOrgan } from '../../../db/organ.ts'
import { declineCorrection, proposeCorrection } from '../../../ledgers/rows/actions.ts'
import { loadRows } from '../../testing/load-rows.ts'
import { errorsIn, sentBy } from '../../testing/on-page.ts'
import { openConsole, phone } from '../../testing/open-console.ts'

const office = await openConsole('2026-03-02')
const { db, organ } = office
const clerk = await office.officer(['clerk'])
const head = await office.officer(['unitHead'])
const receipt = (receiptNumber: string) => ({
  receiptNumber,
  item: '考务费',
  collectedOn: '2025-06-12',
  amount: '1200',
})
const numbers = ['甲', '乙', '丙', '丁', '戊']
await loadRows(office, { administrativeFees: numbers.map(receipt) })
const ids = new Map(
  (
    await inOrgan(db, organ.id, (tx) => tx.selectFrom('administrativeFees').select(['id', 'receiptNumber']).execute())
  ).map((row) => [row.receiptNumber, row.id]),
)
const idOf = (number: string) => ids.get(number) ?? ''
const path = (number: string) => `/ledgers/corrections/administrativeFees/${idOf(number)}`
const propose = (number: string, amount: string) =>
  inOrgan(db, organ.id, (tx) =>
    proposeCorrection(tx, clerk, 'administrativeFees', idOf(number), { values: { amount }, reason: '录入时误写' }),
  )
const facts = (page: Page) => page.getByRole('region', { name: '登记内容' })
const waiting = (page: Page) => page.getByRole('region', { name: '等待复核的更正' })

test('a correction sends only what was changed, with its reason; until a second person agrees the row stands as it was', async () => {
  const page = await office.open(clerk, path('甲'))
  const sent = sentBy(page)
  await heading(page, '甲')
  await page.getByRole('button', { name: '更正登记' }).click()
  const form = page.getByRole('dialog', { name: '更正登记：甲' })
  await form.getByLabel('金额（元）').fill('1.234')
  await form.getByRole('button', { name: '提出更正' }).click()
  await expect.poll(async () => Object.keys(await errorsIn(form))).toEqual(['更正的理由'])
  await form.getByLabel('更正的理由').fill('录入时误写')
  await form.getByRole('button', { name: '提出更正' }).click()
  await expect.poll(() => errorsIn(form)).toEqual({ '金额（元）': expect.stringContaining('两位小数') })
  await form.getByLabel('金额（元）').fill('1300')
  await form.getByRole('button', { name: '提出更正' }).click()
  await page.getByText('已提出，等待另一人复核；复核以前仍以原来登记的为准').waitFor()
  expect(sent.at(-1)?.body).toEqual({ values: { amount: '1300' }, reason: '录入时误写' })
  await waiting(page).getByText('1200.00元').waitFor()
  expect(await facts(page).textContent()).toContain('1200.00')
  // Whoever proposed it may take it back, and does not decide it; meanwhile nothing else is proposed.
  expect(await waiting(page).getByRole('button').allTextContents()).toEqual(['撤回'])
  for (const name of ['更正登记', '撤销登记']) expect(await page.getByRole('button', { name }).isDisabled()).toBe(true)
  await waiting(page).getByRole('button', { name: '撤回' }).click()
  await page.getByText('已撤回，登记不变').waitFor()
  await waiting(page).waitFor({ state: 'detached' })
  expect(await page.getByRole('button', { name: '更正登记' }).isEnabled()).toBe(true)
})

test('another person agrees or declines with a reason, and is told what came of it', async () => {
  await propose('乙', '1400')
  const page = await office.open(head, path('乙'))
  expect(await page.getByRole('button', { name: '撤回' }).count()).toBe(0)
  await waiting(page).getByRole('button', { name: '不予更正' }).click()
  const refusal = page.getByRole('dialog', { name: '不予更正' })
  await refusal.getByRole('button', { name: '不予更正' }).click()
  await expect.poll(async () => Object.keys(await errorsIn(refusal))).toEqual(['不同意的理由'])
  await page.keyboard.press('Escape')
  await refusal.waitFor({ state: 'hidden' })
  await waiting(page).getByRole('button', { name: '同意，生效' }).click()
  const consent = page.getByRole('dialog', { name: '同意更正' })
  await consent.getByLabel('复核意见').fill('与原件一致')
  await consent.getByRole('button', { name: '同意，生效' }).click()
  await page.getByText('已生效').first().waitFor()
  await facts(page).getByText('1400.00元').waitFor()
  await consent.waitFor({ state: 'hidden' })
  await page.getByText('与原件一致').first().waitFor()
})

test('who decides what was decided meanwhile is told, and the opinion stays typed', async () => {
  const { id } = await propose('丙', '1500')
  const page = await office.open(head, path('丙'))
  await waiting(page).getByRole('button', { name: '同意，生效' }).click()
  const form = page.getByRole('dialog', { name: '同意更正' })
  await form.getByLabel('复核意见').fill('已核对')
  const other = await office.officer(['ogiHead'])
  await inOrgan(db, organ.id, (tx) => declineCorrection(tx, other, id, '原件如此'))
  await form.getByRole('button', { name: '同意，生效' }).click()
  await form.getByRole('alert').first().waitFor()
  expect(await form.getByLabel('复核意见').inputValue()).toBe('已核对')
  await page.reload()
  await page.getByText('原件如此').waitFor()
  expect(await facts(page).textContent()).toContain('1200.00')
})

test('a row that is taken out of the register is gone from its list; its page keeps what it said and why', async () => {
  const page = await office.open(clerk, path('丁'))
  await page.getByRole('button', { name: '撤销登记' }).click()
  const form = page.getByRole('dialog', { name: '撤销登记：丁' })
  await form.getByLabel('撤销登记的理由').fill('重复登记')
  await form.getByRole('button', { name: '提出撤销' }).click()
  await page.getByText('已提出，等待另一人复核').waitFor()
  const second = await office.open(head, path('丁'))
  await waiting(second).getByRole('button', { name: '同意，生效' }).click()
  await second.getByRole('dialog').getByRole('button', { name: '同意，生效' }).click()
  await second.getByText('这一行已经撤销登记，不再计入年度报告。').waitFor()
  expect(await facts(second).count()).toBe(0)
  await second.getByText('重复登记').first().waitFor()
  await second.goto(second.url().replace(/corrections\/.*/, 'fees?year=2025'))
  await second.getByText('共 4 张').waitFor()
})

test('what waits and all that was ever corrected are two views with addresses; an unknown register is no page', async () => {
  const page = await office.open(clerk, '/ledgers/corrections')
  await page.getByText('没有等待复核的台账更正').waitFor()
  await propose('戊', '1600')
  await page.reload()
  await page.getByRole('link', { name: '全部', exact: true }).click()
  await page.getByText('共 5 项').waitFor()
  expect(new URL(page.url()).search).toBe('?view=all')
  await page.getByRole('link', { name: '待复核', exact: true }).click()
  await page.getByText('共 1 项').waitFor()
  const row = page.getByRole('row').filter({ hasText: '戊' })
  expect(await row.textContent()).toMatch(/1200\.00元.*1600\.00元.*录入时误写/)
  await row.getByRole('link', { name: '戊' }).click()
  await heading(page, '戊')
  await page.goto(page.url().replace('administrativeFees', 'nothing'))
  await heading(page, '没有找到')
  const narrow = await office.open(clerk, '/ledgers/corrections?view=all', { viewport: phone })
  await narrow.getByText('共 5 项').waitFor()
  expect(await narrow.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})
