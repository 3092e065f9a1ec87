import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { officeDay, plainDate } from '../../src/days/plain-date.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { publishDue } from '../../src/disclosure/actions/publish-due.ts'
import { takeStep } from '../../src/disclosure/actions/take-step.ts'
import { keepWordList } from '../../src/disclosure/actions/word-lists.ts'
import { openEdition } from '../../src/disclosure/prepare.ts'
import { aContent, aSignedRecord, aText, freeOfSecrets } from '../../src/disclosure/testing/a-record.ts'
import { systemActor } from '../../src/organs/actor.ts'
import { closeColumn } from '../../src/platform/columns/actions.ts'
import { arrangeStandIn } from '../../src/review/stand-ins/actions.ts'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { expectCalmAndAccessible, fillDay, heading, openOffice } from './console.ts'
import {
  editor,
  expectEdition,
  goWriting,
  kept,
  openForm,
  openMine,
  peopleOf,
  rewriteEnd,
  submit,
  take,
} from './records.ts'

const office = await openOffice()
const within = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(office.db, office.organ().id, work)
const signed = async (title: string, text: string, levels = 3, columnId = 'tzgg') => {
  const content = aContent({ title, columnId, text: aText(text), madeOn: plainDate(officeDay(office.now())) })
  return aSignedRecord(office.db, await peopleOf(office), content, levels, office.now())
}
const narrow = async (page: Page) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await expectCalmAndAccessible(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}
test('set for a day past the last one it asks why; a word forbidden meanwhile holds it, and its drafter sees why and mends it', async () => {
  office.dawn('2026-03-02')
  const title = '关于统计年报的公告'
  await signed(title, '请使用旧版表格填报。')
  const clerk = await office.signIn('wang')
  await clerk.goto(clerk.url().replace(/console\/.*/, 'console/records'))
  await heading(clerk, '主动公开')
  await clerk.getByText('还剩20个工作日').first().waitFor()
  await openMine(clerk, title)
  await clerk.getByText('还剩20个工作日').waitFor()
  const form = await openForm(clerk, '定时发布')
  await fillDay(form, '发布日期', '2026-03-30')
  await form.getByLabel('发布时间（北京时间）').fill('09:30')
  expect(await form.getByText('请逐项说明理由').count()).toBe(0)
  // The last day is the thirtieth; a day later it is late.
  await fillDay(form, '发布日期', '2026-03-31')
  const why = form.getByLabel(/^发布期限：应在2026年3月30日前公开/)
  await why.waitFor()
  await form.getByRole('button', { name: '确认定时发布' }).click()
  await form.getByText('请说明理由').waitFor()
  await expectCalmAndAccessible(clerk)
  expect(await form.getByLabel('发布时间（北京时间）').inputValue()).toBe('09:30')
  await why.fill('与上级机关同步发布')
  await take(clerk, form, '确认定时发布', '定时发布')
  await expectEdition(clerk, '待定时发布')

  const { ogiHead } = await peopleOf(office)
  const word = { word: '旧版表格', kind: 'sensitive', severity: 'block', suggestion: '', since: null } as const
  await within((tx) => keepWordList(tx, ogiHead, { name: '停用表述', source: '临时通知' }, [word]))
  const minute = new Date('2026-03-31T01:30:00Z')
  office.dawn('2026-03-31')
  expect(await publishDue(office.db, systemActor(office.organ().id, officeDay(minute)), minute)).toBe(0)

  const after = await office.signIn('wang')
  await after.goto(after.url().replace(/console\/.*/, 'console/records'))
  await after.getByText('定时发布没有进行').first().waitFor()
  await expectCalmAndAccessible(after)
  await openMine(after, title)
  await after.getByText('原定 2026-03-31 09:30 的发布没有进行').waitFor()
  await after.getByText('错敏词表中的禁用词，请改正').first().waitFor()
  await narrow(after)
  await after.getByRole('button', { name: '修改文本' }).click()
  await goWriting(after)
  await editor(after).getByText('请使用旧版表格填报。').click()
  await rewriteEnd(after, '旧版表格填报。', '新版表格填报。')
  await kept(after)
  await after.getByText('原定 2026-03-31 09:30 的发布没有进行').waitFor()
  await submit(after)
  expect(await after.getByText('的发布没有进行').count()).toBe(0)
})

test('a reviewer changes a file of the text; a draft whose column was closed is kept and asks for another one', async () => {
  office.dawn('2026-04-07')
  const title = '关于窗口地址的公告'
  await signed(title, '窗口地址见附件。', 1)
  const head = await office.signIn('li')
  await openMine(head, title)
  await head.getByRole('button', { name: '修改文本' }).click()
  await goWriting(head)
  const list = Buffer.from('人民路1号')
  await head
    .locator('.attachments-field input[type=file]')
    .setInputFiles({ name: '窗口地址.txt', mimeType: 'text/plain', buffer: list })
  await head.getByLabel('窗口地址.txt的无障碍替代说明').fill('窗口的地址：人民路1号')
  await kept(head)
  await head.getByText('签名链已断开').waitFor()
  await expectCalmAndAccessible(head)

  const clerk = await office.signIn('wang')
  await openMine(clerk, title)
  const clerkActor = (await peopleOf(office)).clerk
  await within((tx) => closeColumn(tx, clerkActor, 'tzgg', { reason: '并入工作动态', successorId: 'gzdt' }))
  await clerk.getByLabel('标题').fill('关于窗口地址、时间的公告')
  await kept(clerk)
  await clerk.getByText(/栏目“通知公告”已经关闭，原有信息已并入“.+”。请改选一个栏目后再送审/).waitFor()
  await clerk.reload()
  await clerk.getByText('这个栏目已经关闭，送审前请改选。').waitFor()
  expect(await clerk.getByLabel('标题').inputValue()).toBe('关于窗口地址、时间的公告')
  await clerk.getByText('通知公告（已关闭）').waitFor()
  await narrow(clerk)
  const form = await openForm(clerk, '送审')
  await form.getByText('还有1处必须先改正').waitFor()
  expect(await form.getByRole('button', { name: '确认送审' }).isDisabled()).toBe(true)
})

test('a correction hides what named a person; a stand-in finds what waits for the absent leader', async () => {
  office.dawn('2026-05-06')
  const title = '关于申报结果的公告'
  const { key, hash } = await signed(title, '对欧阳雪梅的申报不予采纳。', 3, 'gzdt')
  const people = await peopleOf(office)
  await within((tx) => takeStep(tx, people.clerk, office.now(), key, 'publish', { hash }))
  const clerk = await office.signIn('wang')
  await clerk.goto(clerk.url().replace(/console\/.*/, `console/records/${key.recordId}/editions/1`))
  await heading(clerk, title)
  await clerk.getByRole('button', { name: '更正', exact: true }).click()
  await clerk.getByRole('button', { name: '开始更正' }).click()
  await clerk.getByLabel('更正的理由').fill('更正申报结果的表述')
  await clerk.getByRole('checkbox', { name: /隐去原文/ }).check()
  await clerk.getByLabel('隐去原文的理由').fill('原文误将申报人的姓名公开')
  await editor(clerk).getByText('对欧阳雪梅的申报不予采纳。').click()
  await rewriteEnd(clerk, '欧阳雪梅的申报不予采纳。', '一户的申报不予采纳。')
  await kept(clerk)
  await narrow(clerk)
  await submit(clerk)
  await clerk.getByText(/更正前的原文将从公开的历史中隐去/).waitFor()

  const { unitHead, ogiHead, leader } = people
  const until = { fromOn: plainDate('2026-05-06'), toOn: plainDate('2026-05-08'), reason: '出差' }
  const wish = { absentId: unitHead.id ?? '', standInId: ogiHead.id ?? '', ...until }
  await within((tx) => arrangeStandIn(tx, unitHead, wish))
  const standIn = await office.signIn('li')
  await standIn.goto(standIn.url().replace(/console\/.*/, 'console/records'))
  await standIn.getByText('轮到您（代赵志强，科室负责人）').first().waitFor()
  await expectCalmAndAccessible(standIn)

  // The leader does not wait: a name stands in public.
  const { content } = await within((tx) => openEdition(tx, { ...key, edition: 2 }))
  const secrecy = freeOfSecrets(content)
  const urgent = { hash: await hashOf(key.recordId), reason: '个人信息正在公开', secrecy, confirmations: [] }
  await within((tx) => takeStep(tx, leader, office.now(), { ...key, edition: 2 }, 'publishUrgently', urgent))
  const reader = await office.visit(`/${office.organ().slug}/records/2026-00001`)
  await reader.getByText('更正前的原文已经隐去。理由：原文误将申报人的姓名公开').waitFor()
  await expectAccessible(reader)
  await reader.getByRole('link', { name: '查看公开过的各版' }).click()
  await reader.getByText('这一版的原文已经隐去，不再公开。').waitFor()
  expect(await reader.content()).not.toContain('欧阳')
  await expectAccessible(reader)
})

const hashOf = async (recordId: string): Promise<string> => {
  const { hash } = await within((tx) =>
    tx
      .selectFrom('editions')
      .select('hash')
      .where('recordId', '=', recordId)
      .where('edition', '=', 2)
      .executeTakeFirstOrThrow(),
  )
  return hash ?? ''
}
