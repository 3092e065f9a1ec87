import { expect, test } from 'vitest'
import { clearOfSecrets, openForm } from '../../../../tests/journeys/records.ts'
import { errorsIn } from '../../testing/on-page.ts'
import { openConsole, phone } from '../../testing/open-console.ts'
import { keeping, recordsOf, settle } from '../../testing/records-of.ts'

const office = await openConsole('2026-11-24')
const records = await recordsOf(office)
const clerk = await office.officer(['clerk'])

test('what is asked depends on what was said before: a reason where it is not public, a source where it is another’s', async () => {
  const key = await records.draft()
  const page = await records.write(clerk, key)
  expect(await page.getByLabel('不主动公开的理由').count()).toBe(0)
  expect(await page.getByLabel('来源', { exact: true }).count()).toBe(0)
  await page.getByRole('radio', { name: '依申请公开' }).check()
  await page.getByLabel('不主动公开的理由').fill('内部事务信息')
  await page.getByRole('radio', { name: '转载' }).check()
  await page.getByLabel('来源', { exact: true }).fill('新华社')
  await settle(page)
  expect(await records.saved(key)).toMatchObject({
    attribute: 'onRequest',
    attributeReason: '内部事务信息',
    originality: 'repost',
    sourceName: '新华社',
  })
  await page.getByRole('radio', { name: '主动公开', exact: true }).check()
  await page.getByLabel('不主动公开的理由').waitFor({ state: 'detached' })
})

test('days are read as people write them, what is none stays typed and is told, and an emptied one is no day', async () => {
  const key = await records.draft()
  const page = await records.write(clerk, key)
  const madeOn = page.getByLabel('成文日期')
  await madeOn.fill('2026年11月1日')
  await madeOn.press('Tab')
  expect(await madeOn.inputValue()).toBe('2026-11-01')
  await page.getByText('信息形成之日，发布期限从这天起算。').waitFor()
  await settle(page)
  expect((await records.saved(key)).madeOn).toBe('2026-11-01')
  // The term is counted anew as soon as the day is saved.
  await page.getByText('（自2026年11月1日起算）').waitFor()

  await madeOn.fill('十一月的一天')
  await madeOn.press('Tab')
  await page.clock.fastForward(2000)
  await keeping(page, 'refused', '成文日期')
  expect(await madeOn.inputValue()).toBe('十一月的一天')
  expect(await madeOn.getAttribute('aria-invalid')).toBe('true')
  expect((await records.saved(key)).madeOn).toBe('2026-11-01')
  await madeOn.fill('2026-11-02')
  await madeOn.press('Enter')
  await settle(page)
  expect((await records.saved(key)).madeOn).toBe('2026-11-02')
  await page.getByRole('button', { name: '清空' }).click()
  await settle(page)
  expect((await records.saved(key)).madeOn).toBeNull()
  await page.getByText('填写成文日期后计算发布期限').waitFor()
})

test('key words are parted as they are pasted, each is told by its own length, and a column is found by its name', async () => {
  const key = await records.draft()
  const page = await records.write(clerk, key)
  const words = page.getByRole('combobox', { name: '关键词' })
  await words.fill('普查、统计，公告 ')
  await words.press('Enter')
  await settle(page)
  expect((await records.saved(key)).keywords).toEqual(['普查', '统计', '公告'])
  await words.fill('长'.repeat(51))
  await words.press('Enter')
  await page.clock.fastForward(2000)
  await keeping(page, 'refused', /关键词：不超过50个字/)
  expect(Object.keys(await errorsIn(page))).toEqual(['关键词'])
  await words.press('Backspace')
  await settle(page)
  expect(await errorsIn(page)).toEqual({})
  const column = page.getByRole('combobox', { name: '栏目' })
  await column.click()
  await page.keyboard.type('工作动态')
  await page.getByTitle('工作动态').click()
  await settle(page)
  expect((await records.saved(key)).columnId).not.toBe('tzgg')
})

test('files arrive one by one, keep their order and their words, and one that fails holds up the next step until it is put aside', async () => {
  const key = await records.draft()
  const page = await records.write(clerk, key)
  const field = page.locator('.attachments-field')
  const send = (...names: string[]) =>
    field
      .locator('input[type=file]')
      .setInputFiles(names.map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })))
  await send('甲.txt', '乙.txt')
  await field.getByLabel('乙.txt的无障碍替代说明').waitFor()
  await field.getByLabel('甲.txt的无障碍替代说明').fill('名单')
  expect(await field.getByRole('button', { name: /^上移/ }).first().isDisabled()).toBe(true)
  await settle(page)
  const [first] = (await records.saved(key)).attachments
  await field.getByRole('button', { name: `下移${first?.name}` }).click()
  await settle(page)
  const { attachments } = await records.saved(key)
  expect(attachments.map(({ name }) => name)).not.toEqual([first?.name])
  expect(attachments.at(-1)?.name).toBe(first?.name)
  expect(attachments.find(({ name }) => name === '甲.txt')?.alternative).toBe('名单')

  await page.route('**/api/console/files', (route) => route.abort())
  await send('丙.txt')
  await field.getByText('丙.txt：连接不上服务器').waitFor()
  const submit = page.getByRole('region', { name: '办理', exact: true }).getByRole('button', { name: '送审' })
  await submit.click()
  await page.getByText('“丙.txt”没有传上，请重新上传；不要这个文件的，先关掉它的提示').waitFor()
  await field.getByRole('alert').filter({ hasText: '丙.txt' }).getByRole('button').click()
  await submit.click()
  const form = page.getByRole('dialog', { name: /^送审/ })
  await form.getByRole('region', { name: /甲\.txt的保密审查$/ }).waitFor()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'hidden' })
  await submit.and(page.locator(':focus')).waitFor()
})

test('a step is about what is on the screen: what was typed a moment before is saved and read again first', async () => {
  const key = await records.draft({ title: '旧标题' })
  const page = await records.write(clerk, key)
  await page.getByLabel('标题').fill('刚刚改的标题')
  const form = await openForm(page, '送审')
  await form.getByText('送审 · 刚刚改的标题').waitFor()
  await form.getByText('（第3稿）').waitFor()
  await clearOfSecrets(form)
  await form.getByRole('button', { name: '确认送审' }).click()
  await page.getByText('已办理：送审').waitFor()
  await page.getByText('审核中').first().waitFor()
  expect((await records.saved(key)).title).toBe('刚刚改的标题')
})

test('on a phone everything of the editor is reached without scrolling sideways', async () => {
  const key = await records.draft()
  const page = await records.write(clerk, key, { viewport: phone })
  await page.getByLabel('标题').fill('手机上写的公告')
  await settle(page)
  await page.getByRole('button', { name: '看公开时的样子' }).click()
  await page.getByRole('region', { name: '公开时的样子' }).getByText('手机上写的公告').waitFor()
  await page.getByRole('button', { name: '修改文本' }).click()
  await page.getByRole('toolbar', { name: '正文格式' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})
