import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import {
  answerQuestions,
  assign,
  expectStatus,
  fillDay,
  heading,
  issue,
  openCase,
  openOffice,
  partOf,
  picture,
  sendUp,
  servedOnline,
  takeStep,
} from './console.ts'

const office = await openOffice()
const list = Buffer.from('示例商务服务有限公司\n示例信息技术有限公司\n')
const wish = '2025年全市规模以上服务业企业名录'

const looksRight = async (page: Page) => {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const ofReceipt = async (page: Page, name: string) =>
  (await page.locator('.receipt-card > div', { hasText: name }).locator('dd').textContent()) ?? ''

/** The request whose case is on the page. */
const idOn = (page: Page) => /requests\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

/** Code and secret open the request. */
async function follow(page: Page, code: string, secret: string): Promise<void> {
  await page.getByLabel('查询码').fill(code)
  await page.getByLabel('查询口令').fill(secret)
  await looksRight(page)
  await press(page, '查询')
}

test('a citizen asks on line, the clerk confirms and answers, and the citizen follows and takes the answer', async () => {
  office.dawn('2026-03-02')
  const citizen = await office.visit('/shili-tjj/requests/new')
  await heading(citizen, '您需要什么政府信息')
  await citizen.getByLabel('所需政府信息').fill(wish)
  await looksRight(citizen)
  await press(citizen, '下一步')
  await heading(citizen, '填写政府信息公开申请')
  await picture(citizen, 'citizen-form')
  expect(await citizen.getByLabel('所需政府信息').inputValue()).toBe(wish)
  await citizen.getByRole('radio', { name: '电子文件' }).check()
  await citizen.getByRole('radio', { name: '网上下载' }).check()
  await citizen.getByRole('radio', { name: '公民（自然人）' }).check()
  await citizen.getByLabel('姓名', { exact: true }).fill('欧阳静')
  await citizen
    .locator('.by-person')
    .getByRole('radio', { name: /^居民身份证/ })
    .check()
  await citizen.getByLabel('证件号码', { exact: true }).fill('110105194912310021')
  await citizen.getByLabel('联系电话').fill('13800138000')
  await looksRight(citizen)
  await press(citizen, '提交申请')

  // One digit is wrong: it is told at the field, and nothing else has to be typed again.
  await citizen.getByRole('alert').waitFor()
  expect(await citizen.locator('#identityNumber').getAttribute('aria-invalid')).toBe('true')
  expect(await citizen.getByLabel('姓名', { exact: true }).inputValue()).toBe('欧阳静')
  await looksRight(citizen)
  await citizen.locator('#identityNumber').fill('11010519491231002X')
  await press(citizen, '提交申请')
  await heading(citizen, '申请已经提交')
  await looksRight(citizen)
  const [number, code, secret] = [
    await ofReceipt(citizen, '申请编号'),
    await ofReceipt(citizen, '查询码'),
    await ofReceipt(citizen, '查询口令'),
  ]

  const clerk = await office.signIn('wang')
  await openCase(clerk, number)
  await expectStatus(clerk, '待确认收到')
  await takeStep(clerk, '确认收到申请', async (form) => {
    await fillDay(form, '双方确认之日', '2026-03-02')
    await form.getByLabel('确认方式').fill('电话')
  })
  expect(await partOf(clerk, '办理期限')).toContain('应于2026年3月30日前')
  await assign(clerk, '王秀兰')
  await answerQuestions(clerk, [
    '内容明确、材料齐全',
    '是政府信息公开申请',
    '由本机关负责公开',
    '有现成的信息',
    '可以全部公开',
    /^提供该信息/,
  ])
  await clerk.getByLabel('告知申请人的内容').fill('现将企业名录电子文件随本答复提供。')
  await clerk.locator('input[type=file]').setInputFiles({ name: '企业名录.txt', mimeType: 'text/plain', buffer: list })
  await clerk.getByRole('button', { name: '去掉企业名录.txt' }).waitFor()
  await clerk.getByRole('region', { name: '办理后的变化' }).getByText('附件：企业名录').waitFor()
  await looksRight(clerk)
  await sendUp(clerk)

  // Sent back, the draft is not lost: its words and files stand in the form again.
  const head = await office.signIn('zhao')
  await openCase(head, number)
  await takeStep(head, '退回修改', async (form) => {
    await form.getByRole('radio', { name: '文字、格式问题' }).check()
    await form.getByLabel('说明', { exact: true }).fill('请写明名录的截止日期')
    await form.getByLabel('建议改为').fill('企业名录电子文件（截至2025年12月31日）')
  })
  await head.context().close()
  await clerk.reload()
  const back = clerk.getByRole('region', { name: '答复与签批' })
  await back.getByText(/^赵志强于 .*退回到拟稿人：文字、格式问题$/).waitFor()
  await back.getByRole('blockquote').getByText('截至2025年12月31日').waitFor()
  await clerk.getByRole('button', { name: '拟答复', exact: true }).first().click()
  await clerk.getByText('请写明名录的截止日期', { exact: true }).waitFor()
  await clerk.getByRole('button', { name: '去掉企业名录.txt' }).waitFor()
  expect(await clerk.getByLabel('告知申请人的内容').inputValue()).toBe('现将企业名录电子文件随本答复提供。')
  await clerk.getByLabel('告知申请人的内容').fill('现将企业名录电子文件（截至2025年12月31日）随本答复提供。')
  await sendUp(clerk)
  expect(await partOf(clerk, '答复与签批')).toContain('企业名录.txt')

  await citizen.getByRole('link', { name: '查询办理进度' }).first().click()
  await follow(citizen, code, secret)
  await heading(citizen, '正在办理')
  const seen = (await citizen.locator('main').textContent()) ?? ''
  expect(seen).toContain('应于2026年3月30日前答复')
  // What is still being approved is nobody's to read.
  expect(seen).not.toMatch(/企业名录电子文件|企业名录\.txt/)
  await looksRight(citizen)

  await office.approve(number)
  office.dawn('2026-03-06')
  const sender = await office.signIn('wang')
  await openCase(sender, number)
  await issue(sender, servedOnline)

  // A slip in it is put right by a second letter, which two others approve; the citizen reads both.
  await takeStep(sender, '更正文书', async (form) => {
    await form.getByRole('region', { name: '要更正的文书' }).getByText('截至2025年12月31日').waitFor()
    await form.getByLabel('写错的文字（照原文）').fill('截至2025年12月31日')
    await form.getByLabel('更正后的文字（留空表示删去）').fill('截至2025年11月30日')
    await form.getByLabel('怎样写错、依据什么更正').fill('名录封面日期为11月30日')
  })
  await office.letOutAtOnce(idOn(sender))

  const later = await office.visit('/shili-tjj/requests/follow')
  await follow(later, code.toLowerCase(), secret)
  await heading(later, '已办结')
  await looksRight(later)
  const link = later.getByRole('link', { name: '下载政府信息公开申请答复书：PDF' })
  const [answer] = await Promise.all([later.waitForEvent('download'), link.click()])
  expect(
    readFileSync(await answer.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  expect(answer.suggestedFilename()).toMatch(/答复书.*\.pdf$/)
  const letters = (await later.getByRole('region', { name: '文书和答复' }).textContent()) ?? ''
  expect(letters).toMatch(/更正告知书.*截至2025年12月31日 → 截至2025年11月30日.*答复书.*已由.*更正，请与其一并阅读/)
  const given = later.getByRole('link', { name: '企业名录.txt' })
  const [file] = await Promise.all([later.waitForEvent('download'), given.click()])
  expect(readFileSync(await file.path())).toEqual(list)
  expect(file.suggestedFilename()).toBe('企业名录.txt')
  expect(await office.recordsIn(2026, 'granted')).toEqual([number])
})
