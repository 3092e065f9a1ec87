import { ImageRun, Paragraph } from 'docx'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inOrgan } from '../../src/db/organ.ts'
import { findRevision } from '../../src/disclosure/store/revisions.ts'
import { plainTextOf } from '../../src/text/plain.ts'
import type { Text } from '../../src/text/text.ts'
import { fromWord, fromWps } from './clipboards.ts'
import { expectCalmAndAccessible, openOffice } from './console.ts'
import { beginRecord, editor, kept, openForm, paste, take, wordFile } from './records.ts'

const office = await openOffice()
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const openSubmit = (page: Page) =>
  page.getByRole('region', { name: '办理', exact: true }).getByRole('button', { name: '送审', exact: true }).click()

/** The text of a revision as the server has it. */
async function textOf(page: Page, revision: number): Promise<Text> {
  const [, recordId = '', edition = ''] = /records\/([^/]+)\/editions\/(\d+)/.exec(page.url()) ?? []
  const organId = office.organ().id
  const key = { organId, recordId, edition: Number(edition) }
  const found = await inOrgan(office.db, organId, (tx) => findRevision(tx, key, revision))
  if (!found) throw new Error(`no revision ${revision}`)
  return found.content.text
}

test('what is pasted from Word and WPS becomes a text of headings, lists, tables and plain words, and nothing else', async () => {
  office.dawn('2026-03-02')
  const page = await office.signIn('wang')
  await beginRecord(page, '通知公告')
  await paste(page, fromWord)
  await page.getByText(/有\d幅图片没有带过来.*有2处修订.*删去的文字没有带入：“旧词”/).waitFor()
  await kept(page)
  expect(await page.title()).not.toBe('pasted')
  const word = await textOf(page, 2)
  const words = (text: string, ...marks: string[]) => ({
    type: 'text',
    text,
    ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
  })
  const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
  const item = (text: string) => ({ type: 'listItem', content: [paragraph(words(text))] })
  expect(word.content[0]).toEqual({ type: 'heading', attrs: { level: 2 }, content: [words('2026年普查实施办法')] })
  expect(word.content[1]).toMatchObject({
    content: [words('第一条', 'bold'), { text: expect.stringContaining('制定本办法') }],
  })
  expect(word.content[2]).toEqual({ type: 'bulletList', content: [item('法人单位；'), item('个体经营户。')] })
  // Official numbering is words: no number may change by itself.
  expect(plainTextOf(word)).toContain('（一）登记；\n（二）核查。')
  expect(word.content[5]).toMatchObject({
    type: 'table',
    content: [
      { content: [{ attrs: { colspan: 2 }, content: [{ attrs: { textAlign: 'center' } }] }, { type: 'tableCell' }] },
      { content: [{ type: 'tableCell' }, { type: 'tableCell' }, { type: 'tableCell' }] },
    ],
  })
  const whole = JSON.stringify(word)
  expect(whole).toContain('{"type":"link","attrs":{"href":"https://www.stats.gov.cn/"}}')
  expect(whole).not.toMatch(/旧词|隐藏的批示|file:|onerror|mso|script/)
  expect(word.content.at(-1)).toMatchObject({ attrs: { textAlign: 'right' }, content: [{ text: '2026年3月2日' }] })

  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await paste(page, fromWps)
  await page.getByText('特此通知。').waitFor()
  await page.locator('.keeping[data-state="kept"]', { hasText: '保存为第3稿' }).waitFor()
  const wps = await textOf(page, 3)
  expect(wps.content[0]).toMatchObject({ type: 'paragraph', attrs: { textAlign: 'center' } })
  expect(wps.content[1]).toMatchObject({
    content: [words('各有关单位：请于'), words('3月31日', 'underline'), words('前报送。')],
  })
  expect(wps.content[2]).toEqual({ type: 'orderedList', content: [item('名录；'), item('报表。')] })
  expect(wps.content.slice(3)).toEqual([
    paragraph(words('3. 自查；')),
    paragraph(words('4. 抽查。')),
    paragraph(words('特此通知。', 'bold')),
  ])
  await expectCalmAndAccessible(page)

  // An earlier text comes back as a new one.
  await page.getByRole('button', { name: '第2稿' }).click()
  await page.getByRole('dialog', { name: '第2稿' }).getByText('到现在的文本改了什么').waitFor()
  await expectCalmAndAccessible(page)
  await page.getByRole('button', { name: '恢复此稿' }).click()
  await page.locator('.keeping[data-state="kept"]', { hasText: '保存为第4稿' }).waitFor()
  expect(await textOf(page, 4)).toEqual(word)
  await page.context().close()
})

const cells = `<html><head><meta name=Generator content="Microsoft Excel 15"></head><body><table><!--StartFragment--><col width=87 span=2>
<tr><td>项目</td><td>数量</td></tr><tr><td>用水</td><td>1.2×10<sup>8</sup>m<sup>3</sup></td></tr><!--EndFragment--></table></body></html>`

test('a Word file is read into the draft; the text that it replaces stays among the saved ones', async () => {
  office.dawn('2026-03-03')
  const page = await office.signIn('wang')
  await beginRecord(page, '行政规范性文件')
  await editor(page).click()
  await page.keyboard.type('旧的正文。')
  await kept(page)
  const lines = [
    '示例市统计局统计执法办法',
    '第一条　为了规范统计执法，制定本办法。',
    '第二条　本办法自公布之日起施行。',
  ]
  const size = { width: 40, height: 40 }
  const picture = new ImageRun({ type: 'png', data: Buffer.from(dot, 'base64'), transformation: size })
  const file = await wordFile('办法.docx', [
    ...lines.map((text) => new Paragraph(text)),
    new Paragraph({ children: [picture] }),
  ])
  await page.getByLabel('选择 Word 文件').setInputFiles(file)
  await page.getByRole('dialog', { name: '正文会换成 Word 文件里的内容' }).waitFor()
  await expectCalmAndAccessible(page)
  // Its picture shows at once, while the text that holds it is still on its way to the server.
  let save = () => {}
  const isShown = new Promise<void>((resolve) => {
    save = resolve
  })
  await page.route(/\/api\/console\/records\/[^/]+\/editions\/\d+$/, async (route) => {
    if (route.request().method() === 'PUT') await isShown
    await route.continue()
  })
  await page.getByRole('button', { name: '换成文件里的内容' }).click()
  await page.getByText('已从 Word 文件读入').waitFor()
  const shown = editor(page).locator('img')
  await shown.evaluate(async (image) => image instanceof HTMLImageElement && image.decode())
  expect(await page.getByText('图片没有取到').count()).toBe(0)
  save()
  await page.locator('.keeping[data-state="kept"]', { hasText: '保存为第3稿' }).waitFor()
  expect(plainTextOf(await textOf(page, 3))).toContain('第二条　本办法自公布之日起施行。')
  expect(plainTextOf(await textOf(page, 2))).toBe('旧的正文。')
  await expectCalmAndAccessible(page)
  await page.context().close()
})

test('without the network nothing typed is lost: it is told, survives the closing of the page, and is saved later', async () => {
  office.dawn('2026-03-05')
  const page = await office.signIn('wang')
  await beginRecord(page, '工作动态')
  await page.getByLabel('标题').fill('我局召开普查动员会')
  await kept(page)
  await page.context().setOffline(true)
  await editor(page).click()
  await page.keyboard.type('会议强调了普查的纪律。')
  await page.locator('.keeping[data-state="waiting"]').waitFor()
  await expectCalmAndAccessible(page)
  await page.context().setOffline(false)
  await kept(page)
  // What the server does not take is said with its place, there and among the findings, which say nothing of what was changed.
  const findings = page.getByRole('region', { name: '检查结果' })
  await findings.getByRole('button', { name: '标题' }).waitFor({ state: 'detached' })
  await page.getByLabel('标题').fill('题'.repeat(501))
  await page.locator('.keeping[data-state="refused"]', { hasText: '没有保存：标题：不超过500个字' }).waitFor()
  await findings.getByText('没有保存，改好后才能检查').waitFor()
  await openSubmit(page)
  await page.getByText('还有文字没有存到服务器（标题：不超过500个字），存好后才能办理').waitFor()
  await expectCalmAndAccessible(page)
  await page.getByLabel('标题').fill('我局召开普查动员会')
  await findings.getByText('没有保存').waitFor({ state: 'detached' })
  await kept(page)
  // A file that did not arrive stops the step that would go on without it.
  await page.route('**/api/console/files', (route) => route.abort())
  const file = { name: '名单.txt', mimeType: 'text/plain', buffer: Buffer.from('甲') }
  await page.locator('.attachments-field input[type=file]').setInputFiles(file)
  await page.getByText('名单.txt：连接不上服务器').waitFor()
  await openSubmit(page)
  await page.getByText('“名单.txt”没有传上').waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.unrouteAll()
  await page.context().setOffline(true)
  await page.getByLabel('标题').fill('我局召开普查动员大会')
  await page.locator('.keeping[data-state="waiting"]').waitFor()
  const again = await page.context().newPage()
  const address = page.url()
  await page.close()
  await again.context().setOffline(false)
  await again.goto(address)
  await again.getByText('已找回您上次在这台电脑上没有存到服务器的文字').waitFor()
  await kept(again)
  expect(await editor(again).textContent()).toContain('会议强调了普查的纪律。')
  expect(await again.getByLabel('标题').inputValue()).toBe('我局召开普查动员大会')
  await expectCalmAndAccessible(again)
  const form = await openForm(again, '作废')
  await form.getByLabel('作废的理由').fill('改为发布公告')
  await take(again, form, '确认作废', '作废')
  await again.context().close()
})

test('two people write the same draft: the second is told whose text stands, sees both, and puts theirs on top', async () => {
  office.dawn('2026-03-06')
  const wang = await office.signIn('wang')
  await beginRecord(wang, '工作动态')
  await wang.getByLabel('标题').fill('普查宣传月启动')
  await kept(wang)
  const chen = await office.signIn('chen')
  await chen.goto(wang.url())
  await editor(chen).waitFor()
  await chen.getByText(/王秀兰（\d\d:\d\d保存过）也在修改这一版/).waitFor()
  await wang.getByLabel('标题').fill('普查宣传月活动启动')
  await wang.locator('.keeping', { hasText: '保存为第3稿' }).waitFor()
  await chen.getByLabel('标题').fill('全市普查宣传月启动')
  await chen.getByText('王秀兰先于您').waitFor()
  await expectCalmAndAccessible(chen)
  const both = chen.getByRole('region', { name: '两份修改' })
  expect(await both.textContent()).toContain('已另存为第4稿')
  expect(await both.locator('td').nth(0).textContent()).toBe('普查宣传月活动启动')
  expect(await both.locator('td').nth(1).textContent()).toBe('全市普查宣传月启动')
  await both.getByRole('button', { name: /^只用我的文字/ }).click()
  await chen.locator('.keeping', { hasText: '保存为第5稿' }).waitFor()
  expect(await chen.getByLabel('标题').inputValue()).toBe('全市普查宣传月启动')
  await expectCalmAndAccessible(chen)
})

test('copied cells stay a table, exponents stay above the line, pictures of the clipboard are uploaded', async () => {
  office.dawn('2026-03-09')
  const page = await office.signIn('wang')
  await beginRecord(page, '通知公告')
  await paste(page, cells)
  await kept(page)
  const [table] = (await textOf(page, 2)).content
  expect(plainTextOf({ type: 'doc', content: table ? [table] : [] })).toBe('项目\t数量\n用水\t1.2×10⁸m³')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await paste(page, `<p>前文<s>旧规定</s><img src="data:image/png;base64,${dot}"></p><p>面积100m</p>`)
  await page.getByText('粘贴的1幅图片已经上传').waitFor()
  await editor(page).locator('img').waitFor()
  expect(await page.getByText('没有带过来').count()).toBe(0)
  expect(await page.getByText('粘贴的内容里有加删除线的文字').count()).toBe(1)
  await page.keyboard.press('ControlOrMeta+End')
  await page.getByRole('button', { name: '上标' }).click()
  await page.keyboard.type('2')
  await page.keyboard.press('ControlOrMeta+.')
  await page.keyboard.type('，CO')
  await page.keyboard.press('ControlOrMeta+,')
  await page.keyboard.type('2')
  await page.locator('.keeping[data-state="kept"]').waitFor()
  await editor(page).locator('sub', { hasText: '2' }).waitFor()
  await page.getByText('正文里有加删除线的文字').first().waitFor()
  const revision = Number(/第(\d+)稿/.exec((await page.locator('.keeping').textContent()) ?? '')?.[1])
  expect(plainTextOf(await textOf(page, revision))).toBe('前文〔已划去：旧规定〕\n\n面积100m²，CO₂')
  await expectCalmAndAccessible(page)
  await page.context().close()
})
