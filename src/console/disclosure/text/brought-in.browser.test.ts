import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fromExcel, fromExcelWithGaps, fromWord, fromWps, fromWpsSheet } from '../../../../tests/journeys/clipboards.ts'
import { editor, paste } from '../../../../tests/journeys/records.ts'
import { aText } from '../../../disclosure/testing/a-record.ts'
import { plainTextOf } from '../../../text/plain.ts'
import { openConsole } from '../../testing/open-console.ts'
import { recordsOf, settle } from '../../testing/records-of.ts'

const office = await openConsole('2026-11-24')
const records = await recordsOf(office)
const clerk = await office.officer(['clerk'])

async function writing(...paragraphs: string[]) {
  const key = await records.draft({ text: aText(...paragraphs) })
  const page = await records.write(clerk, key)
  await editor(page).click()
  return {
    page,
    saved: async () => {
      await settle(page)
      return (await records.saved(key)).text
    },
  }
}
/** A picture of one dot. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const clear = async (page: Page) => {
  await editor(page).press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
}
/** The warning of what a paste did not bring along; nothing where there is none. */
const told = (page: Page) => page.locator('.ant-message-warning')

test('cells of Excel and WPS are a table with merged and empty cells; each paste can be undone at once', async () => {
  const { page, saved } = await writing('')
  for (const [html, lines] of [
    [fromExcel, ['1\t2\t3', '4\t5', '6\t7']],
    [fromExcelWithGaps, ['项目\t单位\t数', '用水\t\t12', '合计\t\t12']],
    [fromWpsSheet, ['项目\t\t数', '用水\t万吨\t12']],
  ] as const) {
    await paste(page, html)
    await editor(page).locator('table').waitFor()
    expect(
      plainTextOf(await saved())
        .trim()
        .split('\n'),
    ).toEqual(lines)
    await page.keyboard.press('ControlOrMeta+z')
    await editor(page).locator('table').waitFor({ state: 'detached' })
  }
  expect(await told(page).count()).toBe(0)
})

test('cells pasted into a cell stay in the table; one cell and plain lines run on in the words where the cursor stands', async () => {
  const { page, saved } = await writing('共计：')
  await page.keyboard.press('End')
  await paste(
    page,
    '<html><body><table><!--StartFragment--><tr><td>1,234.5</td></tr><!--EndFragment--></table></body></html>',
  )
  await page.keyboard.type('万吨。')
  expect(plainTextOf(await saved())).toBe('共计：1,234.5万吨。')
  await clear(page)
  await paste(page, fromExcel)
  await editor(page).locator('td').first().click()
  await paste(page, fromWpsSheet)
  await page.clock.fastForward(0)
  expect(await editor(page).locator('table table').count()).toBe(0)
  expect(JSON.stringify(await saved())).toContain('用水')
})

test('a second paste tells of itself alone, and one that lost nothing takes the warning of the first away', async () => {
  const { page } = await writing('')
  await paste(page, fromWord)
  await told(page).filter({ hasText: '删去的文字没有带入：“旧词”' }).waitFor()
  await clear(page)
  await paste(page, '<p>前文<s>旧规定</s></p>')
  await told(page).filter({ hasText: '粘贴的内容里有加删除线的文字' }).waitFor()
  expect(await told(page).count()).toBe(1)
  expect(await told(page).textContent()).not.toContain('旧词')
  // Struck words are the writer's to decide about: only then there is a tool for them.
  await editor(page).getByText('旧规定').click()
  await page.getByRole('button', { name: '去掉删除线' }).click()
  await editor(page).locator('s').waitFor({ state: 'detached' })
  await clear(page)
  await paste(page, fromWps)
  await editor(page).getByText('特此通知。').waitFor()
  await told(page).waitFor({ state: 'detached' })
})

test('nothing of a page that was copied runs, is hidden or points inside a computer', async () => {
  const { page, saved } = await writing('')
  await paste(
    page,
    `<p onclick="document.title='bad'">甲<span style="display:none">隐藏的批示</span><img src=x onerror="document.title='bad'">
     <a href="javascript:alert(1)">乙</a><a href="file:///C:/a.docx">丙</a><a href="https://www.gov.cn/">丁</a></p>
     <script>document.title='bad'</script><style>p{display:none}</style><iframe src="https://evil.example"></iframe>`,
  )
  await editor(page).getByText('甲').waitFor()
  await told(page).filter({ hasText: '隐藏的批示' }).waitFor()
  expect(await editor(page).getByRole('link').allTextContents()).toEqual(['丁'])
  const whole = JSON.stringify(await saved())
  expect(whole).not.toMatch(/javascript|file:|onerror|onclick|批示|iframe|evil/)
  expect(await page.title()).not.toBe('bad')
  expect(page.frames()).toHaveLength(1)
})

test('what is copied in the editor comes back whole, marks and table and all', async () => {
  const { page, saved } = await writing('起首。')
  await paste(page, `${fromExcel}<p><b>粗</b>细</p>`)
  const before = await saved()
  await editor(page).press('ControlOrMeta+a')
  const html = await editor(page).evaluate((target) => {
    const clipboardData = new DataTransfer()
    target.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/html')
  })
  expect(html).toContain('data-pm-slice')
  await page.keyboard.press('Delete')
  expect(await editor(page).textContent()).toBe('')
  await paste(page, html)
  expect(await saved()).toEqual(before)
})

test('a picture of the clipboard that does not arrive is told as missing, and no step goes on while it is on its way', async () => {
  const { page } = await writing('')
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  await page.route('**/api/console/files', async (route) => {
    await held
    await route.abort()
  })
  await paste(page, `<p>前<img src="data:image/png;base64,${dot}">后</p>`)
  await page.getByText('正在上传粘贴的1幅图片').waitFor()
  await page.getByRole('region', { name: '办理', exact: true }).getByRole('button', { name: '送审' }).click()
  await page.getByText('“粘贴的1幅图片”还在上传，传完后再办理').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  go()
  await told(page).filter({ hasText: '粘贴的内容里有1幅图片没有带过来' }).waitFor()
  await editor(page).getByText('前').waitFor()
  expect(await editor(page).locator('img').count()).toBe(0)
})

test('a picture asks what it shows, stays chosen when it does not arrive, and carries its words under it', async () => {
  const { page, saved } = await writing('见图：')
  const choose = () =>
    page
      .getByLabel('选择图片')
      .setInputFiles({ name: '图.png', mimeType: 'image/png', buffer: Buffer.from(dot, 'base64') })
  const dialog = page.getByRole('dialog', { name: '插入图片' })
  await choose()
  await dialog.getByRole('button', { name: '取消' }).click()
  await editor(page).and(page.locator(':focus')).waitFor()
  await choose()
  const put = dialog.getByRole('button', { name: '插入', exact: true })
  const says = dialog.getByLabel('图片的替代文字')
  await says.and(page.locator(':focus')).waitFor()
  expect(await put.isDisabled()).toBe(true)
  await says.fill('  ')
  expect(await put.isDisabled()).toBe(true)
  await says.fill('普查标志')
  await page.route('**/api/console/files', (route) => route.abort())
  await put.click()
  await dialog.getByRole('alert').filter({ hasText: '连接不上服务器' }).waitFor()
  expect(await says.inputValue()).toBe('普查标志')
  await page.unrouteAll()
  await put.click()
  await dialog.waitFor({ state: 'hidden' })
  await editor(page).getByRole('img', { name: '普查标志' }).waitFor()
  const image = (alt: string) => ({ type: 'image', attrs: { fileId: expect.any(String), alt } })
  expect((await saved()).content).toMatchObject([{ type: 'paragraph' }, image('普查标志')])
  const beneath = editor(page).getByLabel('图片的替代文字')
  await beneath.fill('')
  await beneath.pressSequentially('普查的标志')
  expect((await saved()).content[1]).toEqual(image('普查的标志'))
  await editor(page).getByRole('button', { name: '去掉图片' }).click()
  expect((await saved()).content.some(({ type }) => type === 'image')).toBe(false)
})
