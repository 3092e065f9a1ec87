import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { heading } from '../../../../tests/journeys/console.ts'
import { errorsIn, hasFocus, sentBy } from '../../testing/on-page.ts'
import { openConsole, phone } from '../../testing/open-console.ts'

const office = await openConsole('2026-03-06')
const clerk = await office.officer(['clerk'])

const asked = '名称、文号或者便于查询的其他特征性描述'
const register = (page: Page) => page.getByRole('button', { name: '登记', exact: true })
const choose = (page: Page, label: string) => page.getByText(label, { exact: true }).click()

async function begin(): Promise<Page> {
  const page = await office.open(clerk, '/requests/new')
  await heading(page, '登记申请')
  return page
}

async function fillPerson(page: Page): Promise<void> {
  await page.getByLabel('姓名', { exact: true }).fill('张三')
  await page.getByLabel('证件号码', { exact: true }).fill('11010519491231002X')
  await page.getByLabel(asked).fill('某路段改造项目的批复文件')
}

test('everything that is missing is told at once, each at its field, and the first of them has the focus', async () => {
  const page = await begin()
  const sent = sentBy(page)
  await register(page).click()
  await expect.poll(() => errorsIn(page)).toEqual({ 姓名: '请填写姓名或者名称', [asked]: '请填写申请内容' })
  await expect.poll(() => hasFocus(page.getByLabel('姓名', { exact: true }))).toBe(true)

  // What is wrong is told beside what is missing; what is typed anew is no longer wrong.
  await page.getByLabel('姓名', { exact: true }).fill('张三')
  await expect.poll(() => errorsIn(page)).toEqual({ [asked]: '请填写申请内容' })
  await page.getByLabel('证件号码', { exact: true }).fill('110105194912310021')
  await page.getByLabel('电子邮箱').fill('zhangsan')
  await page.getByText('阅读有困难或者有视听障碍').click()
  await register(page).click()
  await expect
    .poll(async () => Object.keys(await errorsIn(page)))
    .toEqual(['证件号码', '电子邮箱', '需要怎样的协助', asked])
  expect(sent).toEqual([])
})

test('an organisation is asked for what an organisation has, and nothing of the person before it is sent', async () => {
  const page = await begin()
  await fillPerson(page)
  await choose(page, '商业企业')
  await page.getByLabel('证件号码', { exact: true }).waitFor({ state: 'detached' })
  await page.getByLabel('名称', { exact: true }).fill('示例商贸有限公司')
  await page.getByLabel('统一社会信用代码').fill('31350100M000100Y4')
  await register(page).click()
  await expect.poll(() => errorsIn(page)).toHaveProperty('统一社会信用代码')
  await page.getByLabel('统一社会信用代码').fill('31350100M000100Y49')
  await page.getByLabel('法定代表人或者负责人').fill('王五')
  const sent = sentBy(page)
  await register(page).click()
  await heading(page, /^已登记，编号 /)
  expect(sent).toMatchObject([
    {
      what: 'POST requests',
      body: {
        channel: 'inPerson',
        arrivedOn: '2026-03-06',
        receivedOn: '2026-03-06',
        applicant: {
          kind: 'enterprise',
          name: '示例商贸有限公司',
          identityKind: null,
          identityNumber: '',
          creditCode: '31350100M000100Y49',
          legalRepresentative: '王五',
          agent: null,
        },
      },
    },
  ])
})

test('art. 31: a fax is received when both have confirmed it; who confirms later says why, and who has not yet registers without a day', async () => {
  const page = await begin()
  await fillPerson(page)
  await choose(page, '传真')
  await page.getByText('以双方确认之日为收到申请之日').waitFor()
  await page.getByText('登记后列入“待确认收到”').waitFor()
  const arrived = page.getByLabel('到达之日')
  await arrived.fill('2026-03-03')
  await arrived.press('Tab')
  await page.getByRole('switch', { name: '已与申请人确认收到' }).click()
  await register(page).click()
  await expect.poll(() => errorsIn(page)).toEqual({ 确认方式: '请填写确认方式' })
  await page.getByLabel('确认方式').fill('电话')
  await register(page).click()
  // That the confirmation is late the server knows by the calendar: its words stand at the field.
  await page.getByRole('alert').filter({ hasText: '有误的地方已在相应栏目下标出' }).waitFor()
  await expect.poll(() => errorsIn(page)).toMatchObject({ 逾期才确认的原因: expect.stringContaining('2026年3月3日') })
  await page.getByLabel('逾期才确认的原因').fill('申请人电话多次无人接听')
  const sent = sentBy(page)
  await page.getByLabel('姓名', { exact: true }).press('Control+Enter')
  await heading(page, /^已登记，编号 /)
  expect(sent).toMatchObject([
    {
      body: {
        arrivedOn: '2026-03-03',
        receivedOn: '2026-03-06',
        confirmation: { method: '电话', evidence: '' },
        lateReason: '申请人电话多次无人接听',
      },
    },
  ])
  // The next form knows nothing of the one before it, and the focus was on the way to it.
  await page.keyboard.press('Enter')
  await heading(page, '登记申请')
  expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('')
  await choose(page, '传真')
  await fillPerson(page)
  await register(page).click()
  await heading(page, /^已登记，编号 /)
  expect(sent.at(-1)).toMatchObject({ body: { receivedOn: null, confirmation: null } })
  await page.getByRole('rowheader').getByRole('link').click()
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '待确认收到' }).waitFor()
})

test('a day long past is asked about before it counts; whoever says that it is right registers it', async () => {
  const page = await begin()
  await fillPerson(page)
  const day = page.getByLabel('提交之日')
  await day.fill('2025-03-05')
  await day.press('Tab')
  await register(page).click()
  const asks = page.getByRole('alert').filter({ hasText: '收到申请之日为2025年3月5日' })
  await asks.waitFor()
  expect(await page.getByLabel(asked).inputValue()).toBe('某路段改造项目的批复文件')
  const sent = sentBy(page)
  await asks.getByRole('button', { name: '日期无误，仍然登记' }).click()
  await heading(page, /^已登记，编号 /)
  expect(sent).toMatchObject([{ body: { arrivedOn: '2025-03-05', isDayConfirmed: true } }])
})

test('a letter that asks for several things is registered piece by piece, each with a receipt of its own', async () => {
  const page = await begin()
  await fillPerson(page)
  await page.getByRole('button', { name: '再分一件' }).click()
  await page.getByText('将登记为2件，分别编号、分别计算期限。').waitFor()
  await page.getByLabel('第2件的内容').fill('字'.repeat(2001))
  await page.getByText('现有2001字，最多2000字，请删减').waitFor()
  await register(page).click()
  await expect.poll(() => errorsIn(page)).toMatchObject({ [asked]: '第2件：申请内容不超过2000个字' })
  // Nothing that was typed is cut off.
  expect(await page.getByLabel('第2件的内容').inputValue()).toHaveLength(2001)
  await page.getByLabel('第2件的内容').fill('窗口设置方案')
  await page.getByRole('button', { name: '再分一件' }).click()
  await page.getByText('将登记为3件').waitFor()
  // A piece without words is none.
  await register(page).click()
  await heading(page, '已登记为2件')
  expect(await page.getByRole('rowheader').count()).toBe(2)
  const codes = await page.getByRole('cell').locator('code').allTextContents()
  expect(new Set(codes).size).toBe(4)
  expect(await page.getByRole('article', { name: '政府信息公开申请接收回执' }).count()).toBe(2)
})

test('a file that is not taken says why and holds nothing up; without a network what is typed stays and nothing is registered', async () => {
  const page = await begin()
  await fillPerson(page)
  const chooser = page.locator('input[type=file]')
  await chooser.setInputFiles({
    name: '程序.exe',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('MZ\u0090'),
  })
  const refused = page.getByRole('alert').filter({ hasText: '程序.exe：' })
  await refused.waitFor()
  await refused.getByRole('button').click()
  await refused.waitFor({ state: 'detached' })
  await chooser.setInputFiles([
    { name: '申请书.txt', mimeType: 'text/plain', buffer: Buffer.from('申请书') },
    { name: '身份证.txt', mimeType: 'text/plain', buffer: Buffer.from('身份证') },
  ])
  await page.getByRole('button', { name: '去掉身份证.txt' }).waitFor()
  await page.getByRole('button', { name: '去掉申请书.txt' }).waitFor()
  await page.getByLabel('身份证.txt是什么').press('ArrowDown')
  await page.locator('.ant-select-item-option').filter({ hasText: '身份证明' }).click()

  await page.context().setOffline(true)
  await register(page).click()
  await page.getByRole('alert').filter({ hasText: '连接不上服务器' }).getByText('已填写的内容仍然保留。').waitFor()
  expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('张三')
  await page.context().setOffline(false)
  const sent = sentBy(page)
  await register(page).click()
  await heading(page, /^已登记，编号 /)
  expect(sent).toMatchObject([{ body: { files: [{ purpose: 'scan' }, { purpose: 'identity' }] } }])
})

test('what is half typed comes back to whoever typed it after a reload, and to nobody else; on a phone nothing is cut off', async () => {
  const page = await office.open(clerk, '/requests/new', { viewport: phone })
  await fillPerson(page)
  await page.reload()
  await page.getByText('已恢复上次没有保存的内容').waitFor()
  expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('张三')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)

  // Somebody else signs in in the same tab.
  await office.signInTo(page, await office.officer(['clerk'], 'chenli'))
  await page.reload()
  await heading(page, '登记申请')
  expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('')
  expect(await page.getByText('已恢复上次没有保存的内容').count()).toBe(0)
})
