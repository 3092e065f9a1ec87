import { expect, test } from 'vitest'
import { expectCalmAndAccessible, fillDay, openCase, openOffice, openStep, partOf, register } from './console.ts'

const office = await openOffice()

test('two officers act on the same request at once: one wins, the other is told by whom and keeps what was typed', async () => {
  office.dawn('2026-03-02')
  const wang = await office.signIn('wang')
  const number = await register(wang, { what: '近年统计执法检查情况' })
  const chen = await office.signIn('chen')
  await openCase(chen, number)

  const ask = (items: string) => async (form: ReturnType<typeof wang.getByRole>) => {
    await form.getByLabel('需要补正的内容').fill(items)
    await fillDay(form, '补正期限至', '2026-03-20')
    await form.locator('.preview-sentence').waitFor()
  }
  const first = await openStep(wang, '告知补正', ask('请写明所需信息的年份'))
  const second = await openStep(chen, '告知补正', ask('请写明所需信息的年份和执法检查的种类'))
  await first.getByRole('button', { name: '告知补正' }).click()
  await first.waitFor({ state: 'hidden' })
  await second.getByRole('button', { name: '告知补正' }).click()

  const told = second.getByRole('alert').filter({ hasText: '刚刚办理' })
  await told.waitFor()
  expect(await told.textContent()).toContain('王秀兰刚刚办理了这件申请')
  await expectCalmAndAccessible(chen)
  const typed = second.getByLabel('需要补正的内容')
  expect(await typed.inputValue()).toBe('请写明所需信息的年份和执法检查的种类')

  await second.getByRole('button', { name: '刷新' }).click()
  await told.waitFor({ state: 'detached' })
  await second.getByText('现在不能办理').waitFor()
  expect(await typed.inputValue()).toBe('请写明所需信息的年份和执法检查的种类')
  await expectCalmAndAccessible(chen)
  await second.getByRole('button', { name: '关闭（保留已填内容）' }).click()
  const history = await partOf(chen, '办理经过')
  expect(history).toContain('请写明所需信息的年份')
  expect(history).not.toContain('执法检查的种类')
})
