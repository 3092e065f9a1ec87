import type { Locator, Page } from 'playwright-core'

/** What is wrong by field: the label of each with the words that stand at it. */
export const errorsIn = async (form: Page | Locator): Promise<Record<string, string>> =>
  Object.fromEntries(
    await form.locator('.ant-form-item-has-error').evaluateAll((items) =>
      items.map((item) => {
        const label = item.querySelector('label')?.textContent ?? ''
        return [label, item.querySelector('.ant-form-item-explain-error')?.textContent ?? '']
      }),
    ),
  )

/** Whether the keyboard writes here. */
export const hasFocus = (field: Locator): Promise<boolean> => field.evaluate((at) => at === document.activeElement)

export interface Sent {
  /** Method and path below /api/console, as `POST requests/1/steps/assign`. */
  readonly what: string
  readonly body: unknown
}

/** What the page does from now on, in the order in which it asks for it; previews do nothing and are left out. */
export function sentBy(page: Page): Sent[] {
  const sent: Sent[] = []
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname.replace('/api/console/', '')
    if (request.method() === 'GET' || path.endsWith('/preview')) return
    const text = request.postData() ?? ''
    sent.push({ what: `${request.method()} ${path}`, body: text.startsWith('{') ? JSON.parse(text) : text })
  })
  return sent
}
