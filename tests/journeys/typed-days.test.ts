import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectCalmAndAccessible, heading, openCase, openOffice, openStep } from './console.ts'

const office = await openOffice()

/** Types into a field key by key and leaves it. */
async function type(page: Page, label: string, text: string, leave = 'Tab'): Promise<string> {
  const field = page.getByLabel(label)
  await field.selectText()
  await page.keyboard.press('Delete')
  await page.keyboard.insertText(text.slice(0, 3))
  await page.keyboard.type(text.slice(3))
  await page.keyboard.press(leave)
  return field.inputValue()
}

/** The worst moment for one press more: the first is answered, the form still stands. */
const pressAgainWhenAnswered = (page: Page) =>
  page.evaluate(() => {
    const ask = window.fetch
    window.fetch = async (...asked) => {
      const response = await ask(...asked)
      if (!response.url.endsWith('/api/console/requests')) return response
      const text = await response.text()
      const press = () =>
        document
          .querySelector('.intake input')
          ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }))
      for (const wait of [0, 1, 2, 4, 8, 16]) setTimeout(press, wait)
      press()
      return new Response(text, response)
    }
  })

const posts = (page: Page) => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/console/requests'))
      sent.push(request.headers()['idempotency-key'] ?? 'no key')
  })
  return sent
}

test('a day is what was typed, whatever way it was typed, and a form with anything else is not sent', async () => {
  office.dawn('2026-03-06')
  const page = await office.signIn('wang')
  const sent = posts(page)
  await page.getByRole('link', { name: '登记申请' }).first().click()
  await heading(page, '登记申请')
  const label = '提交之日'
  for (const text of ['2026年3月5日', '２０２６-０３-０５', '2026.3.5', '20260305', '2026/3/5'])
    expect(await type(page, label, text), text).toBe('2026-03-05')
  for (const [text, words] of [
    ['2026-02-30', '没有2026年2月30日这一天'],
    ['2026-03', '日期没有写完整'],
    ['2026-13-01', '没有2026年13月1日这一天'],
    ['2026-03-07', '不能晚于2026年3月6日'],
    ['26-3-5', '年份请写四位数'],
  ] as const) {
    for (const leave of ['Tab', 'Enter']) expect(await type(page, label, text, leave)).toBe(text)
    await page.getByText(words).first().waitFor()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByText('请按提示改正').first().waitFor()
    await page.getByText('请填写姓名或者名称').waitFor()
    expect(await page.getByText(/NaN|收到申请之日：/).count()).toBe(0)
  }
  await expectCalmAndAccessible(page)
  expect(await type(page, label, '')).toBe('')
  await page.getByText('请填写', { exact: false }).first().waitFor()
  // Escape puts back what stood before the typing began.
  await type(page, label, '2026-03-05')
  expect(await type(page, label, '2026-03-0', 'Escape')).toBe('2026-03-05')
  await page.getByRole('button', { name: '在日历上选' }).first().click()
  await page.getByRole('cell', { name: '04' }).first().click()
  expect(await page.getByLabel(label).inputValue()).toBe('2026-03-04')
  expect(sent).toEqual([])
})

test('Ctrl+Enter twice is one request; an act without a network is told at once and never done later', async () => {
  const page = await office.signIn('chen')
  const sent = posts(page)
  await page.getByRole('link', { name: '登记申请' }).first().click()
  await heading(page, '登记申请')
  const isEmpty = async () => {
    for (const label of ['姓名', '证件号码'])
      expect(await page.getByLabel(label, { exact: true }).inputValue(), label).toBe('')
    expect(await page.getByRole('button', { name: '去掉申请书.txt' }).count()).toBe(0)
  }
  // What was half filled comes back after a reload, and never with another applicant.
  for (const round of ['cleared', 'registered']) {
    await page.getByLabel('姓名', { exact: true }).fill('张三')
    await page.getByLabel('证件号码', { exact: true }).fill('11010519491231002X')
    await page.locator('input[type=file]').setInputFiles({
      name: '申请书.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`申请书（${round}）`),
    })
    await page.getByRole('button', { name: '去掉申请书.txt' }).waitFor()
    await page.reload()
    await page.getByText('已恢复上次没有保存的内容').waitFor()
    await page.getByRole('button', { name: '去掉申请书.txt' }).waitFor()
    if (round === 'registered') break
    await page.getByRole('button', { name: '清空重填' }).click()
    await page.getByText('已恢复上次没有保存的内容').waitFor({ state: 'detached' })
    await isEmpty()
  }
  await page.getByLabel('联系电话').fill('13800138000')
  await page.getByLabel('通信地址').fill('示例市人民路1号')
  await page.getByLabel('名称、文号或者便于查询的其他特征性描述').fill('近年统计执法检查情况')
  await pressAgainWhenAnswered(page)
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await heading(page, /^已登记，编号 /)
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatch(/^[0-9a-f-]{36}$/)
  const number = (await page.getByRole('rowheader').getByRole('link').textContent()) ?? ''
  await page.getByRole('button', { name: '登记下一件' }).click()
  await heading(page, '登记申请')
  await isEmpty()
  await page.getByLabel('姓名', { exact: true }).fill('李四')
  await page.getByLabel('名称、文号或者便于查询的其他特征性描述').fill('窗口设置方案')
  await page.keyboard.press('Control+Enter')
  await heading(page, /^已登记，编号 /)
  await page.getByRole('link', { name: '登记申请' }).first().click()
  await heading(page, '登记申请')
  await isEmpty()
  await openCase(page, number)

  const steps: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/steps/requestSupplement')) steps.push(request.url())
  })
  const form = await openStep(page, '告知补正', async (step) => {
    await step.getByLabel('需要补正的内容').fill('请写明年份')
    const due = step.getByLabel('补正期限至')
    await due.fill('2026年3月')
    await due.press('Tab')
    await step.getByText('日期没有写完整').waitFor()
    await due.fill('２０２６年３月２０日')
    await due.press('Tab')
    expect(await due.inputValue()).toBe('2026-03-20')
    await step.locator('.preview-sentence').waitFor()
    // Enter says that the day is written, and sends nothing.
    await due.press('Enter')
    expect([await due.inputValue(), ...steps]).toEqual(['2026-03-20'])
  })
  await page.context().setOffline(true)
  const act = form.getByRole('button', { name: '告知补正', exact: true })
  await act.click()
  await form.getByRole('alert').filter({ hasText: '连接不上服务器' }).waitFor()
  expect(steps.splice(0)).toHaveLength(1)
  await page.context().setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  // Nothing is lost, nothing is done by itself; pressed again it is done once.
  expect(await form.getByLabel('需要补正的内容').inputValue()).toBe('请写明年份')
  expect(await form.getByLabel('补正期限至').inputValue()).toBe('2026-03-20')
  await form.getByLabel('需要补正的内容').focus()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await form.waitFor({ state: 'hidden' })
  await page.getByText('已办理：告知补正').last().waitFor()
  expect(steps).toHaveLength(1)
})
