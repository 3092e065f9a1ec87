import { expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { expectCalmAndAccessible, heading, openOffice, openStep, partOf, register } from './console.ts'

const office = await openOffice()

test('one letter asks for two things; each piece gets its acknowledgement, with the codes to follow it', async () => {
  office.dawn('2026-03-02')
  const page = await office.signIn('wang')
  const number = await register(page, { what: '2025年统计年鉴和2025年统计执法检查计划' })
  const form = await openStep(page, '拆分为多件', async (form) => {
    await form.getByRole('textbox').nth(0).fill('2025年统计年鉴')
    await form.getByRole('textbox').nth(1).fill('2025年统计执法检查计划')
  })
  await form.locator('.preview-sentence').waitFor()
  await form.getByRole('button', { name: '拆分为多件', exact: true }).click()
  await heading(page, '已拆分，另编1件')
  await expectCalmAndAccessible(page)
  await expectNoSidewaysScroll(page)
  const sheet = page.getByRole('article', { name: '政府信息公开申请接收回执' })
  const text = (await sheet.textContent()) ?? ''
  for (const words of [
    '张三：',
    '“2025年统计执法检查计划”',
    '收到申请之日为2026年3月2日',
    '/shili-tjj/requests/follow',
  ])
    expect(text).toContain(words)
  const [code = '', secret = ''] = await sheet.locator('code').allTextContents()
  expect([code, secret].map((each) => each.length)).toEqual([19, 9])

  // On paper there is the acknowledgement, and nothing else.
  await page.emulateMedia({ media: 'print' })
  expect(await sheet.isVisible()).toBe(true)
  for (const name of ['打印接收回执', `回到${number}`])
    expect(await page.getByRole('button', { name, includeHidden: true }).isVisible()).toBe(false)
  expect(await page.getByText('已办理：拆分为多件').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })

  const citizen = await office.visit('/shili-tjj/requests/follow')
  await citizen.getByLabel('查询码').fill(code)
  await citizen.getByLabel('查询口令').fill(secret)
  await citizen.getByRole('button', { name: '查询', exact: true }).click()
  await heading(citizen, '正在办理')
  await expectAccessible(citizen)
  expect(await citizen.locator('main').textContent()).toContain('2025年统计执法检查计划')

  // The codes are gone with the page; the case remains.
  await page.getByRole('button', { name: `回到${number}` }).click()
  await heading(page, new RegExp(`^${number.replaceAll(/[〔〕]/g, '.')}`))
  expect(await page.locator('main').textContent()).not.toContain(code)
  expect(await partOf(page, '办理经过')).toContain('本件保留：2025年统计年鉴')
})
