import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  answerQuestions,
  assign,
  expectStatus,
  issue,
  openCase,
  openOffice,
  partOf,
  picture,
  register,
  sendUp,
} from './console.ts'

const office = await openOffice()

test('“not held” stands on its search record, is approved by two others, sent, and counted', async () => {
  office.dawn('2026-03-02')
  const first = await office.signIn('wang')
  await register(first, { name: '李四', what: '2025年粮食产量抽样调查各样本点原始记录' })
  const number = await register(first, { what: '2009年全市城镇住户调查样本户名册' })
  await expectStatus(first, '办理中')
  await assign(first, '王秀兰')

  office.dawn('2026-03-05')
  const clerk = await office.signIn('wang')
  await picture(clerk, 'clerk-queue')
  await openCase(clerk, number)
  await picture(clerk, 'clerk-case')
  await answerQuestions(clerk, ['内容明确、材料齐全', '是政府信息公开申请', '由本机关负责公开', '经检索没有该信息'])
  await clerk.getByRole('button', { name: '拟好，提交审批' }).click()
  await clerk.getByText('请填写此项').first().waitFor()
  await clerk.getByLabel('检索的系统或者档案').fill('公文系统、综合档案室')
  await clerk.getByLabel('关键词').fill('住户调查、样本户、名册')
  await clerk.getByLabel('范围').fill('2008年至2010年全部收发文和统计调查档案')
  await clerk.getByLabel('结果', { exact: true }).fill('未检索到2009年样本户名册')
  // What has been filled in is not said to be missing any more.
  await clerk.getByText('请填写此项').first().waitFor({ state: 'hidden' })
  await clerk.getByText('将要发出的文书').waitFor()
  await picture(clerk, 'clerk-decision')
  await sendUp(clerk)
  await expectStatus(clerk, '审批')
  expect(await clerk.getByRole('button', { name: '审批同意', exact: true }).first().isDisabled()).toBe(true)

  const unitHead = await office.signIn('zhao')
  await openCase(unitHead, number)
  expect(await partOf(unitHead, '答复与签批')).toContain('未检索到2009年样本户名册')
  await office.approve(number)

  office.dawn('2026-03-09')
  const sender = await office.signIn('wang')
  await openCase(sender, number)
  await issue(sender)
  await expectStatus(sender, '办结')
  expect(await partOf(sender, '计入年度报告')).toContain('本机关不掌握相关政府信息')

  const letter = sender.getByRole('region', { name: '文书' }).getByRole('link', { name: /Word$/ })
  const [word] = await Promise.all([sender.waitForEvent('download'), letter.click()])
  expect(
    readFileSync(await word.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  const pdf = sender.getByRole('region', { name: '文书' }).getByRole('link', { name: /PDF$/ })
  const paper = await sender.request.get(new URL((await pdf.getAttribute('href')) ?? '', sender.url()).href)
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')

  expect(await office.recordsIn(2026, 'unableToProvide.notHeld')).toEqual([number])
  expect(await office.recordsIn(2026, 'newReceived')).toContain(number)
})
