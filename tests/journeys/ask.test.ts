import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app/build-app.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { testDatabase } from '../../src/db/testing/database.ts'
import type { Role } from '../../src/organs/role.ts'
import { anOffice, type Office } from '../../src/organs/testing/officers.ts'
import { takeStep } from '../../src/requests/actions/take-step.ts'
import { showCase } from '../../src/requests/show.ts'
import type { StepName } from '../../src/requests/step-inputs.ts'
import { letOut } from '../../src/requests/testing/let-out.ts'
import { onlineToday } from '../../src/requests/testing/served.ts'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { openBrowser } from './browser.ts'

const { db, url, owner } = await testDatabase()
/** The office's day; the tests turn the page of its calendar. */
const env = { KAICHENG_TODAY: '2026-09-10' }
const app = await buildApp({ db, url }, env)
const { open } = openBrowser()
let office: Office
let site = ''
let ask = ''

beforeAll(async () => {
  office = await anOffice(db, { slug: 'shili-zjj', name: '示例市住房和城乡建设局', letterCode: '示建' })
  const { id: organId } = office.organ
  const channel = await owner
    .insertInto('channels')
    .values({ organId, kind: 'website', name: '示例市住房和城乡建设局网站' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const item = { organId, channelId: channel.id, originality: 'original', url: 'https://www.shili.example/1' }
  await owner
    .insertInto('publications')
    .values({ ...item, title: '示例市2026年城镇老旧小区改造计划公示', publishedOn: '2026-03-02' as never })
    .execute()
  site = await app.listen({ port: 0, host: '127.0.0.1' })
  ask = `${site}/shili-zjj/requests`
})
afterAll(() => app.close())

/** A member of staff takes a step on `day`; a letter that it puts up is approved and leaves. */
async function step(id: string, role: Role, name: StepName, input: unknown, day = env.KAICHENG_TODAY): Promise<void> {
  const actor = await office.officer(day, [role])
  const { request } = await inOrgan(db, office.organ.id, (tx) => takeStep(tx, actor, id, name, input))
  await letOut(db, request, (level) => office.officer(day, [level]))
}

const newestRequest = async () =>
  (await owner.selectFrom('requests').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id

/** Accessible and whole at both widths. */
async function lookAt(page: Page): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  }
}

const isAt = (page: Page, id: string) => page.evaluate((wanted) => document.activeElement?.id === wanted, id)
const words = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

/** Presses Tab until `there`. */
async function tabUntil(page: Page, there: () => Promise<boolean>, what: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    if (await there()) return
  }
  throw new Error(`no way by keyboard to ${what} on ${page.url()}`)
}
const tabTo = (page: Page, id: string) => tabUntil(page, () => isAt(page, id), id)
const press = async (page: Page, button: string) => {
  await tabUntil(page, async () => (await words(page)).includes(button), button)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}
const type = async (page: Page, id: string, text: string) => {
  await tabTo(page, id)
  await page.keyboard.type(text)
}
const choose = async (page: Page, id: string) => {
  await tabTo(page, id)
  await page.keyboard.press('Space')
}
const heading = (page: Page) => page.locator('h1').textContent()

test('by keyboard alone a citizen asks, corrects a slip, keeps the receipt, supplements and takes the answer', {
  timeout: 180_000,
}, async () => {
  env.KAICHENG_TODAY = '2026-09-10'
  const page = await open(`${site}/shili-zjj/`, { acceptDownloads: true, javaScriptEnabled: true })
  await press(page, '依申请公开')
  await lookAt(page)
  await press(page, '在线申请')
  await lookAt(page)
  await type(page, 'content', '2026年老旧小区改造计划，以及人民路3号列入哪一年')
  await press(page, '下一步')
  expect(await heading(page)).toBe('这些信息可能已经公开')
  await lookAt(page)
  await press(page, '没有，继续申请')
  expect(await page.locator('#content').inputValue()).toContain('人民路3号')
  await lookAt(page)

  await choose(page, 'formWanted')
  await choose(page, 'routeWanted')
  await choose(page, 'applicant')
  expect(await page.locator('#organisationName').isVisible()).toBe(false)
  await type(page, 'name', '阿卜杜拉·买买提')
  await type(page, 'identityNumber', '110105194912310021')
  await type(page, 'phone', '138 0013 8000')
  await press(page, '提交申请')
  expect(await page.title()).toMatch(/^有误，请改正/)
  await lookAt(page)
  await tabUntil(page, async () => (await words(page)).includes('校验码不符'), 'the slip')
  await page.keyboard.press('Enter')
  expect(await isAt(page, 'identityNumber')).toBe(true)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('11010519491231002X')
  await press(page, '提交申请')
  expect(await heading(page)).toBe('申请已经提交')
  await lookAt(page)
  const [code = '', secret = ''] = await page.locator('.code').allTextContents()
  // The receipt is a page of its own: reloading it sends nothing.
  await page.reload()
  expect(await page.locator('.code').allTextContents()).toEqual([code, secret])
  expect(await owner.selectFrom('requests').select('number').execute()).toEqual([{ number: '示建依申请〔2026〕1号' }])

  const id = await newestRequest()
  await step(id, 'clerk', 'confirmReceipt', { on: '2026-09-10', method: '电话', evidence: '' })
  await step(id, 'clerk', 'requestSupplement', { items: '请写明需要哪一年的计划。', dueOn: '2026-10-10' }, '2026-09-11')

  env.KAICHENG_TODAY = '2026-09-14'
  await page.goto(`${ask}/follow`)
  await lookAt(page)
  await type(page, 'code', code.toLowerCase())
  await type(page, 'secret', secret)
  await press(page, '查询')
  expect(await heading(page)).toBe('请您补正')
  await lookAt(page)
  await type(page, 'text', '2026年的计划')
  await press(page, '提交补正')
  expect(await page.getByRole('alert').textContent()).toContain('已经收到您的补正')
  expect(await heading(page)).toBe('正在办理')
  await lookAt(page)
  expect(await page.locator('.clock').textContent()).toContain('自2026年9月14日起算')

  const draft = {
    outcome: 'granted',
    answers: { complete: 'yes', information: 'yes', responsible: 'us', held: 'held', disclose: 'all', how: 'provide' },
    statement: '现将2026年老旧小区改造计划随本答复提供。',
  }
  await step(id, 'clerk', 'draftAnswer', draft, '2026-09-15')
  const clerk = await office.officer('2026-09-15', ['clerk'])
  const { draft: drafted } = await inOrgan(db, office.organ.id, (tx) => showCase(tx, clerk, id))
  for (const role of ['unitHead', 'ogiHead'] as const)
    await step(id, role, 'approveAnswer', { hash: drafted?.hash, opinion: '' }, '2026-09-16')
  await step(id, 'clerk', 'issueAnswer', { hash: drafted?.hash, ...onlineToday }, '2026-09-16')

  env.KAICHENG_TODAY = '2026-09-17'
  await page.goto(`${ask}/follow/case`)
  expect(await heading(page)).toBe('已办结')
  await lookAt(page)
  await tabUntil(page, async () => (await words(page)) === 'PDF', 'the answer')
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toMatch(/答复书.*\.pdf$/)
  await press(page, '退出查询')
  await page.goto(`${ask}/follow/case`)
  expect(await page.getByRole('alert').textContent()).toContain('请重新输入')
  await lookAt(page)
})

const fill = async (page: Page, content: string) => {
  await page.goto(`${ask}/new`)
  await page.locator('#content').fill(content)
  await page.getByRole('button', { name: '下一步' }).click()
  for (const id of ['formWanted', 'routeWanted', 'applicant']) await page.locator(`#${id}`).check()
  await page.locator('#name').fill('张三')
  await page.locator('#identityNumber').fill('11010519491231002X')
  await page.locator('#phone').fill('13800138000')
  await page.getByRole('button', { name: '提交申请' }).click({ noWaitAfter: true })
}

test('without script everything works but the computation that many requests cost, and that page says what to do', {
  timeout: 120_000,
}, async () => {
  env.KAICHENG_TODAY = '2026-09-18'
  await owner.deleteFrom('attempts').execute()
  const page = await open(`${ask}/`, { javaScriptEnabled: false, bypassCSP: false })
  for (let sent = 0; sent < 5; sent += 1) {
    await fill(page, '企业资质名录')
    await page.getByRole('heading', { name: '申请已经提交' }).waitFor()
  }
  await fill(page, '企业资质名录')
  await page.getByRole('heading', { name: '请稍候' }).waitFor()
  expect(await page.locator('main').textContent()).toContain('当面提交或者邮寄')

  const asked: string[] = []
  const scripted = await open(`${ask}/`, { bypassCSP: false })
  scripted.on('request', (request) => asked.push(`${request.resourceType()} ${new URL(request.url()).host}`))
  await fill(scripted, '企业资质名录')
  await scripted.getByRole('heading', { name: '申请已经提交' }).waitFor({ timeout: 50_000 })
  // The one script, on its page and as its worker.
  const script = `script ${new URL(site).host}`
  expect(asked.filter((each) => each.startsWith('script'))).toEqual([script, script])
  expect(asked.every((each) => each.endsWith(new URL(site).host))).toBe(true)
})

test('the page of the computation is accessible', async () => {
  // The script is held back, so that the page stays.
  const page = await open(`${ask}/`)
  await page.route('**/assets/proof-*.js', (route) => route.abort())
  await fill(page, '企业资质名录')
  await page.getByRole('heading', { name: '请稍候' }).waitFor()
  await lookAt(page)
})

test('no width and no display makes a form scroll sideways; the blank form prints on one sheet', async () => {
  const page = await open(`${site}/display?mode=large-contrast`, { viewport: { width: 320, height: 256 } })
  for (const path of ['/', '/form', '/new', '/follow']) {
    await page.goto(ask + path)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
  await page.goto(`${site}/display?mode=standard`)
  await page.goto(`${ask}/form`)
  await lookAt(page)
  const sheet = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  expect(sheet.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})

describe('a late and interrupted clock', () => {
  test('is drawn with its excluded days, and red only when late', async () => {
    env.KAICHENG_TODAY = '2026-09-10'
    await owner.deleteFrom('attempts').execute()
    const page = await open(`${ask}/`)
    await fill(page, '建设合同价款')
    await page.getByRole('heading', { name: '申请已经提交' }).waitFor()
    const [code = '', secret = ''] = await page.locator('.code').allTextContents()
    const id = await newestRequest()
    await step(id, 'clerk', 'confirmReceipt', { on: '2026-09-10', method: '电话', evidence: '' })
    const party = { party: 'thirdParty', name: '示例建设有限公司', contact: '', about: '合同价款' }
    await step(id, 'clerk', 'consult', party, '2026-09-15')
    const answer = { consultation: 1, on: '2026-09-22', opinion: 'agrees' }
    await step(id, 'clerk', 'answerConsultation', answer, '2026-09-22')
    env.KAICHENG_TODAY = '2026-10-12'
    await page.goto(`${ask}/follow`)
    await page.locator('#code').fill(code)
    await page.locator('#secret').fill(secret)
    await page.getByRole('button', { name: '查询', exact: true }).click()
    expect(await page.locator('.clock .day.excluded .date').allTextContents()).toEqual([
      '16',
      '17',
      '18',
      '20',
      '21',
      '22',
    ])
    expect(await page.locator('.clock figcaption').textContent()).toContain('已经计入12个工作日，共20个，还剩8个')
    expect(await page.locator('.clock.late').count()).toBe(0)
    await page.locator('.clock summary').click()
    await lookAt(page)
    env.KAICHENG_TODAY = '2026-11-02'
    await page.reload()
    expect(await page.locator('.clock.late figcaption').textContent()).toContain('超过7个工作日')
    await lookAt(page)
  })
})
