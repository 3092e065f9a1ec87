import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { officeDay } from '../../src/calendar/plain-date.ts'
import { inOrgan } from '../../src/db/organ.ts'
import type { Reviewers } from '../../src/disclosure/testing/a-record.ts'
import type { Actor } from '../../src/organs/actor.ts'
import { expectCalmAndAccessible, heading, type Login, type openOffice } from './console.ts'

/** The people of the office, as the actions know them. */
export async function peopleOf(office: Awaited<ReturnType<typeof openOffice>>): Promise<Reviewers> {
  const organId = office.organ().id
  const staff = await inOrgan(office.db, organId, (tx) =>
    tx.selectFrom('staff').select(['id', 'login', 'name']).execute(),
  )
  const actor = (login: Login, role: Actor['roles'][number]): Actor => {
    const found = staff.find((each) => each.login === login)
    const facts = { kind: 'staff' as const, organId, unitId: null, address: '', roles: [role] }
    return { ...facts, id: found?.id ?? '', name: found?.name ?? '', today: officeDay(office.now()) }
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

export const editor = (page: Page) => page.getByRole('textbox', { name: '正文', exact: true })

/** At the paragraph in which the cursor stands, writes its last words anew. */
export async function rewriteEnd(page: Page, was: string, is: string): Promise<void> {
  await page.keyboard.press('End')
  // Only after a frame the browser tells the editor where the cursor is; nobody types faster.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
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

export async function submit(page: Page): Promise<void> {
  const form = await openForm(page, '送审')
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

/** The states of the links of the signature chain, in order. */
export async function chainOf(page: Page): Promise<(string | null)[]> {
  const links = await page.getByRole('list', { name: '签名链' }).getByRole('listitem').all()
  return Promise.all(links.map((link) => link.getAttribute('data-state')))
}

export const expectEdition = async (page: Page, status: string): Promise<void> => {
  await page.locator('.edition-facts', { hasText: status }).waitFor()
  expect(await page.locator('.edition-facts').textContent()).toContain(status)
}
