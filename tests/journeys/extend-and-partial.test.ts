import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import {
  answerQuestions,
  assign,
  expectCalmAndAccessible,
  expectStatus,
  fillDay,
  issue,
  openCase,
  openOffice,
  partOf,
  readAnew,
  register,
  sendUp,
  takeStep,
} from './console.ts'

const office = await openOffice()

test('a supplement restarts the clock, an extension lengthens it, and part of what was asked is given', async () => {
  office.dawn('2026-03-02')
  const page = await office.signIn('wang')
  const number = await register(page, { what: '统计数据' })
  await assign(page, '王秀兰')
  await takeStep(page, '告知补正', async (form) => {
    await form.getByLabel('需要补正的内容').fill('请写明所需统计数据的名称和年份')
    await fillDay(form, '补正期限至', '2026-03-20')
    await form.getByText('将要发出的文书').waitFor()
  })
  await expectStatus(page, '办理中')
  await office.letOut(number)
  await readAnew(page, number)
  await expectStatus(page, '待申请人补正')

  office.dawn('2026-03-10')
  const clerk = await office.signIn('wang')
  await openCase(clerk, number)
  await takeStep(clerk, '登记收到补正', async (form) => {
    await fillDay(form, '收到补正之日', '2026-03-10')
    await form.getByLabel('补正后的内容').fill('2024年、2025年规模以上工业企业分企业产值')
    await form.getByText('2026年4月8日').first().waitFor()
  })
  expect(await partOf(clerk, '办理期限')).toContain('应于2026年4月8日前')
  await takeStep(clerk, '提请延期', async (form) => {
    await form.getByLabel('延长多少个工作日').fill('10')
    await form.getByLabel('延期的理由').fill('需要逐户核对，检索量大')
  })

  const head = await office.signIn('li')
  await openCase(head, number)
  await takeStep(head, '同意延期', async (form) => {
    expect(await form.getByLabel('延期的理由').inputValue()).toBe('需要逐户核对，检索量大')
    await form.getByText('将要发出的文书').waitFor()
  })
  expect(await partOf(head, '办理期限')).toContain('共30个工作日，应于2026年4月22日前')
  expect(await partOf(head, '文书')).toContain('延期')

  office.dawn('2026-04-20')
  const drafter = await office.signIn('wang')
  await openCase(drafter, number)
  await answerQuestions(drafter, [
    '内容明确、材料齐全',
    '是政府信息公开申请',
    '由本机关负责公开',
    '有现成的信息',
    '部分不宜公开，可以区分处理',
  ])
  await drafter.getByLabel('告知申请人的内容').fill('现提供分行业产值汇总表。')
  const errors = drafter.locator('.ant-form-item-explain-error')
  await drafter.getByRole('button', { name: '拟好，提交审批' }).click()
  await drafter.getByText('请选择不予公开的依据').waitFor()
  const before = await errors.count()
  await drafter.getByLabel('哪一部分').fill('分企业产值')
  await vi.waitFor(async () => expect(await errors.count()).toBe(before - 1))
  await drafter.getByRole('button', { name: '再加一项不予公开的部分' }).click()
  await drafter.getByLabel('哪一部分').nth(1).fill('误加的一项')
  await removeByKeyboard(drafter, '去掉第2项')
  await drafter.getByLabel('依据', { exact: true }).click()
  await drafter.locator('.ant-select-item-option', { hasText: '其他法律行政法规禁止公开' }).click()
  await drafter.getByLabel('理由', { exact: true }).fill('分企业产值属于能够识别单个统计调查对象的资料')
  await drafter.getByLabel(/^禁止公开的法律/).fill('《中华人民共和国统计法》第二十八条')
  await vi.waitFor(async () => expect(await errors.count()).toBe(0))
  await drafter.getByText('将要发出的文书').waitFor()
  const foreseen = await partOf(drafter, '办理后的变化')
  for (const said of [
    '1.分企业产值：属于法律、行政法规禁止公开的政府信息',
    '第十四条的规定不予公开',
    '依照《中华人民共和国政府信息公开条例》第十四条不予公开的部分',
  ])
    expect(foreseen).toContain(said)
  await sendUp(drafter)
  await office.approve(number)
  office.dawn('2026-04-21')
  const sender = await office.signIn('wang')
  await openCase(sender, number)
  await issue(sender)
  await expectStatus(sender, '已办结')
  const letters = await partOf(sender, '文书')
  for (const label of ['补正', '延期', '答复']) expect(letters).toContain(label)
  expect(await office.recordsIn(2026, 'partiallyGranted')).toEqual([number])
})

/** A row with words in it is kept by Esc, goes only when that is said, and the focus is not lost with it. */
async function removeByKeyboard(page: Page, name: string): Promise<void> {
  const remove = page.getByRole('button', { name })
  const asked = page.getByRole('dialog', { name: `${name}？` })
  await remove.press('Enter')
  await expectCalmAndAccessible(page)
  await page.keyboard.press('Escape')
  await asked.waitFor({ state: 'hidden' })
  expect(await remove.evaluate((button) => button === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await asked.getByRole('button', { name: /^去\s*掉$/ }).press('Enter')
  await remove.waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.activeElement?.matches('textarea'))
}
