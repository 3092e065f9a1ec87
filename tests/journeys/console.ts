import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { buildApp } from '../../src/app/build-app.ts'
import { officeDay } from '../../src/days/plain-date.ts'
import { inActs, inOrgan } from '../../src/db/organ.ts'
import { testDatabase } from '../../src/db/testing/database.ts'
import type { Organ } from '../../src/organs/organ.ts'
import type { Role } from '../../src/organs/role.ts'
import * as organs from '../../src/organs/store.ts'
import { anOrgan } from '../../src/organs/testing/organ.ts'
import { setRemedies } from '../../src/organs/testing/remedies.ts'
import { addStaff, aPassword, codeAt, sessionCookie } from '../../src/organs/testing/staff.ts'
import { explainCell } from '../../src/report/explain.ts'
import { letOut } from '../../src/requests/testing/let-out.ts'
import { expectAccessible } from './accessibility.ts'
import { openBrowser } from './browser.ts'

/** Who works at the office of the journeys; all of them in the unit that answers requests. */
const people = {
  wang: { name: '王秀兰', roles: ['clerk'] },
  chen: { name: '陈立', roles: ['clerk'] },
  zhao: { name: '赵志强', roles: ['unitHead'] },
  li: { name: '李慧', roles: ['ogiHead'] },
  ma: { name: '马建军', roles: ['leader'] },
} as const satisfies Record<string, { name: string; roles: readonly Role[] }>
export type Login = keyof typeof people

export const unitName = '政务公开科'
const wide = { width: 1280, height: 900 }

/** The whole app on a clock that the journey winds, with an office whose people can sign in. */
export async function openOffice() {
  vi.setConfig({ testTimeout: 240_000 })
  const { db, owner, url } = await testDatabase()
  const { open } = openBrowser()
  const clock = { at: new Date('2026-03-02T01:00:00Z') }
  const app = await buildApp({ db, url }, {}, () => new Date(clock.at))
  const place: { site: string; organ?: Organ } = { site: '' }
  const staffIds = new Map<string, string>()
  const staffOf = (login: Login) => staffIds.get(login) ?? ''
  let isSignInChecked = false

  beforeAll(async () => {
    const organ = await inActs(db, (tx) => organs.add(tx, anOrgan()))
    await inOrgan(db, organ.id, (tx) => setRemedies(tx, organ.id))
    const { id: unitId } = await inOrgan(db, organ.id, (tx) =>
      tx
        .insertInto('workUnits')
        .values({ organId: organ.id, name: unitName, isOgiWorkBody: true })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    for (const [login, facts] of Object.entries(people))
      staffIds.set(login, await addStaff(db, organ.id, { login, unitId, ...facts }))
    place.organ = organ
    place.site = await app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(() => app.close())

  const organ = () => {
    if (!place.organ) throw new Error('the office is not open yet')
    return place.organ
  }

  /** In a browser of their own. The first one gives password and code, and the pages are checked; the others have done so. */
  const signIn = async (login: Login): Promise<Page> => {
    // The same code opens nothing twice.
    clock.at = new Date(clock.at.getTime() + 60_000)
    const isFirst = !isSignInChecked
    isSignInChecked = true
    const cookie = isFirst ? undefined : await sessionCookie(db, organ().id, staffOf(login), true, clock.at)
    const page = await open(`${place.site}/console/`, {
      acceptDownloads: true,
      viewport: wide,
      ...(cookie ? { cookie } : {}),
    })
    if (isFirst) await giveCredentials(page, login, clock.at)
    await heading(page, '工作台')
    await (isFirst ? expectCalmAndAccessible(page) : settle(page))
    return page
  }

  return {
    db,
    /** Whoever owns the database, and can change it behind the program's back. */
    owner,
    organ,
    /** A page of the site, whoever looks at it. */
    visit: async (path: string): Promise<Page> => {
      const page = await open(place.site + path, { acceptDownloads: true })
      await expectAccessible(page)
      return page
    },
    /** It is nine o'clock of that day, Beijing time; who was signed in the day before no longer is. */
    dawn: (day: string) => {
      clock.at = new Date(`${day}T01:00:00Z`)
    },
    /** By the clock of the journey. */
    now: () => new Date(clock.at),
    signIn,
    /** Somebody of another organ, in a browser of their own. */
    signInElsewhere: async (organId: number, staffId: string): Promise<Page> => {
      const cookie = await sessionCookie(db, organId, staffId, true, clock.at)
      const page = await open(`${place.site}/console/`, { acceptDownloads: true, viewport: wide, cookie })
      await heading(page, '工作台')
      return page
    },
    /** The unit head and then the head of the office read the answer and approve it, each signed in on their own. */
    approve: async (number: string): Promise<void> => {
      for (const login of ['zhao', 'li'] as const) {
        const page = await signIn(login)
        await openCase(page, number)
        await takeStep(page, '审批同意', (form) => form.getByLabel('签批意见').fill('同意'))
        await page.context().close()
      }
    },
    /** The letter that is up on this case is read and approved by these people, each signed in on their own; with the last it leaves. */
    letOut: async (number: string, logins: readonly Login[] = ['zhao']): Promise<void> => {
      for (const login of logins) {
        const page = await signIn(login)
        await openCase(page, number)
        await takeStep(page, '审批文书', (form) => form.getByLabel('签批意见').fill('同意'))
        await page.context().close()
      }
    },
    /** The same at once and without a browser, where it does not matter what the approvers see. */
    letOutAtOnce: async (id: string): Promise<void> => {
      const today = officeDay(clock.at)
      await letOut(db, { organId: organ().id, id }, async (role) => {
        const [login = ''] = Object.entries(people).find(([, { roles }]) => roles.some((each) => each === role)) ?? []
        const staff = await inOrgan(db, organ().id, (tx) =>
          tx.selectFrom('staff').select(['id', 'name', 'unitId']).where('login', '=', login).executeTakeFirstOrThrow(),
        )
        return { kind: 'staff', ...staff, organId: organ().id, address: '', roles: [role], today }
      })
    },
    /** What stands behind a cell of the annual report. */
    recordsIn: async (year: number, row: string, column = 'naturalPerson') => {
      const { records } = await inOrgan(db, organ().id, (tx) =>
        explainCell(tx, organ(), year, { table: 'requests', row, column }),
      )
      return records.map(({ number }) => number)
    },
  }
}

/** Password, then the code of the authenticator. */
async function giveCredentials(page: Page, login: Login, at: Date): Promise<void> {
  await page.getByLabel('账号').fill(login)
  await expectAccessible(page)
  await page.getByLabel('密码').fill(aPassword)
  await page.getByRole('button', { name: '登录' }).click()
  const code = page.getByLabel('6位动态码')
  await code.waitFor()
  await expectAccessible(page)
  await code.fill(codeAt(at))
}

export async function heading(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: text }).waitFor()
}

/** Everything asked for has come, and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.ant-spin-spinning, .ant-skeleton, .ant-btn-loading'))
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}

export async function expectCalmAndAccessible(page: Page): Promise<void> {
  await settle(page)
  await expectAccessible(page)
}

interface Asked {
  readonly channel?: string
  readonly name?: string
  readonly what: string
  /** What else is filled in before the request is registered. */
  readonly more?: (page: Page) => Promise<void>
}

/** Takes down a request of a person with the example number of GB 11643, and opens it; gives its number. */
export async function register(page: Page, { channel, name = '张三', what, more }: Asked): Promise<string> {
  await page.getByRole('link', { name: '登记申请' }).first().click()
  await heading(page, '登记申请')
  if (channel) await page.getByText(channel, { exact: true }).click()
  await page.getByLabel('姓名', { exact: true }).fill(name)
  await page.getByLabel('证件号码', { exact: true }).fill('11010519491231002X')
  await page.getByLabel('联系电话').fill('13800138000')
  await page.getByLabel('通信地址').fill('示例市人民路1号')
  await page.getByLabel('名称、文号或者便于查询的其他特征性描述').fill(what)
  await more?.(page)
  await expectCalmAndAccessible(page)
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await heading(page, /^已登记，编号 /)
  await page.getByRole('article', { name: '政府信息公开申请接收回执' }).getByText('查询网址').waitFor()
  await expectCalmAndAccessible(page)
  const link = page.getByRole('rowheader').getByRole('link')
  const number = (await link.textContent()) ?? ''
  await link.click()
  await heading(page, new RegExp(`^${escaped(number)}`))
  await expectCalmAndAccessible(page)
  return number
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Finds a request in the queue by its number and opens it. */
export async function openCase(page: Page, number: string): Promise<void> {
  await page.getByRole('link', { name: '全部申请' }).click()
  await heading(page, '全部申请')
  await page.getByRole('link', { name: number, exact: true }).click()
  await heading(page, new RegExp(`^${escaped(number)}`))
  await expectCalmAndAccessible(page)
}

/** Reads the case on the page anew, after others have worked on it. */
export async function readAnew(page: Page, number: string): Promise<void> {
  await page.reload()
  await heading(page, new RegExp(`^${escaped(number)}`))
  await settle(page)
}

type Fill = (form: ReturnType<Page['getByRole']>, page: Page) => Promise<void>

/** Opens the form of a step, fills it in, and waits for what it would do to be shown. */
export async function openStep(page: Page, label: string, fill: Fill = async () => {}) {
  await page.getByRole('button', { name: label, exact: true }).first().click()
  const form = page.getByRole('dialog', { name: new RegExp(`^${label}`) })
  await form.waitFor()
  await fill(form, page)
  return form
}

/** Takes a step of the case on the page; `fill` may look at the preview. */
export async function takeStep(page: Page, label: string, fill?: Fill): Promise<void> {
  const form = await openStep(page, label, fill)
  await form.locator('.preview-sentence').waitFor()
  await expectCalmAndAccessible(page)
  await form.getByRole('button', { name: label, exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText(`已办理：${label}`).last().waitFor()
  await expectCalmAndAccessible(page)
}

/** Takes a step that has no preview: its dialog is looked at as it opens, filled in and confirmed by its own name. */
export async function confirmStep(page: Page, label: string, fill: Fill = async () => {}): Promise<void> {
  const form = await openStep(page, label, async (opened) => {
    await expectCalmAndAccessible(page)
    await fill(opened, page)
  })
  await form.getByRole('button', { name: label, exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

/** The office above sends a report back to the row of penalties. */
export async function sendBackPenalties(page: Page): Promise<void> {
  await confirmStep(page, '退回', async (form) => {
    await form.getByLabel('哪些地方').click()
    await form.getByLabel('哪些地方').fill('“行政处罚”行')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await form.getByRole('textbox', { name: '说明' }).fill('处罚件数与执法系统不符，请核对')
  })
  await page.getByText('已退回，等待再次报送').waitFor()
}

export const assign = (page: Page, member: string) =>
  takeStep(page, '交办', async (form) => {
    await form.getByLabel('承办科室').click()
    await page.locator('.ant-select-item-option', { hasText: unitName }).click()
    await form.getByLabel('承办人').click()
    await page.locator('.ant-select-item-option', { hasText: member }).click()
  })

/** Answers the guided questions one by one, from the case page, and arrives at the form of the answer. */
export async function answerQuestions(page: Page, options: readonly (string | RegExp)[]): Promise<void> {
  await page.getByRole('button', { name: '拟答复', exact: true }).first().click()
  await heading(page, '拟答复')
  for (const option of options) {
    await page.getByRole('radio', { name: option }).check()
    await expectCalmAndAccessible(page)
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('radio', { name: option }).waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: '拟好，提交审批' }).waitFor()
}

/** Sends the drafted answer up for approval, once its letter has been shown. */
export async function sendUp(page: Page): Promise<void> {
  await page.getByRole('region', { name: '办理后的变化' }).getByText('将要发出的文书').waitFor()
  await expectCalmAndAccessible(page)
  await page.getByRole('button', { name: '拟好，提交审批' }).click()
  await page.getByText('已办理：拟答复').waitFor()
  await page.getByRole('list', { name: '签批链' }).waitFor()
  await expectCalmAndAccessible(page)
}

const byMail: Fill = async (form) => {
  await form.getByRole('radio', { name: '邮寄', exact: true }).check()
  await form.getByLabel('邮件号码').fill('XA12345678901')
}

/** Serves a letter on the page of its request. */
export const servedOnline: Fill = (form) => form.getByRole('radio', { name: '网上送达' }).check()

/** Hands a letter over to whoever signs for the applicant. */
export const servedToAgent: Fill = async (form) => {
  await form.getByRole('radio', { name: '当面送达' }).check()
  await form.getByRole('radio', { name: '代理人' }).check()
}

/** Sends the approved answer by the postal enterprise, unless another way is told. */
export const issue = (page: Page, serve = byMail): Promise<void> => takeStep(page, '发出答复', serve)

/** Types a day into the field of a step's form. */
export async function fillDay(form: ReturnType<Page['getByRole']>, label: string, day: string): Promise<void> {
  await form.getByLabel(label).fill(day)
  await form.getByLabel(label).press('Enter')
}

/** A picture for the READMEs, made only when asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.KAICHENG_SCREENSHOTS !== 'on') return
  await settle(page)
  mkdirSync('docs/screenshots', { recursive: true })
  await page.screenshot({ path: `docs/screenshots/${name}.png` })
}

/** The text of a part of the case page. */
export const partOf = async (page: Page, name: string): Promise<string> =>
  (await page.getByRole('region', { name, exact: true }).textContent()) ?? ''

/** How the request stands, as the head of the page says. */
export const expectStatus = async (page: Page, status: string): Promise<void> => {
  expect(await page.locator('.case-head h1').textContent()).toContain(status)
}
