import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectCalmAndAccessible } from '../../../../tests/journeys/console.ts'
import { aFrame, editor } from '../../../../tests/journeys/records.ts'
import { aText } from '../../../disclosure/testing/a-record.ts'
import { plainTextOf } from '../../../text/plain.ts'
import { openConsole } from '../../testing/open-console.ts'
import { keeping, recordsOf, settle } from '../../testing/records-of.ts'

const office = await openConsole('2026-11-24')
const records = await recordsOf(office)
const clerk = await office.officer(['clerk'])

const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: '正文格式' }).getByRole('button', { name, exact: true })

/** A draft of these paragraphs in its editor, the cursor at the end. */
async function writing(...paragraphs: string[]) {
  const key = await records.draft({ text: aText(...paragraphs) })
  const page = await records.write(clerk, key)
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  return {
    page,
    /** The blocks of the text, once it is saved. */
    blocks: async () => {
      await settle(page)
      return (await records.saved(key)).text.content
    },
    lines: async () => {
      await settle(page)
      return plainTextOf((await records.saved(key)).text).split('\n')
    },
  }
}
const words = (text: string, ...marks: string[]) => ({
  type: 'text',
  text,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
})
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })

test('what is typed is what stands there: no sign becomes a list, a mark or a link by itself', async () => {
  const { page, lines, blocks } = await writing('起首。')
  for (const line of ['1. 第一件', '- 甲', '**重要**', '> 引', '# 题', 'https://www.gov.cn/ ', '（一）总则']) {
    await page.keyboard.press('Enter')
    await page.keyboard.type(line)
  }
  expect(await lines()).toEqual([
    '起首。',
    '1. 第一件',
    '- 甲',
    '**重要**',
    '> 引',
    '# 题',
    'https://www.gov.cn/ ',
    '（一）总则',
  ])
  await page.keyboard.type('。')
  expect((await blocks()).every(({ type }) => type === 'paragraph')).toBe(true)
  await editor(page).locator('a, strong, ul').first().waitFor({ state: 'detached' })
})

test('what was done is undone step by step by key and by button, and done again; nothing can be undone before it', async () => {
  const { page, lines } = await writing('原文。')
  expect(await tool(page, '撤销').isDisabled()).toBe(true)
  await page.keyboard.type('新的一句。')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await aFrame(page)
  await tool(page, '加粗').click()
  await editor(page).locator('strong').waitFor()
  await tool(page, '撤销').click()
  await editor(page).locator('strong').waitFor({ state: 'detached' })
  await page.keyboard.press('ControlOrMeta+z')
  expect(await lines()).toEqual(['原文。'])
  expect(await tool(page, '撤销').isDisabled()).toBe(true)
  await tool(page, '重做').click()
  await page.keyboard.press('ControlOrMeta+y')
  await editor(page).locator('strong').waitFor()
  expect(await tool(page, '重做').isDisabled()).toBe(true)
  await page.keyboard.press('End')
  await page.keyboard.type('末。')
  expect(await lines()).toEqual(['原文。新的一句。末。'])
})

test('a mark is set on what is selected, is seen on its button, and is taken away with the others', async () => {
  const { page, blocks } = await writing('甲乙丙')
  const pressed = (name: string) => tool(page, name).getAttribute('aria-pressed')
  await page.keyboard.press('Shift+Home')
  await aFrame(page)
  await page.keyboard.press('ControlOrMeta+b')
  await expect.poll(() => pressed('加粗')).toBe('true')
  await tool(page, '下划线').click()
  await tool(page, '上标').click()
  await tool(page, '下标').click()
  await expect.poll(() => pressed('下标')).toBe('true')
  expect(await pressed('上标')).toBe('false')
  expect(await blocks()).toMatchObject([{ content: [{ text: '甲乙丙', marks: expect.any(Array) }] }])
  await tool(page, '居中').click()
  expect((await blocks())[0]).toMatchObject({ attrs: { textAlign: 'center' } })
  await tool(page, '清除格式').click()
  expect(await blocks()).toEqual([paragraph(words('甲乙丙'))])
  await expect.poll(() => pressed('加粗')).toBe('false')
  expect(await tool(page, '去掉删除线').count()).toBe(0)
})

test('headings, lists and quotations are made of paragraphs and become paragraphs again; Tab goes a level deeper', async () => {
  const { page, blocks } = await writing('章')
  await page.getByRole('combobox', { name: '段落样式' }).click()
  await page.getByTitle('一级标题').click()
  await editor(page).getByRole('heading', { level: 2, name: '章' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('甲')
  await tool(page, '项目符号').click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('乙')
  await page.keyboard.press('Tab')
  const item = (...content: object[]) => ({ type: 'listItem', content })
  const [甲, 乙] = [paragraph(words('甲')), paragraph(words('乙'))]
  expect(await blocks()).toEqual([
    { type: 'heading', attrs: { level: 2 }, content: [words('章')] },
    { type: 'bulletList', content: [item(甲, { type: 'bulletList', content: [item(乙)] })] },
  ])
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await tool(page, '引用').click()
  expect((await blocks()).slice(1)).toEqual([
    { type: 'bulletList', content: [item(甲)] },
    { type: 'blockquote', content: [乙] },
  ])
  // Tab outside a list is the way on to the next field, not a sign in the text.
  await page.keyboard.press('Tab')
  await editor(page).and(page.locator(':focus')).waitFor({ state: 'detached' })
})

test('a link needs a sound address, which is said at its field; it stands on the selected words and is taken away again', async () => {
  const { page, blocks } = await writing('见国家统计局')
  for (const _ of '国家统计局') await page.keyboard.press('Shift+ArrowLeft')
  await aFrame(page)
  await tool(page, '链接').click()
  const form = page.locator('.link-form')
  const address = form.getByLabel('网址')
  await address.and(page.locator(':focus')).waitFor()
  for (const [typed, why] of [
    ['', '网址应以 http:// 或者 https:// 开头'],
    ['javascript:alert(1)', '网址应以 http:// 或者 https:// 开头'],
    ['https://www.stats.gov.cn@evil.example/', '网址中不能带有用户名或者密码（@ 前面的部分），请核对网址'],
  ] as const) {
    await address.fill(typed)
    await address.press('Enter')
    await form.getByText(why).waitFor()
    expect(await address.inputValue()).toBe(typed)
  }
  await address.fill(' https://www.stats.gov.cn/ ')
  await address.press('Enter')
  await form.waitFor({ state: 'hidden' })
  const link = { type: 'link', attrs: { href: 'https://www.stats.gov.cn/' } }
  expect(await blocks()).toEqual([paragraph(words('见'), { ...words('国家统计局'), marks: [link] })])
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('网站')
  await editor(page).getByRole('link', { name: '国家统计局', exact: true }).click()
  expect(page.context().pages()).toHaveLength(1)
  await tool(page, '链接').click()
  await form.getByRole('button', { name: '去掉链接' }).click()
  expect(await blocks()).toEqual([paragraph(words('见国家统计局网站'))])
})

test('a table is put in, filled with Tab, changed by rows, columns and merged cells, and taken out', async () => {
  const { page, blocks } = await writing('表')
  const table = tool(page, '表格')
  const choose = async (label: string | RegExp) => {
    await table.click()
    await page.getByRole('menuitem', { name: label }).click()
    await page.locator('.ant-dropdown').waitFor({ state: 'hidden' })
  }
  const rows = () =>
    editor(page)
      .locator('tr')
      .evaluateAll((found) => found.map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
  await page.keyboard.press('Enter')
  await choose(/^插入表格：3行3列/)
  expect(await table.getAttribute('aria-pressed')).toBe('true')
  for (const cell of ['项目', '数量', '备注', '用水', '12']) {
    await page.keyboard.type(cell)
    await page.keyboard.press('Tab')
  }
  expect(await rows()).toEqual([
    ['项目', '数量', '备注'],
    ['用水', '12', ''],
    ['', '', ''],
  ])
  expect(await editor(page).locator('th').allTextContents()).toEqual(['项目', '数量', '备注'])
  await choose('删除这一列')
  await choose('在下面加一行')
  await choose('首列是表头（切换）')
  expect((await rows()).map((row) => row.length)).toEqual([2, 2, 2, 2])
  expect(await editor(page).locator('th').allTextContents()).toEqual(['项目', '数量', '用水', '', ''])
  await editor(page).locator('td', { hasText: '12' }).click()
  await editor(page)
    .locator('td')
    .nth(1)
    .click({ modifiers: ['Shift'] })
  await choose('合并选中的单元格')
  expect(await editor(page).locator('td[rowspan="2"]').count()).toBe(1)
  await choose('拆分单元格')
  expect(await editor(page).locator('td[rowspan="2"]').count()).toBe(0)
  expect((await blocks()).map(({ type }) => type)).toContain('table')
  await choose('删除整个表格')
  expect(await editor(page).locator('table').count()).toBe(0)
  await expect.poll(() => table.getAttribute('aria-pressed')).toBe('false')
})

test('words composed with an input method are saved as they are chosen; given up they leave nothing, also in a field', async () => {
  const { page, lines } = await writing('开展')
  const keys = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  for (const typed of ['p', 'pu', "pu'c", "pu'cha"]) await compose(typed)
  await editor(page).getByText("开展pu'cha").waitFor()
  // However long one looks for the word, its letters are not saved.
  await page.clock.fastForward(5000)
  await keeping(page, 'kept', '现在是第2稿')
  await keys.send('Input.insertText', { text: '普查' })
  expect(await lines()).toEqual(['开展普查'])
  await compose('gong')
  await compose('')
  await page.keyboard.type('。')
  expect(await lines()).toEqual(['开展普查。'])
  // In a field of the form Enter chooses words and sends nothing.
  const title = page.getByLabel('文号')
  await title.focus()
  await compose('shi')
  await page.keyboard.press('Enter')
  await keys.send('Input.insertText', { text: '示统' })
  await keeping(page, 'typed')
  expect(await title.inputValue()).toContain('示统')
})

test('words are found from the text by the keyboard alone, counted, replaced one by one or all at once, and that is undone in one step', async () => {
  const { page, lines } = await writing('帐户和帐目。', '帐户。')
  const bar = page.getByRole('search', { name: '在正文中查找' })
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ControlOrMeta+f')
  await bar.getByLabel('查找', { exact: true }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('帐')
  await bar.getByText('第1处，共3处').waitFor()
  await page.keyboard.press('Shift+Enter')
  await bar.getByText('第3处，共3处').waitFor()
  await page.keyboard.press('Enter')
  await bar.getByLabel('替换为').fill('账')
  await page.keyboard.press('Enter')
  await bar.getByText('第1处，共2处').waitFor()
  expect(await lines()).toEqual(['账户和帐目。', '帐户。'])
  await bar.getByRole('button', { name: '全部替换' }).click()
  await bar.getByText('已替换2处，可以撤销').waitFor()
  await page.keyboard.press('Escape')
  await bar.waitFor({ state: 'detached' })
  await editor(page).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  expect(await lines()).toEqual(['账户和帐目。', '帐户。'])
})

test('一键排版 tells what it would change, changes it in one step from the keyboard, and one step undoes it', async () => {
  const { page, lines, blocks } = await writing('　　一、总则', '　　正文,甲。', '　', '　　末。')
  await page.keyboard.press('ControlOrMeta+Shift+L')
  const dialog = page.getByRole('dialog', { name: '一键排版' })
  expect(await dialog.getByRole('list', { name: '将要改动的' }).getByRole('listitem').allInnerTexts()).toEqual([
    '第1段 删去手打的空格，按编号设为一级标题：一、总则',
    '第2段 删去手打的空格：正文,甲。',
    '第3段 删去空行',
    '第4段 删去手打的空格：末。',
  ])
  await expectCalmAndAccessible(page)
  expect(await dialog.getByRole('list', { name: '请核对的' }).textContent()).toBe('第2段 半角标点：正文,甲。')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await editor(page).getByRole('heading', { level: 2, name: '一、总则' }).waitFor()
  expect(await lines()).toEqual(['一、总则', '正文,甲。', '末。'])
  expect((await blocks()).map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph'])
  await page.keyboard.press('ControlOrMeta+z')
  expect(await lines()).toEqual(['　　一、总则', '　　正文,甲。', '　', '　　末。'])
  await tool(page, '一键排版').click()
  await dialog.getByRole('button', { name: '不排' }).click()
  expect(await lines()).toEqual(['　　一、总则', '　　正文,甲。', '　', '　　末。'])
})

test('a column is drawn to its width by the mouse and from the menu, is kept so, and goes back to what its words need', async () => {
  const { page, blocks } = await writing('表')
  await tool(page, '表格').click()
  await page.getByRole('menuitem', { name: '插入表格：3行3列，首行是表头' }).click()
  const box = await editor(page).locator('th').first().boundingBox()
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) - 2, (box?.y ?? 0) + 10]
  await page.mouse.move(x, y)
  await editor(page).locator('.column-resize-handle').first().waitFor()
  await page.mouse.down()
  await page.mouse.move(x + 60, y)
  await page.mouse.up()
  const width = Math.round(box?.width ?? 0)
  const widths = async () =>
    (await blocks()).flatMap((block) => (block.type === 'table' ? (block.attrs?.widths ?? []) : []))
  const [first = 0, ...others] = await widths()
  expect(first).toBeCloseTo(width + 60, -1)
  for (const other of others) expect(other).toBeCloseTo(width, -1)
  await editor(page).locator('th').first().click()
  await tool(page, '表格').click()
  await page.getByRole('menuitem', { name: '加宽这一列（也可拖动列边）' }).click()
  expect((await widths())[0]).toBe(first + 24)
  await tool(page, '表格').click()
  await page.getByRole('menuitem', { name: '列宽恢复自动' }).click()
  expect(await widths()).toEqual([])
})
