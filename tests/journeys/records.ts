import type { FileChild } from 'docx'
import { Document, Packer } from 'docx'
import type { Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { officeDay } from '../../src/days/plain-date.ts'
import { inOrgan } from '../../src/db/organ.ts'
import type { Reviewers } from '../../src/disclosure/testing/a-record.ts'
import type { Actor } from '../../src/organs/actor.ts'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { expectCalmAndAccessible, fillDay, heading, type Login, type openOffice } from './console.ts'

type Office = Awaited<ReturnType<typeof openOffice>>

/** The people of the office, as the actions know them. */
export async function peopleOf(office: Office): Promise<Reviewers> {
  const organId = office.organ().id
  const staff = await inOrgan(office.db, organId, (tx) =>
    tx.selectFrom('staff').select(['id', 'login', 'name', 'unitId']).execute(),
  )
  const actor = (login: Login, role: Actor['roles'][number]): Actor => {
    const found = staff.find((each) => each.login === login)
    const facts = { kind: 'staff' as const, organId, address: '', roles: [role] }
    return {
      ...facts,
      id: found?.id ?? '',
      name: found?.name ?? '',
      unitId: found?.unitId ?? null,
      today: officeDay(office.now()),
    }
  }
  return {
    clerk: actor('wang', 'clerk'),
    unitHead: actor('zhao', 'unitHead'),
    ogiHead: actor('li', 'ogiHead'),
    leader: actor('ma', 'leader'),
  }
}

/** Begins a record of the type; the page is its editor. */
export async function beginRecord(page: Page, type: string): Promise<void> {
  await page.getByRole('link', { name: '主动公开' }).first().click()
  await heading(page, '主动公开')
  await expectCalmAndAccessible(page)
  await page.getByRole('button', { name: '新建' }).click()
  await page.getByRole('dialog').waitFor()
  await expectCalmAndAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: type }).click()
  await editor(page).waitFor()
}

/** Begins a notice of 2 March 2026, each sentence a paragraph; the cursor stands below the last. */
export async function writeNotice(page: Page, title: string, ...sentences: string[]): Promise<void> {
  await beginRecord(page, '通知公告')
  await page.getByLabel('标题').fill(title)
  await fillDay(page.getByRole('region', { name: '基本信息' }), '成文日期', '2026-03-02')
  await editor(page).click()
  for (const sentence of sentences) {
    await page.keyboard.type(sentence)
    await page.keyboard.press('Enter')
  }
}

export const editor = (page: Page) => page.getByRole('textbox', { name: '正文', exact: true })

/** Puts HTML on the clipboard of the page and pastes it where the cursor stands. */
export async function paste(page: Page, html: string): Promise<void> {
  await editor(page).click()
  await editor(page).evaluate((target, data) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', data)
    clipboardData.setData('text/plain', '文字')
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

/** Confirms that signatures are lost, and goes over from reading to writing. */
export async function goWriting(page: Page): Promise<void> {
  await page.getByRole('button', { name: '去修改' }).click()
  await editor(page).waitFor()
}

/** A .docx file as the file field of a page takes it. */
export async function wordFile(name: string, children: FileChild[]) {
  const buffer = await Packer.toBuffer(new Document({ sections: [{ children }] }))
  return { name, mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer }
}

/** Attaches a text file and says what a reader gets who cannot use it. */
export async function attach(page: Page, name: string, words: string, alternative: string): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(words) }
  await page.locator('.attachments-field input[type=file]').setInputFiles(file)
  await page.getByLabel(`${name}的无障碍替代说明`).fill(alternative)
}

/** Only after a frame the browser tells the editor where the cursor is; nobody types faster. */
export const aFrame = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

/** At the paragraph in which the cursor stands, writes its last words anew. */
export async function rewriteEnd(page: Page, was: string, is: string): Promise<void> {
  await editor(page).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('End')
  await aFrame(page)
  for (const _ of was) await page.keyboard.press('Backspace')
  await page.keyboard.type(is)
}

/** Everything typed is on the server. */
export async function kept(page: Page): Promise<void> {
  await page.locator('.keeping[data-state="kept"]').filter({ hasText: '已于' }).waitFor()
}

/** Opens a record out of the list of what waits for the person. */
export async function openMine(page: Page, title: string): Promise<void> {
  const menu = page.getByRole('button', { name: '打开导航' })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('link', { name: '主动公开' }).last().click()
  await heading(page, '主动公开')
  await expectCalmAndAccessible(page)
  await page.getByRole('link', { name: title }).first().click()
  await heading(page, title)
  await page.getByRole('list', { name: '签名链' }).waitFor()
}

/** Opens the form of a step from the panel of steps. */
export async function openForm(page: Page, label: string) {
  await page
    .getByRole('region', { name: '办理', exact: true })
    .getByRole('button', { name: label, exact: true })
    .click()
  const form = page.getByRole('dialog', { name: new RegExp(`^${label}`) })
  await form.waitFor()
  return form
}

type Form = Awaited<ReturnType<typeof openForm>>

/** Says of each item, one by one, that nothing stands against its publication. */
export async function clearOfSecrets(form: Form): Promise<void> {
  const items = form.getByRole('region', { name: /的保密审查$/ })
  for (const item of await items.all()) {
    await item.getByRole('radio', { name: '可以公开' }).check()
    await item.getByLabel('依据').fill('不含国家秘密、工作秘密')
  }
}

/** Presses the button that takes the step, and waits until it is taken. */
export async function take(page: Page, form: Form, button: string, label: string): Promise<void> {
  await expectCalmAndAccessible(page)
  await form.getByRole('button', { name: button, exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText(`已办理：${label}`).last().waitFor()
  await expectCalmAndAccessible(page)
}

/** Submits the text; `reason` is given for each thing that may stay only with one. */
export async function submit(page: Page, reason?: string): Promise<void> {
  const form = await openForm(page, '送审')
  const asked = form.getByRole('group', { name: /请逐项说明理由$/ }).getByRole('textbox')
  if (reason) for (const field of await asked.all()) await field.fill(reason)
  await clearOfSecrets(form)
  await take(page, form, '确认送审', '送审')
}

/** Reads what is to be looked at, ticks it, clears every item, and signs. */
export async function sign(page: Page): Promise<void> {
  const form = await openForm(page, '审核同意')
  for (const box of await form.getByRole('checkbox').all()) await box.check()
  await clearOfSecrets(form)
  await form.getByLabel('审核意见').fill('同意')
  await take(page, form, '签名同意', '审核同意')
}

/** Opens the form of sending back, for the paragraph of that number. */
export async function returnAt(page: Page, paragraph: number, words: string): Promise<void> {
  await page.getByText(words).hover()
  await page.getByRole('button', { name: `对第${paragraph}段提出修改意见` }).click()
}

/** Sends back from the form that is open; the paragraph was chosen where the form was opened. */
export async function sendBack(
  page: Page,
  told: { to: RegExp; reason: string; note: string; suggested?: string },
): Promise<void> {
  const form = page.getByRole('dialog', { name: /^退回修改/ })
  await form.getByRole('radio', { name: told.to }).check()
  await form.getByRole('radio', { name: told.reason }).check()
  await form.getByLabel('说明', { exact: true }).fill(told.note)
  if (told.suggested) await form.getByLabel('建议改为').fill(told.suggested)
  await take(page, form, '确认退回', '退回修改')
}

/** Each reviewer, signed in on their own, opens every one of the records and signs it. */
export async function signAll(office: Office, logins: readonly Login[], ...titles: string[]): Promise<void> {
  for (const login of logins) {
    const page = await office.signIn(login)
    for (const title of titles) {
      await openMine(page, title)
      await sign(page)
    }
    await page.context().close()
  }
}

/** Publishes what all have signed, also a withdrawal; gives the public address. */
export async function publish(page: Page, becomes: '已发布' | '已撤回' = '已发布'): Promise<string> {
  const form = await openForm(page, '发布')
  await take(page, form, '确认发布', '发布')
  await expectEdition(page, becomes)
  const link = page.getByRole('region', { name: '公开与版本' }).getByRole('link', { name: /\/records\/\d{4}-\d{5}$/ })
  return (await link.getAttribute('href')) ?? ''
}

/** Begins the correction, withdrawal or repeal of what is published, and gives its reason. */
export async function beginNextEdition(page: Page, act: '更正' | '撤回' | '废止', reason: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click()
  await page.getByRole('dialog', { name: `${act}这条信息？` }).waitFor()
  await expectCalmAndAccessible(page)
  await page.getByRole('button', { name: `开始${act}` }).click()
  await page.getByLabel(`${act}的理由`).fill(reason)
}

/** Asks for a public address until it says so: whatever was kept of it is made anew within two seconds. */
export async function untilPublic(page: Page, path: string, says: (text: string) => boolean): Promise<number> {
  const answer = () => page.request.get(new URL(path, page.url()).href)
  const found = await vi.waitUntil(
    async () => {
      const got = await answer()
      return says(await got.text()) && got
    },
    { timeout: 20_000, interval: 200 },
  )
  return found.status()
}

/** Opens a public page once it says so, at both widths. */
export async function read(page: Page, path: string, words: string | RegExp): Promise<void> {
  await untilPublic(page, path, (text) => (typeof words === 'string' ? text.includes(words) : words.test(text)))
  await page.goto(new URL(path, page.url()).href)
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  }
}

/** The states of the links of the signature chain, in order. */
export async function chainOf(page: Page): Promise<(string | null)[]> {
  const links = await page.getByRole('list', { name: '签名链' }).getByRole('listitem').all()
  return Promise.all(links.map((link) => link.getAttribute('data-state')))
}

/** The words that the page shows as struck out and as new, against the text that was reviewed before. */
export async function changedWords(page: Page): Promise<{ gone: string[]; come: string[] }> {
  const changed = page.getByRole('region', { name: '与上次审核的文本相比改了什么' })
  await changed.waitFor()
  return { gone: await changed.locator('del').allTextContents(), come: await changed.locator('ins').allTextContents() }
}

/** What the page says has changed against what stands in public. */
export const changesFromLive = async (page: Page): Promise<string> =>
  (await page.getByRole('region', { name: '与正在公开的版本相比改了什么' }).textContent()) ?? ''

export const expectEdition = async (page: Page, status: string): Promise<void> => {
  await page.locator('.edition-facts', { hasText: status }).waitFor()
  expect(await page.locator('.edition-facts').textContent()).toContain(status)
}
