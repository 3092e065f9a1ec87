import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
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
  readAnew,
  register,
  sendUp,
  takeStep,
} from './console.ts'
import { handedIn } from './handed-in.ts'

const office = await openOffice()

/** Charges the request on the page by its pages. */
const charge = (page: Page, pages: string) =>
  takeStep(page, '收费通知', async (form) => {
    await form.getByText(/^按量（/).click()
    await form.getByLabel('本件拟提供信息的页数').fill(pages)
    await form.getByLabel('缴纳方式').fill('凭缴款码到代收银行缴纳')
    await form.getByLabel('缴款码').fill('230400-0001')
    await form.getByText('将要发出的文书').waitFor()
    await form
      .getByText(/应缴[\d.]+元/)
      .first()
      .waitFor()
  })

test('a fee is notified and paid: the applicant reads how and until when, the period begins anew, the register adds it up', async () => {
  office.dawn('2026-03-02')
  const { number, code, secret } = await handedIn(office, '2026-03-02')
  const clerk = await office.signIn('wang')
  await openCase(clerk, number)
  await assign(clerk, '王秀兰')
  await charge(clerk, '101')
  await office.letOut(number)
  await readAnew(clerk, number)
  await expectStatus(clerk, '待缴费')
  expect(await partOf(clerk, '信息处理费')).toContain('720.00元')
  await takeStep(clerk, '登记申请人收到收费通知书', async (form) => {
    await fillDay(form, '申请人收到之日', '2026-03-02')
    await form.getByLabel('凭什么知道已经收到').fill('当面签收')
  })
  expect(await partOf(clerk, '信息处理费')).toContain('2026年3月30日')
  expect(await partOf(clerk, '办理期限')).toContain('缴费后，答复期限自缴费次日起重新计算，共20个工作日。')

  const citizen = await office.visit('/shili-tjj/requests/follow')
  await citizen.getByLabel('查询码').fill(code)
  await citizen.getByLabel('查询口令').fill(secret)
  await citizen.getByRole('button', { name: '查询', exact: true }).click()
  await heading(citizen, '请您缴费')
  const told = citizen.getByRole('region', { name: '信息处理费' })
  for (const words of [
    '720.00元',
    '2026年3月30日前（含当日）',
    '凭缴款码到代收银行缴纳',
    '230400-0001',
    '视为放弃申请',
  ])
    expect(await told.textContent()).toContain(words)
  await expectAccessible(citizen)
  await expectNoSidewaysScroll(citizen)

  await takeStep(clerk, '登记缴费', async (form) => {
    await fillDay(form, '缴费之日', '2026-03-02')
    expect(await form.getByLabel('票据上的金额').inputValue()).toBe('720.00')
    await form.getByLabel('票据号码').fill('黑财票00018')
  })
  await expectStatus(clerk, '办理中')
  expect(await partOf(clerk, '办理期限')).toContain('缴费之日，期限自次日起重新计算')
  await citizen.reload()
  expect(await told.textContent()).toContain('2026年3月2日已缴纳，票据号码黑财票00018')
  await expectAccessible(citizen)

  await clerk.getByRole('link', { name: '信息处理费', exact: true }).click()
  await heading(clerk, '信息处理费')
  const list = clerk.getByRole('region', { name: '信息处理费登记簿' })
  await list.getByRole('link', { name: number }).waitFor()
  expect(await list.textContent()).toContain('合计1件：通知720.00元，减免0.00元，实收720.00元，退还0.00元。')
  expect(await list.textContent()).toContain('已缴费')
  await expectCalmAndAccessible(clerk)
})

test('a fee is not paid: after the last day the request is no longer handled', async () => {
  office.dawn('2026-03-03')
  const clerk = await office.signIn('wang')
  const number = await register(clerk, { what: '历年统计年鉴的全部原始表格' })
  await assign(clerk, '王秀兰')
  await charge(clerk, '40')
  await office.letOut(number)
  await readAnew(clerk, number)
  await takeStep(clerk, '登记申请人收到收费通知书', async (form) => {
    await fillDay(form, '申请人收到之日', '2026-03-03')
    await form.getByLabel('凭什么知道已经收到').fill('当面签收')
  })

  office.dawn('2026-04-01')
  const drafter = await office.signIn('wang')
  await openCase(drafter, number)
  await answerQuestions(drafter, ['发出收费通知书后，申请人逾期没有缴纳信息处理费'])
  await sendUp(drafter)
  expect(await partOf(drafter, '答复与签批')).toContain('不再处理')
  await office.approve(number)
  await readAnew(drafter, number)
  await issue(drafter)
  await expectStatus(drafter, '办结')
  expect(await partOf(drafter, '信息处理费')).toContain('未缴，申请已办结')
  expect(await office.recordsIn(2026, 'other.feeUnpaid')).toEqual([number])
})
