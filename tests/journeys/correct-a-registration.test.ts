import { expect, test } from 'vitest'
import { expectNoSidewaysScroll } from './accessibility.ts'
import { expectCalmAndAccessible, openOffice, openStep, partOf, register } from './console.ts'

const office = await openOffice()

test('a day taken down wrongly is put right by two people, who see how the answer period moves before they do it', async () => {
  office.dawn('2026-03-09')
  const page = await office.signIn('wang')
  const number = await register(page, { what: '2025年统计年鉴' })
  const address = page.url()
  const form = await openStep(page, '更正登记', async (form) => {
    await form.getByLabel('需要更正的项目').fill('到达之日')
    await page.locator('.ant-select-item-option', { hasText: '到达之日' }).click()
    await form.getByLabel(/^到达之日更正为/).fill('2026-03-02')
    await form.getByLabel(/^到达之日更正为/).press('Enter')
    await form.getByLabel('更正的理由和依据').fill('信封上签收日为3月2日')
  })
  await form.locator('.preview-sentence').waitFor()
  expect(await form.locator('.preview-sentence').textContent()).toBe(
    '答复期限由2026年4月7日变为2026年3月30日，因为收到申请之日由2026年3月9日更正为2026年3月2日。涉及日期或者年度报告数字，须由另一人确认后生效。',
  )
  await expectCalmAndAccessible(page)
  // A double click is one act.
  await form.getByRole('button', { name: '更正登记', exact: true }).dblclick()
  await page.getByText('已办理：更正登记').waitFor()
  await form.waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('.history li').first().waitFor()
  expect(await page.locator('.history li[data-kind=correctionProposed]').count()).toBe(1)
  expect(await partOf(page, '等待确认的登记更正')).toContain('2026-03-09 → 2026-03-02')

  const head = await office.signIn('li')
  await head.goto(address)
  const confirm = await openStep(head, '确认登记更正', async () => {})
  await confirm.locator('.preview-sentence').waitFor()
  await confirm.getByRole('button', { name: '确认登记更正', exact: true }).click()
  await head.getByText('已办理：确认登记更正').waitFor()
  // A drawer that closes gives the focus back to what opened it.
  await confirm.waitFor({ state: 'detached' })
  const history = await partOf(head, '办理经过')
  for (const words of ['2026-03-09 → 2026-03-02', '信封上签收日为3月2日', '由王秀兰提出', '已更正'])
    expect(history).toContain(words)
  expect(await head.locator('main').textContent()).toContain(number)
  const first = head.getByRole('button', { name: '查看更正前的内容' })
  const why = head.getByRole('dialog', { name: '查看登记更正前的内容' })
  await first.press('Enter')
  await why.getByRole('radio', { name: '其他' }).check()
  await why.getByLabel('请写明').fill('申请人来电询问')
  await expectCalmAndAccessible(head)
  await head.keyboard.press('Escape')
  await why.waitFor({ state: 'hidden' })
  // Whoever works by keyboard goes on where they were, and the reason is still there.
  await head.waitForFunction(() => document.activeElement?.textContent === '查看更正前的内容')
  await head.keyboard.press('Enter')
  expect(await why.getByLabel('请写明').inputValue()).toBe('申请人来电询问')
  await why.getByRole('button', { name: '查看', exact: true }).click()
  await head.getByRole('button', { name: '恢复遮盖' }).waitFor()
  await head.waitForFunction(() => document.activeElement?.textContent === '恢复遮盖')
  await expectCalmAndAccessible(head)
  await head.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(head)
})
