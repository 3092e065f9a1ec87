import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { errorsIn, sentBy } from '../../testing/on-page.ts'
import { openConsole, phone } from '../../testing/open-console.ts'

const office = await openConsole('2026-11-24')
const head = await office.officer(['ogiHead'])

const textFile = (name: string, ...lines: string[]) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(lines.join('\n')),
})
const importing = async (page: Page) => {
  await page.getByRole('button', { name: '导入词表' }).click()
  const form = page.getByRole('dialog', { name: '导入错敏词表' })
  await form.waitFor()
  return {
    form,
    choose: (file: ReturnType<typeof textFile>) => form.locator('input[type=file]').setInputFiles(file),
    confirm: form.locator('.ant-modal-footer .ant-btn-primary'),
  }
}

test('a list is seen before it is taken in; without a name no file is read, with one wrong row nothing is taken', async () => {
  const page = await office.open(head, '/word-lists')
  await page.getByText('还没有导入词表，现在只按系统自带的词检查。').waitFor()
  const sent = sentBy(page)
  const { form, choose, confirm } = await importing(page)
  expect(await confirm.isDisabled()).toBe(true)
  await choose(textFile('词.txt', '帐户\t账户'))
  await expect.poll(() => errorsIn(form)).toEqual({ 词表名称: '请填写词表的名称' })
  expect(sent).toEqual([])
  await form.getByLabel('词表名称').fill('市里的词表')
  await choose({ name: '词.csv', mimeType: 'text/csv', buffer: Buffer.from('词语,处理\n帐户,不知道\n') })
  await form.getByText('共1处错误，全部没有导入。请改正后重新选择文件。').waitFor()
  expect(await form.getByRole('table').textContent()).toContain('第2行')
  expect(await confirm.isDisabled()).toBe(true)
  await choose(textFile('词.txt', '帐户\t账户', '登陆\t登录'))
  await form.getByText('将建立词表“市里的词表”：新增2个').waitFor()
  await form.getByText('还没有导入，请看过下面的内容后确认。').waitFor()
  // Another name typed after that speaks of another list: what was seen does not count any more.
  await form.getByLabel('词表名称').fill('市里的错敏词表')
  await form.getByText('将建立词表').waitFor({ state: 'detached' })
  expect(await confirm.isDisabled()).toBe(true)
  await choose(textFile('词.txt', '帐户\t账户', '登陆\t登录'))
  await form.getByText('新增2个').waitFor()
  expect(sent).toEqual([])
  await confirm.click()
  await page.getByText('词表已导入，共2个词，立即用于检查').waitFor()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('row').filter({ hasText: '帐户' }).getByText('账户').waitFor()
})

test('a list of a known name is replaced as a whole, with what goes, changes and comes said before', async () => {
  const page = await office.open(head, '/word-lists')
  const { form, choose, confirm } = await importing(page)
  await form.getByLabel('词表名称').fill('市里的错敏词表')
  await choose(textFile('新.txt', '帐户\t账号', '通迅\t通讯', '截止目前\t截至目前'))
  await form.getByText('“市里的错敏词表”将按新.txt整张替换：新增2个，改动1个，去掉1个，不变0个').waitFor()
  expect(await form.getByRole('listitem').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('帐户 → 账号'), expect.stringContaining('登陆 → 登录')]),
  )
  expect(await confirm.textContent()).toBe('确认替换')
  await confirm.click()
  await page.getByText('词表已导入，共3个词').waitFor()
  const words = page.getByRole('region', { name: '词表里的词' })
  await words.getByText('共 3 个词').waitFor()
  await words.getByLabel('在列表中查找').fill('截至')
  await words.getByLabel('在列表中查找').press('Enter')
  await words.getByText('共 1 个词').waitFor()
  await words.getByLabel('在列表中查找').fill('没有的')
  await words.getByLabel('在列表中查找').press('Enter')
  await words.getByText('词表里没有含“没有的”的词。').waitFor()
  await page
    .getByRole('region', { name: '在用的词表' })
    .getByRole('link', { name: '市里的错敏词表', exact: true })
    .click()
  await words.getByText('共 3 个词').waitFor()
  await page.waitForURL(/\?list=[0-9a-f-]+$/)
})

test('a list is taken away only when it is said so twice; others see no lists', async () => {
  const page = await office.open(head, '/word-lists', { viewport: phone })
  const take = page.getByRole('button', { name: '撤下市里的错敏词表' })
  await take.click()
  await page.getByText('以后送审、发布的信息不再检查其中的3个词。').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('以后送审、发布的信息不再检查').waitFor({ state: 'hidden' })
  await take.click()
  await page.getByRole('button', { name: '撤下词表' }).click()
  await page.getByText('词表已撤下').waitFor()
  await page.getByText('还没有导入词表').waitFor()
  const clerk = await office.open(await office.officer(['clerk']), '/word-lists')
  await clerk.getByRole('heading', { name: '您没有权限查看这一页' }).waitFor()
})
