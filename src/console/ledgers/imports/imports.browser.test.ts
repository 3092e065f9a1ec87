import { expect, test } from 'vitest'
import { loadRows } from '../../testing/load-rows.ts'
import { errorsIn } from '../../testing/on-page.ts'
import { openConsole, phone } from '../../testing/open-console.ts'

const office = await openConsole('2026-03-02')
const clerk = await office.officer(['clerk'])
const head = await office.officer(['unitHead'])
const receipt = (receiptNumber: string, amount: string) => ({
  receiptNumber,
  item: '考务费',
  collectedOn: '2025-06-12',
  amount,
})

test('nothing imported is said; a clerk sees what was imported and takes nothing back', async () => {
  const page = await office.open(clerk, '/ledgers/imports')
  await page.getByText('还没有导入过台账').waitFor()
  await loadRows(office, { administrativeFees: [receipt('甲', '1'), receipt('乙', '2')] }, '一月.xlsx')
  await page.reload()
  const row = page.getByRole('row').filter({ hasText: '一月.xlsx' })
  await row.waitFor()
  expect(await row.textContent()).toMatch(/命令行（root）新增2，更新0，未变0/)
  expect(await page.getByRole('button', { name: /^撤销/ }).count()).toBe(0)
})

test('an import is taken back with a reason, with what that did, and only once', async () => {
  office.dawn('2026-03-03')
  await loadRows(office, { administrativeFees: [receipt('甲', '3'), receipt('丙', '4')] }, '二月.xlsx')
  const page = await office.open(head, '/ledgers/imports')
  const undo = page.getByRole('button', { name: '撤销导入二月.xlsx' })
  await undo.click()
  const form = page.getByRole('dialog', { name: '撤销导入“二月.xlsx”' })
  await form.getByText('这次导入新增1，更新1，未变0。').waitFor()
  await form.getByRole('button', { name: '撤销这次导入' }).click()
  await expect.poll(() => errorsIn(form)).toEqual({ 撤销的理由: '请写明撤销的理由' })
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'hidden' })
  await undo.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await form.getByLabel('撤销的理由').fill('导错了文件')
  await form.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByText('已撤销：删去1行，恢复1行').waitFor()
  await page.getByText(/由unithead撤销：导错了文件/).waitFor()
  await undo.waitFor({ state: 'detached' })
})

test('an import whose rows were put right since is not taken back as a whole: it is said at the form, which stays', async () => {
  const page = await office.open(head, '/ledgers/imports', { viewport: phone })
  await loadRows(office, { administrativeFees: [receipt('乙', '9')] }, '三月.xlsx')
  await page.getByRole('button', { name: '撤销导入一月.xlsx' }).click()
  const form = page.getByRole('dialog', { name: '撤销导入“一月.xlsx”' })
  await form.getByLabel('撤销的理由').fill('导错了')
  await form.getByRole('button', { name: '撤销这次导入' }).click()
  await form.getByRole('alert').first().waitFor()
  expect(await form.getByLabel('撤销的理由').inputValue()).toBe('导错了')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})
