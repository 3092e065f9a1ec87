import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fillDay, heading } from '../../../../tests/journeys/console.ts'
import type { Actor } from '../../../organs/actor.ts'
import type { Request } from '../../../requests/request.ts'
import { errorsIn, hasFocus, sentBy } from '../../testing/on-page.ts'
import { openConsole, phone } from '../../testing/open-console.ts'
import { requestsOf } from '../../testing/requests-of.ts'

const office = await openConsole('2026-03-02')
const { register, take, letOut } = requestsOf(office)
const clerk = await office.officer(['clerk'])

/** The case with the form of this step open, as its address says. */
async function openDrawer(who: Actor, { id, number }: Request, step: string, label: string) {
  const page = await office.open(who, `/requests/${id}?step=${step}`)
  const drawer = page.getByRole('dialog', { name: `${label} · ${number}` })
  await drawer.waitFor()
  return { page, drawer, act: drawer.getByRole('button', { name: label, exact: true }) }
}

const done = (page: Page, label: string) => page.getByText(`已办理：${label}`).waitFor()
const choose = async (page: Page, label: string, option: string) => {
  await page.getByLabel(label, { exact: true }).click()
  await page.locator('.ant-select-item-option:visible').filter({ hasText: option }).click()
}

test('opened and closed by the keyboard: the focus goes into the form and comes back to its button, and what was typed stays', async () => {
  const request = await register()
  const page = await office.open(clerk, `/requests/${request.id}`)
  const button = page.getByRole('button', { name: '备注', exact: true })
  await button.focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: /^备注/ })
  await drawer.waitFor()
  expect(new URL(page.url()).search).toBe('?step=note')
  await drawer.getByLabel('备注').fill('电话联系过申请人')
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  expect(new URL(page.url()).search).toBe('')
  await expect.poll(() => hasFocus(button)).toBe(true)
  await page.keyboard.press('Enter')
  expect(await drawer.getByLabel('备注').inputValue()).toBe('电话联系过申请人')
  // After a reload the form is open again, with what was typed.
  await page.reload()
  expect(await drawer.getByLabel('备注').inputValue()).toBe('电话联系过申请人')
  const sent = sentBy(page)
  await drawer.getByRole('button', { name: '备注', exact: true }).click()
  await done(page, '备注')
  expect(sent).toMatchObject([
    {
      what: `POST requests/${request.id}/steps/note`,
      body: { seq: request.lastSeq, input: { text: '电话联系过申请人' } },
    },
  ])
  await page.getByRole('region', { name: '办理经过' }).getByText('电话联系过申请人').waitFor()
  await drawer.waitFor({ state: 'detached' })
  // What has been done is no draft any more.
  await button.click()
  expect(await drawer.getByLabel('备注').inputValue()).toBe('')
})

test('art. 30: a supplement is asked for with its content and a day to come; the letter is shown before it leaves', async () => {
  const request = await register()
  const { page, drawer, act } = await openDrawer(clerk, request, 'requestSupplement', '告知补正')
  await drawer.getByText('填写完整后，这里显示期限怎样变动、文书怎样写。').waitFor()
  const sent = sentBy(page)
  await act.click()
  await expect
    .poll(() => errorsIn(drawer))
    .toEqual({
      需要补正的内容: '请写明需要补正的内容，一次说完',
      补正期限至: '请填写有效日期，如 2026-01-31',
    })
  await expect.poll(() => hasFocus(drawer.getByLabel('需要补正的内容'))).toBe(true)
  await drawer.getByLabel('需要补正的内容').fill('请写明年份')
  await expect.poll(() => errorsIn(drawer)).toEqual({ 补正期限至: '请填写有效日期，如 2026-01-31' })
  await fillDay(drawer, '补正期限至', '2026-03-01')
  await drawer.getByText('不能早于2026年3月2日').waitFor()
  await act.click()
  await expect.poll(() => errorsIn(drawer)).toEqual({ 补正期限至: '请按提示改正' })
  expect(sent).toEqual([])
  await fillDay(drawer, '补正期限至', '2026年3月20日')
  await drawer.getByRole('article').getByText('请写明年份').waitFor()
  await act.click()
  await done(page, '告知补正')
  expect(sent).toMatchObject([{ body: { input: { items: '请写明年份', dueOn: '2026-03-20' } } }])
  await page
    .getByRole('region', { name: '待审批的文书' })
    .getByText(/clerk拟稿/)
    .waitFor()
})

test('whoever was faster is named, the form keeps what was typed, and read again it says whether the step is still open', async () => {
  const request = await register()
  const { page, drawer, act } = await openDrawer(clerk, request, 'split', '拆分为多件')
  await drawer.getByLabel('第1件的内容').fill('甲路段的批复文件')
  await act.click()
  await expect.poll(() => errorsIn(drawer)).toEqual({ 分成的各件: '至少分成两件' })
  await drawer.getByLabel('第2件的内容').fill('乙路段的批复文件')
  await drawer.locator('.preview-sentence').waitFor()
  await take(await office.officer(['clerk'], 'chenli'), request, 'requestSupplement', {
    items: '请写明年份',
    dueOn: '2026-03-20',
  })
  await act.click()
  const told = drawer.getByRole('alert').filter({ hasText: 'chenli刚刚办理了这件申请' })
  await told.getByText('您填写的内容会保留。刷新后请核对新的情况，再决定是否继续。').waitFor()
  await told.getByRole('button', { name: '刷新' }).click()
  await told.waitFor({ state: 'detached' })
  await drawer.getByText(/^现在不能办理：/).waitFor()
  expect(await act.isDisabled()).toBe(true)
  expect(await drawer.getByLabel('第2件的内容').inputValue()).toBe('乙路段的批复文件')
  await drawer.getByRole('button', { name: '关闭（保留已填内容）' }).click()
  await page
    .getByRole('region', { name: '待审批的文书' })
    .getByText(/chenli拟稿/)
    .waitFor()
})

test('a request that is split gives the new pieces a receipt each, shown once, and leads back to the case', async () => {
  const request = await register({ pieces: ['甲路段和乙路段的批复文件'] })
  const { page, drawer, act } = await openDrawer(clerk, request, 'split', '拆分为多件')
  expect(await drawer.getByLabel('第1件的内容').inputValue()).toBe('甲路段和乙路段的批复文件')
  await drawer.getByLabel('第1件的内容').fill('甲路段的批复文件')
  await drawer.getByLabel('第2件的内容').fill('乙路段的批复文件')
  await drawer.getByRole('button', { name: /再分一/ }).click()
  const sent = sentBy(page)
  await act.click()
  await heading(page, '已拆分，另编1件')
  expect(sent).toMatchObject([{ body: { input: { pieces: ['甲路段的批复文件', '乙路段的批复文件'] } } }])
  await page.getByRole('button', { name: `回到${request.number}` }).click()
  await heading(page, new RegExp(`^${request.number}`))
  await page.getByRole('main').getByText('甲路段的批复文件').first().waitFor()
})

test('the unit comes first and then its people; a case that is assigned says whose it is', async () => {
  const request = await register()
  const { page, drawer, act } = await openDrawer(clerk, request, 'assign', '交办')
  await drawer.getByText('先选科室').waitFor()
  expect(await drawer.getByLabel(/^承办人/).isDisabled()).toBe(true)
  await act.click()
  await expect.poll(() => errorsIn(drawer)).toEqual({ 承办科室: '请选择承办科室' })
  await choose(page, '承办科室', '办公室')
  await drawer.getByText('由科室指定').waitFor()
  await page.getByLabel(/^承办人/).click()
  // Only who works on requests is offered.
  await page.locator('.ant-select-item-option:visible').first().waitFor()
  const offered = await page.locator('.ant-select-item-option:visible').allTextContents()
  expect(offered).toEqual(expect.arrayContaining(['clerk', 'chenli']))
  expect(offered).not.toContain('unithead')
  await page.locator('.ant-select-item-option:visible').filter({ hasText: 'clerk' }).click()
  const sent = sentBy(page)
  await act.click()
  await done(page, '交办')
  expect(sent).toMatchObject([{ body: { input: { unitId: office.unitId, staffId: clerk.id } } }])
})

test('art. 32: a letter to a third party that gives the applicant away is refused at its field, and the address stays typed', async () => {
  const request = await register()
  const { page, drawer, act } = await openDrawer(clerk, request, 'consult', '征求意见')
  await act.click()
  await expect
    .poll(() => errorsIn(drawer))
    .toEqual({
      征求谁的意见: '请填写此项',
      名称或者姓名: '请填写被征求意见方的名称',
      征求意见的信息内容: '请写明征求意见的信息内容',
    })
  await drawer.getByText('第三方（第三十二条；逾期不答复的，由本机关决定）').click()
  await drawer.getByLabel('名称或者姓名').fill('示例建设有限公司')
  await drawer.getByLabel(/^地址、电话/).fill('示例市人民路9号')
  await drawer.getByLabel('征求意见的信息内容').fill('张三（13800138000）申请公开的施工合同')
  await act.click()
  await drawer.getByRole('alert').first().waitFor()
  await expect.poll(async () => Object.keys(await errorsIn(drawer))).toEqual(['征求意见的信息内容'])
  await drawer.getByLabel('征求意见的信息内容').fill('施工合同的单价部分')
  const sent = sentBy(page)
  await act.click()
  await done(page, '征求意见')
  expect(sent).toMatchObject([
    {
      body: {
        input: {
          party: 'thirdParty',
          name: '示例建设有限公司',
          contact: '示例市人民路9号',
          about: '施工合同的单价部分',
        },
      },
    },
  ])
})

test('art. 33: the days of an extension are a whole number of at most twenty, whatever is typed', async () => {
  const request = await register()
  const { page, drawer, act } = await openDrawer(clerk, request, 'proposeExtension', '提请延期')
  const days = drawer.getByLabel('延长多少个工作日')
  expect(await days.inputValue()).toBe('20')
  for (const wrong of ['21', '0', '2.5', '十天']) {
    await days.fill(wrong)
    await days.press('Tab')
    await drawer.locator('.day-problem').waitFor()
    expect(await days.inputValue()).toBe(wrong)
    await act.click()
    await expect.poll(async () => Object.keys(await errorsIn(drawer))).toContain('延长多少个工作日')
  }
  await days.fill('１０')
  await drawer.getByLabel('延期的理由').fill('需要向有关单位核实')
  await drawer.locator('.preview-sentence').waitFor()
  const sent = sentBy(page)
  await act.click()
  await done(page, '提请延期')
  expect(sent).toMatchObject([{ body: { input: { days: 10, reason: '需要向有关单位核实' } } }])

  // The head of the office finds what was proposed, and may write another number.
  const head = await openDrawer(await office.officer(['ogiHead']), request, 'extendReply', '同意延期')
  expect(await head.drawer.getByLabel('延长多少个工作日').inputValue()).toBe('10')
  expect(await head.drawer.getByLabel('延期的理由').inputValue()).toBe('需要向有关单位核实')
})

test('a letter that goes back says why and to whom; its drafter finds it on the form as it was typed', async () => {
  const request = await register()
  await take(clerk, request, 'requestSupplement', { items: '请写明年份', dueOn: '2026-03-20' })
  const approver = await office.officer(['unitHead'])
  const { page, drawer, act } = await openDrawer(approver, request, 'returnLetter', '退回文书')
  await act.click()
  await expect.poll(() => errorsIn(drawer)).toEqual({ 理由类别: '请选择理由类别', 说明: '请填写退回理由' })
  await drawer.getByRole('radio').filter({ visible: true }).last().check()
  await drawer.getByLabel('说明').fill('补正的内容没有说完')
  const sent = sentBy(page)
  await act.click()
  await done(page, '退回文书')
  expect(sent).toMatchObject([{ body: { input: { reason: '补正的内容没有说完', to: 'drafting' } } }])

  const again = await openDrawer(clerk, request, 'requestSupplement', '告知补正')
  expect(await again.drawer.getByLabel('需要补正的内容').inputValue()).toBe('请写明年份')
  expect(await again.drawer.getByLabel('补正期限至').inputValue()).toBe('2026-03-20')
  await again.page
    .getByRole('region', { name: '待审批的文书' })
    .getByText(/补正的内容没有说完/)
    .first()
    .waitFor()
})

test('without a network nothing is done and all is kept; the first press after it is the only one that counts', async () => {
  const request = await register()
  const { page, drawer, act } = await openDrawer(clerk, request, 'note', '备注')
  await drawer.getByLabel('备注').fill('已寄出')
  await page.context().setOffline(true)
  const sent = sentBy(page)
  await act.click()
  await drawer.getByRole('alert').filter({ hasText: '连接不上服务器' }).waitFor()
  expect(await drawer.getByLabel('备注').inputValue()).toBe('已寄出')
  await page.context().setOffline(false)
  await act.dblclick()
  await done(page, '备注')
  expect(sent).toHaveLength(2)
  expect(await page.getByRole('region', { name: '办理经过' }).getByText('已寄出').count()).toBe(1)
})

test('a step that is shut says so where its address leads, and an address with no such step opens the case alone', async () => {
  const request = await register()
  const head = await office.officer(['unitHead'])
  const { drawer, act } = await openDrawer(head, request, 'requestSupplement', '告知补正')
  await drawer.getByText(/^现在不能办理：此步骤由.*办理$/).waitFor()
  expect(await act.isDisabled()).toBe(true)
  const page = await office.open(clerk, `/requests/${request.id}?step=nothing`, { viewport: phone })
  await heading(page, new RegExp(`^${request.number}`))
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('on a phone the form of a step fits the screen, buttons and errors included', async () => {
  const request = await register()
  await take(clerk, request, 'requestSupplement', { items: '请写明年份', dueOn: '2026-03-20' })
  await letOut(request)
  const page = await office.open(clerk, `/requests/${request.id}?step=receiveSupplement`, { viewport: phone })
  const drawer = page.getByRole('dialog', { name: /^登记收到补正/ })
  await drawer.getByRole('button', { name: '登记收到补正', exact: true }).click()
  await expect.poll(async () => Object.keys(await errorsIn(drawer))).toEqual(['收到补正之日', '补正后的内容'])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await fillDay(drawer, '收到补正之日', '2026-03-02')
  await drawer.getByLabel('补正后的内容').fill('2025年的批复文件')
  await drawer.locator('.preview-sentence').waitFor()
  await drawer.getByRole('button', { name: '登记收到补正', exact: true }).click()
  await done(page, '登记收到补正')
})
