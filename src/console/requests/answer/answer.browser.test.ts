import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { heading } from '../../../../tests/journeys/console.ts'
import { errorsIn, sentBy } from '../../testing/on-page.ts'
import { openConsole, phone } from '../../testing/open-console.ts'
import { requestsOf } from '../../testing/requests-of.ts'

const office = await openConsole('2026-03-02')
const { register, take } = requestsOf(office)
const clerk = await office.officer(['clerk'])

const next = (page: Page) => page.getByRole('button', { name: '下一步' })
const sendUp = (page: Page) => page.getByRole('button', { name: '拟好，提交审批' })

async function answer(page: Page, ...options: readonly (string | RegExp)[]): Promise<void> {
  for (const option of options) {
    await page.getByRole('radio', { name: option }).check()
    await next(page).click()
    await page.getByRole('radio', { name: option }).waitFor({ state: 'detached' })
  }
}
const toThePart = ['内容明确、材料齐全', '是政府信息公开申请', '由本机关负责公开', '有现成的信息'] as const

test('one question at a time: none is passed unanswered, each can be answered anew, and the way taken survives a reload', async () => {
  const request = await register()
  const page = await office.open(clerk, `/requests/${request.id}/answer`, { viewport: phone })
  await heading(page, '拟答复')
  expect(await next(page).isDisabled()).toBe(true)
  await answer(page, '内容明确、材料齐全', '是政府信息公开申请')
  await page.getByRole('radio', { name: '不属于本机关负责公开' }).check()
  await page.getByText('请注意：能够确定负责公开的机关的，应当告知其名称、联系方式').waitFor()
  await page.getByRole('radio', { name: '由本机关负责公开' }).check()
  await page.getByText('请注意：').waitFor({ state: 'detached' })
  await next(page).click()
  await page.reload()
  const way = page.getByRole('navigation', { name: '已经回答的问题' })
  await way.getByText('由本机关负责公开').waitFor()
  expect(await way.locator('[data-state=answered]').count()).toBe(3)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await way.getByRole('button', { name: '重新回答：是不是' }).click()
  await page.getByRole('radio', { name: '实为信访、投诉、举报' }).waitFor()
  await expect.poll(() => way.locator('[data-state=answered]').count()).toBe(1)
})

test('art. 37: every part withheld says what, under which ground and why, each at its own field; what was typed survives the way back', async () => {
  const request = await register()
  const page = await office.open(clerk, `/requests/${request.id}/answer`)
  await answer(page, ...toThePart, /^部分不宜公开/)
  await page.getByRole('heading', { level: 2, name: '部分公开' }).waitFor()
  const sent = sentBy(page)
  await sendUp(page).click()
  await expect
    .poll(async () => Object.keys(await errorsIn(page)))
    .toEqual(expect.arrayContaining(['哪一部分', '依据', '理由']))
  await page.getByLabel('哪一部分').fill('第3页联系电话')
  await expect.poll(async () => Object.keys(await errorsIn(page))).not.toContain('哪一部分')
  await page.getByRole('button', { name: '再加一项不予公开的部分' }).click()
  await expect.poll(() => page.getByLabel('哪一部分').count()).toBe(2)
  await page.getByRole('button', { name: '去掉第2项' }).click()
  await expect.poll(() => page.getByLabel('哪一部分').count()).toBe(1)
  await page.reload()
  await sendUp(page).waitFor()
  expect(await page.getByLabel('哪一部分').inputValue()).toBe('第3页联系电话')
  expect(sent).toEqual([])
})

test('an answer that speaks of an enclosure without one is asked about, and goes up as it was typed; the case then shows its chain', async () => {
  const request = await register()
  await take(clerk, request, 'assign', { unitId: office.unitId, staffId: clerk.id })
  const page = await office.open(clerk, `/requests/${request.id}/answer`)
  await answer(page, ...toThePart, '可以全部公开')
  await page.getByRole('radio').first().check()
  await next(page).click()
  await sendUp(page).waitFor()
  const statement = page.locator('#statement')
  await statement.fill('批复文件见附件。')
  const sent = sentBy(page)
  await sendUp(page).click()
  const asks = page.getByRole('dialog').filter({ hasText: '文字里写了“见附件”，但没有附件' })
  await asks.getByRole('button', { name: '返回修改' }).click()
  await asks.waitFor({ state: 'detached' })
  expect(sent).toEqual([])
  await statement.fill('现将批复文件的复印件随本答复提供。')
  await sendUp(page).click()
  await page.getByText('已办理：拟答复').waitFor()
  expect(sent).toMatchObject([
    { what: `POST requests/${request.id}/steps/draftAnswer`, body: { input: { outcome: 'granted' } } },
  ])
  await page.getByRole('list', { name: '签批链' }).waitFor()

  // What is up is not drafted a second time.
  await page.goto(new URL(`/console/requests/${request.id}/answer`, page.url()).href)
  await page.getByText(/^现在不能拟答复：/).waitFor()
  expect(await sendUp(page).isDisabled()).toBe(true)
  const head = await office.open(await office.officer(['unitHead']), `/requests/${request.id}/answer`)
  await heading(head, '您没有权限查看这一页')
})
