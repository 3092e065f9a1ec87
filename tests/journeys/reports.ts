import type { Page } from 'playwright-core'
import { confirmStep, heading, type Login, type openOffice } from './console.ts'

type Office = Awaited<ReturnType<typeof openOffice>>

/** The report of the year, opened by one of the office in a browser of their own. */
async function openReport(office: Office, login: Login, year: number): Promise<Page> {
  const page = await office.signIn(login)
  await page.goto(new URL(`/console/annual-reports/${year}`, page.url()).href)
  await heading(page, `${year}年度报告`)
  return page
}

/** The head of the unit, the head of the office and the leader read what was put up and sign it. */
export async function signReport(office: Office, year: number): Promise<void> {
  for (const login of ['zhao', 'li', 'ma'] as const) {
    const page = await openReport(office, login, year)
    await confirmStep(page, '审核同意', async (form) => {
      for (const box of await form.getByRole('checkbox').all()) await box.check()
    })
    await page.context().close()
  }
}

export const part = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click()
