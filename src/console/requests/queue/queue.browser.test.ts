import { expect, test } from 'vitest'
import { heading } from '../../../../tests/journeys/console.ts'
import { openConsole, phone } from '../../testing/open-console.ts'
import { requestsOf } from '../../testing/requests-of.ts'

const office = await openConsole('2026-03-02')
const { register } = requestsOf(office)
const clerk = await office.officer(['clerk'])

test('an empty register says so', async () => {
  const page = await office.open(clerk, '/requests')
  await heading(page, '全部申请')
  await page.getByText('还没有申请').waitFor()
  await register()
  await page.reload()
  expect(await page.getByRole('row').allTextContents()).toEqual([])
  const narrow = await office.open(clerk, '/requests', { viewport: phone })
  await heading(narrow, '全部申请')
})
