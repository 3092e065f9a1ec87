import { expect, test } from 'vitest'
import {
  answerQuestions,
  assign,
  expectStatus,
  fillDay,
  issue,
  openCase,
  openOffice,
  partOf,
  register,
  sendUp,
  takeStep,
} from './console.ts'

const office = await openOffice()
const given = '现将该项目环境影响监测数据复印件随本答复提供。'

test('a third party objects; the clock stands still meanwhile, and the information is given after the party is told why', async () => {
  office.dawn('2026-03-02')
  const page = await office.signIn('wang')
  const number = await register(page, { what: '某化工项目排放监测统计数据' })
  await assign(page, '王秀兰')
  expect(await partOf(page, '办理期限')).toContain('应于2026年3月30日前')
  await takeStep(page, '征求意见', async (form) => {
    await form.getByRole('radio', { name: /^第三方/ }).check()
    await form.getByLabel('名称或者姓名').fill('示例化工有限公司')
    await form.getByLabel('征求意见的信息内容').fill('贵公司2025年排放监测统计数据')
  })
  await expectStatus(page, '办理中')
  expect(await partOf(page, '征求意见')).not.toContain('张三')

  office.dawn('2026-03-12')
  const clerk = await office.signIn('wang')
  await openCase(clerk, number)
  expect(await clerk.locator('.case-head').textContent()).toContain('征求意见中，期限暂不计算')
  await takeStep(clerk, '登记对方收到征求意见书', (form) => fillDay(form, '对方收到之日', '2026-03-04'))
  await takeStep(clerk, '登记收到的意见', async (form) => {
    await fillDay(form, '收到意见之日', '2026-03-11')
    await form.getByRole('radio', { name: '不同意公开', exact: true }).check()
    await form.getByLabel('对方的理由').fill('涉及本公司商业秘密')
  })
  expect(await partOf(clerk, '征求意见')).toContain('不同意公开')
  const clock = await partOf(clerk, '办理期限')
  expect(clock).toContain('第三方甲')
  expect(clock).toContain('应于2026年4月9日前')

  const way = ['内容明确、材料齐全', '是政府信息公开申请', '由本机关负责公开', '有现成的信息']
  await answerQuestions(clerk, [...way, /^涉及第三方合法权益，但第三方同意公开/, /^提供该信息/])
  await clerk.getByLabel('告知申请人的内容').fill(given)
  await clerk.getByRole('region', { name: '办理后的变化' }).getByText('书面告知').waitFor()
  await clerk.getByRole('link', { name: number }).click()
  await takeStep(clerk, '告知第三方决定公开', (form) =>
    form.getByLabel('决定公开的内容和理由').fill('排放监测数据关系公众健康，不公开会对公共利益造成重大影响'),
  )

  await clerk.getByRole('button', { name: '拟答复', exact: true }).first().click()
  expect(await clerk.getByLabel('告知申请人的内容').inputValue()).toBe(given)
  await sendUp(clerk)
  await office.approve(number)
  office.dawn('2026-03-16')
  const sender = await office.signIn('wang')
  await openCase(sender, number)
  await issue(sender)
  await expectStatus(sender, '已办结')
  const letters = await partOf(sender, '文书')
  for (const label of ['政府信息公开征求意见书', '政府信息公开告知书']) expect(letters).toContain(label)
  expect(await office.recordsIn(2026, 'granted')).toEqual([number])
})
