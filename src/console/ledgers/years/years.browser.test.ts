import { expect, test } from 'vitest'
import { loadRows } from '../../testing/load-rows.ts'
import { errorsIn, sentBy } from '../../testing/on-page.ts'
import { openConsole } from '../../testing/open-console.ts'

const office = await openConsole('2026-03-02')
const clerk = await office.officer(['clerk'])

test('what is not known of a year is no zero: it is confirmed by name and with a ground, and taken back with a reason', async () => {
  await loadRows(office, {
    administrativeFees: [{ receiptNumber: '甲', item: '考务费', collectedOn: '2025-06-12', amount: '5' }],
  })
  const page = await office.open(clerk, '/ledgers/years?year=2025')
  const sent = sentBy(page)
  await page.getByRole('heading', { name: '2025年的台账' }).waitFor()
  const missing = page.getByText(/^2025年有\d+张台账未登记、未确认，年度报告还不能公布。$/)
  const said = (await missing.textContent()) ?? ''
  const count = Number(/有(\d+)张/.exec(said)?.[1])
  const confirm = page.getByRole('button', { name: '确认为零：行政复议、行政诉讼' })
  const row = page.getByRole('row').filter({ hasText: '行政复议、行政诉讼' })
  await confirm.click()
  const form = page.getByRole('dialog', { name: '“行政复议、行政诉讼”2025年确认为零' })
  await form.getByText('由clerk确认，姓名、日期和依据记入台账情况和审计日志').waitFor()
  await form.getByRole('button', { name: '确认', exact: true }).click()
  await expect.poll(async () => Object.keys(await errorsIn(form))).toEqual(['依据'])
  expect(sent).toEqual([])
  await form.getByLabel('依据').fill('已向各科室核实')
  await form.getByRole('button', { name: '确认', exact: true }).click()
  await row.getByText('已确认为零').waitFor()
  expect(await row.textContent()).toContain('clerk，2026-03-02已向各科室核实')
  await page.getByText(`2025年有${count - 1}张台账未登记、未确认`).waitFor()
  await page.getByRole('button', { name: '撤销确认：行政复议、行政诉讼' }).click()
  const end = page.getByRole('dialog', { name: '撤销“行政复议、行政诉讼”2025年的确认' })
  await end.getByText('clerk于2026-03-02确认。').waitFor()
  await end.getByRole('button', { name: '撤销确认' }).click()
  await expect.poll(async () => Object.keys(await errorsIn(end))).toEqual(['理由'])
  await end.getByLabel('理由').fill('又查到一件')
  await end.getByRole('button', { name: '撤销确认' }).click()
  await confirm.waitFor()
  await missing.waitFor()
})

test('a confirmation that somebody else gave first is told at the form, and the year that runs is confirmed by nobody', async () => {
  const page = await office.open(clerk, '/ledgers/years?year=2025')
  const other = await office.open(await office.officer(['clerk'], 'zhou'), '/ledgers/years?year=2025')
  for (const each of [page, other]) {
    await each.getByRole('button', { name: '确认为零：行政复议、行政诉讼' }).click()
    await each.getByLabel('依据').fill('已向各科室核实')
  }
  await other.getByRole('button', { name: '确认', exact: true }).click()
  await other.getByRole('row').filter({ hasText: 'zhou，2026-03-02' }).waitFor()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '确认', exact: true }).click()
  await form.getByRole('alert').first().waitFor()
  expect(await form.getByLabel('依据').inputValue()).toBe('已向各科室核实')
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('combobox', { name: '年度' }).click()
  await page.getByTitle('2026年').click()
  await page.getByText('2026年尚未结束，年度结束以后才能确认。').waitFor()
  expect(new URL(page.url()).search).toBe('?year=2026')
  expect(await page.getByRole('button', { name: /^确认/ }).count()).toBe(0)
})
