import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible } from '../../../tests/journeys/accessibility.ts'
import { heading } from '../../../tests/journeys/console.ts'
import { inOrgan } from '../../db/organ.ts'
import type { Actor } from '../../organs/actor.ts'
import { openCase } from '../../remedies/cases/actions.ts'
import { OpenCase } from '../../remedies/cases/step-inputs.ts'
import { aSuit } from '../../remedies/cases/testing/a-case.ts'
import { openConsole, phone } from '../testing/open-console.ts'

const office = await openConsole('2026-04-20')

const suitOf = (clerk: Actor, number: string, facts: object = {}) =>
  inOrgan(office.db, office.organ.id, (tx) => openCase(tx, clerk, OpenCase.parse({ ...aSuit({ number }), ...facts })))

type Form = ReturnType<Page['getByRole']>
async function step(page: Page, label: string, fill: (form: Form) => Promise<void>, fails?: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().click()
  const form = page.getByRole('dialog', { name: new RegExp(`^${label}`) })
  await form.waitFor()
  await fill(form)
  await form.getByRole('button', { name: label, exact: true }).click()
  if (fails) {
    await form.getByText(fails).first().waitFor()
    await form
      .getByRole('button', { name: /^关\s*闭/ })
      .first()
      .click()
  }
  await form.waitFor({ state: 'hidden' })
}
async function choose(page: Page, form: Form, label: string, option: string): Promise<void> {
  await form.getByLabel(label, { exact: true }).click()
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option })
    .first()
    .click()
}
async function fillDay(form: Form, label: string, day: string): Promise<void> {
  await form.getByLabel(label).fill(day)
  await form.getByLabel(label).press('Enter')
}
const partOf = async (page: Page, name: string): Promise<string> =>
  (await page.getByRole('region', { name, exact: true }).textContent()) ?? ''

test('a suit is lost, appealed and affirmed on its page, its papers with it; a wrong entry is taken back; on a phone, too', async () => {
  const clerk = await office.officer(['clerk'])
  const { id } = await suitOf(clerk, '（2026）示01行初71号')
  const page = await office.open(clerk, `/ledgers/remedies/${id}`)
  await heading(page, '（2026）示01行初71号')
  expect(await partOf(page, '本机关的期限')).toContain('已逾期')
  await step(page, '登记提交答复、证据', async (form) => {
    await fillDay(form, '提交答辩状之日', '2026-03-16')
    await form.locator('input[type=file]').setInputFiles({
      name: '答辩状.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('答辩状全文'),
    })
    await form.getByRole('button', { name: '去掉答辩状.txt' }).waitFor()
  })
  await page.getByRole('link', { name: '答辩状.txt' }).waitFor()
  await step(page, '登记决定、裁判', async (form) => {
    await choose(page, form, '结果', '撤销或者部分撤销')
    await form.getByLabel('主文（隐去当事人信息）').fill('撤销被诉答复')
    await fillDay(form, '作出之日', '2026-04-16')
    await fillDay(form, '送达本机关之日', '2026-04-17')
  })
  expect(await partOf(page, '本机关的期限')).toContain('决定是否上诉')
  expect(await partOf(page, '结果')).toContain('没有上诉的')
  await step(page, '登记二审、重审、再审', async (form) => {
    await choose(page, form, '审级', '二审')
    await form.getByLabel('案号', { exact: true }).fill('（2026）示行终9号')
    await fillDay(form, '受理之日', '2026-04-20')
  })
  await step(page, '登记决定、裁判', async (form) => {
    await choose(page, form, '结果', '维持原判')
    await form.getByLabel('主文（隐去当事人信息）').fill('驳回上诉，维持原判')
    await fillDay(form, '作出之日', '2026-04-20')
  })
  expect(await partOf(page, '年度报告第四部分')).toContain('结果纠正')
  await step(
    page,
    '撤销一条记录',
    async (form) => {
      await choose(page, form, '哪一条', '二审')
      await form.getByLabel('理由').fill('记错')
    },
    '请先撤销后面的',
  )
  await step(page, '撤销一条记录', async (form) => {
    await choose(page, form, '哪一条', '维持原判')
    await form.getByLabel('理由').fill('记错')
  })
  await page.getByText('尚未裁判。').waitFor()
  await expectAccessible(page)
  await page.setViewportSize(phone)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test('a suit that should have been reconsidered says so; a number is registered once; administrators see no case', async () => {
  const clerk = await office.officer(['clerk'])
  const number = '（2026）示01行初72号'
  const { id } = await suitOf(clerk, number, { act: 'fee', about: '认为不应收费', kind: 'review' })
  const page = await office.open(clerk, `/ledgers/remedies/${id}`)
  await page.getByText('一般不属于行政复议受理范围').first().waitFor()
  await page.goto(page.url().replace(id, 'new'))
  const form = page.getByRole('region', { name: '案件', exact: true })
  await choose(page, form, '案件类型', '未经复议直接起诉')
  await form.getByLabel('案号', { exact: true }).fill(number)
  await form.getByLabel('人民法院', { exact: true }).fill('示例市中级人民法院')
  await fillDay(form, '受理、立案日期', '2026-04-15')
  await fillDay(form, '收到起诉状副本之日', '2026-04-17')
  await choose(page, form, '被复议、被诉的行为', '其他')
  await form.getByLabel('说明').fill('请求公开会议纪要')
  await page.getByRole('button', { name: '登记案件' }).click()
  await form.getByText('已经登记；请在清单中打开').first().waitFor()
  expect(await form.getByLabel('说明').inputValue()).toBe('请求公开会议纪要')
  const admin = await office.open(await office.officer(['systemAdmin']), `/ledgers/remedies/${id}`)
  await heading(admin, '您没有权限查看这一页')
})
