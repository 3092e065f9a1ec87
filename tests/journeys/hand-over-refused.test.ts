import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inOrgan } from '../../src/db/organ.ts'
import type { Role } from '../../src/organs/role.ts'
import { addStaff } from '../../src/organs/testing/staff.ts'
import * as units from '../../src/organs/units/store.ts'
import { expectNoSidewaysScroll } from './accessibility.ts'
import {
  expectCalmAndAccessible,
  expectStatus,
  fillDay,
  openCase,
  openOffice,
  partOf,
  readAnew,
  register,
  takeStep,
} from './console.ts'

const office = await openOffice()

/** Somebody of another unit of the office, signed in. */
async function colleague(unitName: string, login: string, name: string, roles: readonly Role[]): Promise<Page> {
  const organId = office.organ().id
  const unitId = await inOrgan(office.db, organId, async (tx) => {
    const known = (await units.list(tx, organId)).find((unit) => unit.name === unitName)
    return known?.id ?? (await units.add(tx, organId, { name: unitName, isOgiWorkBody: false, phone: '' })).id
  })
  const id = await addStaff(office.db, organId, { login, name, unitId, roles })
  return office.signInElsewhere(organId, id)
}

const choose = async (page: Page, form: ReturnType<Page['getByRole']>, label: string, option: string) => {
  await form.getByLabel(label).click()
  await page.locator('.ant-select-item-option', { hasText: option }).click()
}

const handTo = (page: Page, unit: string) =>
  takeStep(page, '交办', async (form) => {
    await choose(page, form, '承办科室', unit)
    await form.getByText(`由${unit}接收后才算交办`).waitFor()
  })

test('a hand-over is refused, goes to another unit and is accepted; that unit asks a third for its opinion and a colleague by a note', async () => {
  office.dawn('2026-03-02')
  const business = await colleague('业务科', 'sun', '孙丽', ['clerk'])
  const surveys = await colleague('调查科', 'zhou', '周强', ['unitHead', 'clerk'])
  const clerk = await office.signIn('wang')
  const number = await register(clerk, { what: '2025年住户调查抽样方案' })
  await handTo(clerk, '业务科')
  const waiting = clerk.getByText('已交业务科，等待接收')
  await waiting.waitFor()
  await clerk.getByText('接收之前仍由政务公开科 王秀兰负责，答复期限照常计算。').waitFor()

  await business.reload()
  await business.getByRole('link', { name: '接收或者退回交办' }).click()
  await business.getByText('已交业务科，等待接收').waitFor()
  await expectCalmAndAccessible(business)
  await takeStep(business, '退回交办', async (form) => {
    await form.getByLabel('退回的理由').fill('住户调查由调查科组织，我科不掌握')
    await choose(business, form, '认为应当承办的科室', '调查科')
  })

  await clerk.getByRole('link', { name: '工作台' }).first().click()
  await clerk.reload()
  await clerk.getByRole('link', { name: '交办被退回，另行交办或者自己办理' }).click()
  await clerk.getByText('业务科退回交办').first().waitFor()
  expect(await partOf(clerk, '办理经过')).toContain('住户调查由调查科组织，我科不掌握')
  await expectCalmAndAccessible(clerk)
  // The unit that was thought right stands in the form.
  await takeStep(clerk, '交办', (form) => form.getByText('由调查科接收后才算交办').waitFor())

  await openCase(surveys, number)
  await takeStep(surveys, '接收交办', (form) => choose(surveys, form, '由谁承办', '周强'))
  await expectStatus(surveys, '办理中')
  expect(await partOf(surveys, '办理经过')).toContain('调查科 周强')
  await readAnew(clerk, number)
  expect(await clerk.getByText(/^已交.*，等待接收$/).count()).toBe(0)

  await takeStep(surveys, '请其他科室协办', async (form) => {
    await choose(surveys, form, '协办科室', '业务科')
    await form.getByLabel('请就什么提出意见').fill('抽样框由你科提供的部分是否可以公开')
    await fillDay(form, '请于何日前提出', '2026-03-06')
    await form.getByRole('checkbox', { name: '意见提出后才能拟答复' }).check()
  })
  expect(await partOf(surveys, '协办意见')).toContain('… 等待意见')
  await surveys.getByText('须等业务科的协办意见才能拟答复').first().waitFor()
  await openCase(business, number)
  await readAnew(business, number)
  await takeStep(business, '提出协办意见', (form) => form.getByRole('textbox', { name: '协办意见' }).fill('可以公开'))
  await readAnew(surveys, number)
  expect(await partOf(surveys, '协办意见')).toContain('意见：可以公开')

  await takeStep(surveys, '备注', async (form) => {
    await form.getByRole('textbox', { name: '备注' }).fill('抽样方案的密级请确认')
    await choose(surveys, form, '点名同事', '孙丽')
    await surveys.keyboard.press('Escape')
  })
  await readAnew(business, number)
  const notes = business.getByRole('region', { name: '提到您的备注' })
  expect(await notes.textContent()).toContain('抽样方案的密级请确认')
  await expectCalmAndAccessible(business)
  await business.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(business)
  await notes.getByRole('button', { name: '回复', exact: true }).click()
  const form = business.getByRole('dialog', { name: /^备注/ })
  await form.getByRole('textbox', { name: '备注' }).fill('不是涉密文件')
  await form.getByRole('button', { name: '备注', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  await notes.waitFor({ state: 'detached' })
  await readAnew(surveys, number)
  expect(await partOf(surveys, '提到您的备注')).toContain('不是涉密文件')
  await takeStep(surveys, '已阅备注')

  await surveys.getByRole('link', { name: '封面、审批单' }).click()
  const sheet = surveys.getByRole('article', { name: '审批单' })
  await sheet.getByRole('rowheader', { name: '业务科协办意见' }).waitFor()
  await expectCalmAndAccessible(surveys)
  await surveys.getByRole('link', { name: '期限日历', exact: true }).click()
  await surveys.getByRole('link', { name: number }).waitFor()
  await expectCalmAndAccessible(surveys)
  await surveys.getByRole('link', { name: '申请统计', exact: true }).click()
  await surveys.getByText('按科室', { exact: true }).click()
  await expectCalmAndAccessible(surveys)
  await surveys.getByRole('link', { name: '调查科收到1件' }).click()
  await surveys.getByRole('link', { name: number, exact: true }).waitFor()
})
