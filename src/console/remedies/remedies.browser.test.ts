import { expect, test } from 'vitest'
import { heading } from '../../../tests/journeys/console.ts'
import { openConsole } from '../testing/open-console.ts'

const office = await openConsole()

test('a register of disputes without any says so, as such or as looked for, and what was looked for is in the address', async () => {
  const page = await office.open(await office.officer(['clerk']), '/ledgers/remedies')
  await heading(page, '行政复议、行政诉讼')
  await page.getByText('还没有复议、诉讼案件').waitFor()
  await page.getByLabel('在列表中查找').fill('2026行初1号')
  await page.keyboard.press('Enter')
  await page.getByText('没有找到“2026行初1号”').waitFor()
  expect(decodeURIComponent(new URL(page.url()).search)).toBe('?q=2026行初1号')
  await page.goBack()
  await page.getByText('还没有复议、诉讼案件').waitFor()
  const admin = await office.open(await office.officer(['systemAdmin']), '/ledgers/remedies')
  await heading(admin, '您没有权限查看这一页')
})
