import { expect, test } from 'vitest'
import { plainDate } from '../../src/days/plain-date.ts'
import { aContent, aSignedRecord, aText, submitAndSign } from '../../src/disclosure/testing/a-record.ts'
import { expectCalmAndAccessible, fillDay, openOffice } from './console.ts'
import {
  beginNextEdition,
  clearOfSecrets,
  editor,
  expectEdition,
  kept,
  openForm,
  openMine,
  peopleOf,
  rewriteEnd,
  submit,
  take,
} from './records.ts'

const office = await openOffice()
const title = '关于开展第五次全国经济普查的公告'

test('a signed notice is put off, published, and its correction shows the changed words and waits for all three again', async () => {
  office.dawn('2026-03-02')
  const content = aContent({ madeOn: plainDate('2026-03-02') })
  const { key } = await aSignedRecord(office.db, await peopleOf(office), content, 3, office.now())
  const clerk = await office.signIn('wang')
  await openMine(clerk, title)
  const schedule = await openForm(clerk, '定时发布')
  // It is nine o'clock: only the server knows that half past eight is over, and says so at the day.
  await fillDay(schedule, '发布日期', '2026-03-02')
  await schedule.getByLabel('发布时间（北京时间）').fill('08:30')
  await clerk.keyboard.press('Control+Enter')
  const day = schedule.locator('.ant-form-item').filter({ hasText: '发布日期' })
  await day.getByText('定时发布的时间应在现在之后').waitFor()
  await fillDay(schedule, '发布日期', '2026-03-05')
  await day.getByText('定时发布的时间应在现在之后').waitFor({ state: 'detached' })
  await schedule.getByLabel('发布时间（北京时间）').fill('09:30')
  await take(clerk, schedule, '确认定时发布', '定时发布')
  await expectEdition(clerk, '待定时发布')
  await clerk.getByText('2026-03-05 09:30').first().waitFor()
  const off = await openForm(clerk, '取消定时发布')
  await off.getByLabel('取消定时发布的理由').fill('提前发布')
  await take(clerk, off, '确认取消定时', '取消定时发布')
  const publish = await openForm(clerk, '发布')
  await take(clerk, publish, '确认发布', '发布')
  await expectEdition(clerk, '已发布')

  await beginNextEdition(clerk, '更正', '普查标准时点有误')
  await editor(clerk).getByText('普查标准时点为2026年12月31日。').click()
  await rewriteEnd(clerk, '12月31日。', '11月30日。')
  await kept(clerk)
  await expectCalmAndAccessible(clerk)
  await submit(clerk)
  const changed = clerk.getByRole('region', { name: '与正在公开的版本相比改了什么' })
  expect(await changed.locator('del').allTextContents()).toContain('12')
  expect(await changed.textContent()).toContain('普查标准时点有误')
  await clerk.getByText('更正说明：普查标准时点有误').waitFor()

  // The leader does not wait: what is urgent goes out, and the missing signatures must follow.
  const leader = await office.signIn('ma')
  await leader.goto(clerk.url().replace(/\?.*/, ''))
  const urgent = await openForm(leader, '紧急发布')
  await clearOfSecrets(urgent)
  await urgent.getByLabel('紧急发布的理由').fill('原公告时点有误，继续公开会误导填报单位')
  await take(leader, urgent, '确认紧急发布', '紧急发布')
  await expectEdition(leader, '紧急发布')
  await leader.getByRole('list', { name: '签名链' }).getByText('等待签名').waitFor()
  expect(key.edition).toBe(1)
})

test('somebody acts meanwhile: the step is not taken, what was typed stays, and the text is read again', async () => {
  office.dawn('2026-03-09')
  const told = '关于停水的公告'
  const content = aContent({ title: told, madeOn: plainDate('2026-03-09'), text: aText('明日停水。') })
  const actors = await peopleOf(office)
  const { key } = await aSignedRecord(office.db, actors, content, 0, office.now())
  const head = await office.signIn('zhao')
  await openMine(head, told)
  const form = await openForm(head, '审核同意')
  for (const box of await form.getByRole('checkbox').all()) await box.check()
  await clearOfSecrets(form)
  await form.getByLabel('审核意见').fill('同意，请尽快发布')
  // The clerk changes the text and submits it again before the head signs.
  const clerk = await office.signIn('wang')
  await clerk.goto(head.url().replace(/\?.*/, ''))
  await clerk.getByRole('button', { name: '修改文本' }).click()
  await editor(clerk).getByText('明日停水。').click()
  await rewriteEnd(clerk, '停水。', '停水停电。')
  await kept(clerk)
  await submitAndSign(office.db, actors, key, 0, office.now())
  await form.getByRole('button', { name: '签名同意' }).click()
  await form
    .getByRole('alert')
    .getByText(/刚刚办理了这条信息/)
    .waitFor()
  await expectCalmAndAccessible(head)
  await form.getByRole('button', { name: '刷新' }).click()
  await form.getByRole('alert').waitFor({ state: 'detached' })
  expect(await form.getByLabel('审核意见').inputValue()).toBe('同意，请尽快发布')
  await form.getByRole('button', { name: '签名同意' }).click()
  await form.waitFor({ state: 'hidden' })
  await head.getByText('明日停水停电。').first().waitFor()
})
