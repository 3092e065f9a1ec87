import type { Page } from 'playwright-core'
import { expectCalmAndAccessible } from './console.ts'

type Form = ReturnType<Page['getByRole']>

/** Chooses from the list of a field. */
export async function choose(page: Page, form: Form, label: string, option: string): Promise<void> {
  await form.getByLabel(label, { exact: true }).click()
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option })
    .first()
    .click()
}

/** Takes a step of a reconsideration or suit; it shows no preview. */
export async function stepOfCase(page: Page, label: string, fill: (form: Form) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).first().click()
  const form = page.getByRole('dialog', { name: new RegExp(`^${label}`) })
  await form.waitFor()
  await fill(form)
  await expectCalmAndAccessible(page)
  await form.getByRole('button', { name: label, exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByText(`已办理：${label}`).last().waitFor()
  await expectCalmAndAccessible(page)
}
