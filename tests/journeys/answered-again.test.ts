import { expect, test } from 'vitest'
import { inOrgan } from '../../src/db/organ.ts'
import { compileReport } from '../../src/report/compile.ts'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import {
  answerQuestions,
  assign,
  expectCalmAndAccessible,
  expectStatus,
  fillDay,
  heading,
  issue,
  openCase,
  openOffice,
  partOf,
  sendUp,
} from './console.ts'
import { handedIn } from './handed-in.ts'
import { choose, stepOfCase } from './remedy-steps.ts'

const office = await openOffice()
const review = '示政复〔2026〕31号'
const held = ['内容明确、材料齐全', '是政府信息公开申请', '由本机关负责公开', '有现成的信息']
const compiled = async (year: number) =>
  inOrgan(office.db, office.organ().id, (tx) => compileReport(tx, office.organ(), year))

test('an answer of last year is overturned and given again: section three of that year stays, section four counts a correction', async () => {
  office.dawn('2025-12-08')
  const { number, code, secret } = await handedIn(office, '2025-12-08')
  const clerk = await office.signIn('wang')
  await openCase(clerk, number)
  await assign(clerk, '王秀兰')
  await answerQuestions(clerk, [...held, '全部不予公开', /^讨论记录、过程稿/])
  await clerk.getByLabel('理由', { exact: true }).fill('该材料为内部讨论稿')
  await clerk.getByLabel(/^决定不予公开的裁量理由/).fill('公开会影响正常讨论')
  await sendUp(clerk)
  await office.approve(number)
  office.dawn('2025-12-19')
  const sender = await office.signIn('wang')
  await openCase(sender, number)
  await issue(sender)
  await expectStatus(sender, '已办结')
  const before = await compiled(2025)
  expect(before.requests['denied.processInformation']).toMatchObject({ naturalPerson: 1 })

  office.dawn('2026-03-02')
  const page = await office.signIn('wang')
  await openCase(page, number)
  await page.getByRole('link', { name: '登记复议、诉讼' }).click()
  await heading(page, '登记复议、诉讼案件')
  const form = page.getByRole('region', { name: '案件', exact: true })
  await choose(page, form, '案件类型', '行政复议')
  await form.getByLabel('案号', { exact: true }).fill(review)
  await form.getByLabel('复议机关', { exact: true }).fill('示例市人民政府')
  await fillDay(form, '受理日期', '2026-02-13')
  await fillDay(form, '收到申请书副本之日', '2026-02-13')
  await form.getByText(number).waitFor()
  await page.getByRole('button', { name: '登记案件' }).click()
  await heading(page, review)
  await stepOfCase(page, '登记决定、裁判', async (drawer) => {
    await choose(page, drawer, '结果', '撤销或者部分撤销')
    await drawer
      .getByLabel('主文（隐去当事人信息）')
      .fill('撤销被申请人作出的答复，责令其收到决定之日起10个工作日内重新作出答复')
    await fillDay(drawer, '作出之日', '2026-02-26')
    await fillDay(drawer, '送达本机关之日', '2026-02-27')
  })
  await stepOfCase(page, '转入重新答复', async (drawer) => {
    expect(await drawer.getByLabel('决定书、裁判文书的文号').inputValue()).toBe(review)
    await drawer.getByLabel('决定书、裁判文书的文号').fill('示政复决〔2026〕31号')
    await choose(page, drawer, '期限', '写明了若干个工作日')
    await drawer.getByLabel('几个工作日').fill('10')
  })
  expect(await partOf(page, '本机关的期限')).toContain('2026年3月12日')

  await page.getByRole('link', { name: '工作台' }).first().click()
  await page.getByRole('link', { name: '重新答复：拟答复' }).click()
  await heading(page, new RegExp(number))
  await expectStatus(page, '重新答复')
  expect(await partOf(page, '重新答复')).toContain('示政复决〔2026〕31号')
  await expectCalmAndAccessible(page)
  await answerQuestions(page, [...held, '可以全部公开', /^提供该信息/])
  await page.getByLabel(/^告知申请人的内容/).fill('现提供该材料复印件一份。')
  await sendUp(page)
  await expectStatus(page, '重新答复审批中')
  await office.approve(number)
  office.dawn('2026-03-09')
  const again = await office.signIn('wang')
  await openCase(again, number)
  await issue(again)
  await expectStatus(again, '已办结')
  const rounds = await partOf(again, '重新答复')
  for (const said of ['属于四类过程性信息', '2025年12月19日', '予以公开', '2026年3月9日', '公复重〔2026〕1号'])
    expect(rounds).toContain(said)
  await again.getByRole('link', { name: review }).first().click()
  await heading(again, review)
  expect(await partOf(again, '本机关的期限')).toContain('3月9日（周一）办理')
  expect(await partOf(again, '年度报告第四部分')).toContain('2026年度结果纠正')
  await expectCalmAndAccessible(again)

  const later = await compiled(2025)
  expect(later.requests).toEqual(before.requests)
  const now = await compiled(2026)
  expect(now.remedies.review).toMatchObject({ corrected: 1, total: 1 })
  expect(now.requests.newReceived).toMatchObject({ total: 0 })
  expect(now.requests.resultsTotal).toMatchObject({ total: 0 })
  expect(await office.recordsIn(2025, 'denied.processInformation')).toEqual([number])

  const citizen = await office.visit('/shili-tjj/requests/follow')
  await citizen.getByLabel('查询码').fill(code)
  await citizen.getByLabel('查询口令').fill(secret)
  await citizen.getByRole('button', { name: '查询', exact: true }).click()
  await heading(citizen, '已办结')
  const seen = (await citizen.locator('main').textContent()) ?? ''
  for (const said of ['2026年3月9日重新答复，结果：予以公开', '责令本机关重新答复', '政府信息公开申请重新答复书'])
    expect(seen).toContain(said)
  await expectAccessible(citizen)
  await expectNoSidewaysScroll(citizen)
})
