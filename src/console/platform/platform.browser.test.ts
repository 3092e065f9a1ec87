import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { heading } from '../../../tests/journeys/console.ts'
import { inOrgan } from '../../db/organ.ts'
import { addItem } from '../../platform/catalogue/actions.ts'
import { CatalogueForm } from '../../platform/catalogue/item.ts'
import { errorsIn, sentBy } from '../testing/on-page.ts'
import { openConsole, phone } from '../testing/open-console.ts'
import { recordsOf } from '../testing/records-of.ts'

const office = await openConsole('2026-11-24')
const records = await recordsOf(office)
const clerk = await office.officer(['clerk'])
const head = await office.officer(['ogiHead'])

/** Chooses from a list; a long one is searched by the words first. */
const choose = async (page: Page, label: string, words: string) => {
  const field = page.getByRole('dialog').getByRole('combobox', { name: label })
  await field.click()
  if (await field.isEditable()) await page.keyboard.type(words)
  await page.locator('.ant-select-item-option:visible', { hasText: words }).first().click()
}
const other = async (page: Page, column: string, act: string | RegExp) => {
  await page.getByRole('button', { name: `${column}的其他操作` }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

test('a column is added where records may stand; what is wrong is told at its fields, and who only reads changes nothing', async () => {
  const page = await office.open(head, '/columns')
  const sent = sentBy(page)
  await page.getByRole('button', { name: '增设栏目' }).click()
  const form = page.getByRole('dialog', { name: '增设栏目' })
  await form.getByLabel('网址代号').fill('大写ABC')
  await form.getByLabel('最长多少天更新一次').fill('四天')
  await form.getByLabel('最长多少天更新一次').press('Tab')
  await form.getByRole('button', { name: '保存' }).click()
  await expect
    .poll(async () => Object.keys(await errorsIn(form)))
    .toEqual(['上级栏目', '网址代号（可不填）', '名称', '最长多少天更新一次'])
  expect(await errorsIn(form)).toMatchObject({ 最长多少天更新一次: '请按提示改正' })
  await form.getByText('请用数字填写1至3660的整数').waitFor()
  expect(sent).toEqual([])
  await choose(page, '上级栏目', '通知公告')
  await form.getByLabel('名称').fill('招标公告')
  await form.getByLabel('网址代号').fill('zbgg')
  await form.getByLabel('最长多少天更新一次').fill('３０')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText('已办理：增设栏目').waitFor()
  const row = page.getByRole('row').filter({ hasText: '招标公告' })
  expect(await row.textContent()).toMatch(/自设.*未定.*30天/)
  expect(sent.at(-1)?.body).toMatchObject({ id: 'zbgg', updateDays: 30 })
  const reader = await office.open(clerk, '/columns', { viewport: phone })
  await reader.getByRole('listitem').filter({ hasText: '招标公告' }).first().waitFor()
  expect(await reader.getByRole('button', { name: /修改|其他操作|增设/ }).count()).toBe(0)
  expect(await reader.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('a column that holds records is closed only with a place for them; closed it can be opened again; the first five stay', async () => {
  await records.publish({ title: '招标的公告', columnId: 'zbgg' })
  const page = await office.open(head, '/columns')
  await other(page, '招标公告', '撤销')
  const form = page.getByRole('dialog', { name: '撤销栏目：招标公告' })
  await form.getByText('栏目中有1条已公开、0条在办的信息，须转到另一个栏目').waitFor()
  await form.getByRole('button', { name: '撤销栏目' }).click()
  await expect.poll(async () => Object.keys(await errorsIn(form))).toEqual(['撤销的理由'])
  await form.getByLabel('撤销的理由').fill('并入通知公告')
  await form.getByRole('button', { name: '撤销栏目' }).click()
  await form.getByRole('alert').first().waitFor()
  expect(await form.getByLabel('撤销的理由').inputValue()).toBe('并入通知公告')
  await choose(page, '信息转到哪个栏目', '通知公告')
  await form.getByRole('button', { name: '撤销栏目' }).click()
  await page.getByText('已办理：撤销栏目').waitFor()
  await page.getByText(/^已撤销 1$/).click()
  await page.getByText('2026年11月24日撤销：并入通知公告').waitFor()
  await page.getByRole('button', { name: '恢复招标公告' }).click()
  await page.getByRole('dialog').getByText('恢复后栏目是空的').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '恢复栏目' }).click()
  await page.getByText('没有这样的栏目。').waitFor()
  await page.getByText(/^已撤销 0$/).waitFor()
  await page.getByText(/^在用 \d+$/).click()
  const first = page.getByRole('row').nth(1)
  const name = await first.locator('.strong').textContent()
  await page.getByRole('button', { name: `${name}的其他操作` }).click()
  for (const act of ['移动（一级栏目位置固定）', '撤销（规定栏目不能撤销）'])
    expect(await page.getByRole('menuitem', { name: act }).getAttribute('aria-disabled')).toBe('true')
})

test('a column is moved only to where it may stand, with the way to its present place', async () => {
  const page = await office.open(head, '/columns')
  await other(page, '招标公告', '移到别的栏目下')
  const form = page.getByRole('dialog', { name: '移动栏目：招标公告' })
  await form.getByText(/现在的位置：.*通知公告/).waitFor()
  await form.getByRole('button', { name: '移动' }).click()
  await expect.poll(() => errorsIn(form)).toEqual({ 移到哪个栏目下: '请选择新的上级栏目' })
  await form.getByRole('combobox').click()
  await expect.poll(() => page.locator('.ant-select-item-option').count()).toBeGreaterThan(3)
  expect(await page.locator('.ant-select-item-option', { hasText: /招标公告$/ }).count()).toBe(0)
  await page.keyboard.press('Escape')
})

test('an item of the catalogue asks for what the standard asks, stands in its list, and is deleted after a question', async () => {
  const page = await office.open(head, '/catalogue')
  await page.getByText('目录还是空的：可以逐项增加，也可以下载模板填好后导入').waitFor()
  await page.getByRole('button', { name: '增加事项' }).click()
  const form = page.getByRole('dialog', { name: '增加公开事项' })
  await form.getByRole('button', { name: '保存' }).click()
  await expect
    .poll(async () => Object.keys(await errorsIn(form)))
    .toEqual(['一级事项', '公开内容（要素）', '公开依据', '公开层级'])
  await form.getByLabel('一级事项').fill('统计信息')
  await form.getByLabel('二级事项').fill('统计公报')
  await form.getByLabel('公开内容（要素）').fill('国民经济和社会发展统计公报')
  await form.getByLabel('公开依据').fill('统计法第二十三条')
  await choose(page, '公开层级', '市级')
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText('已办理：增加公开事项').waitFor()
  const remove = page.getByRole('button', { name: '删除统计公报' })
  await remove.click()
  await page.getByText('公开页面上随即不再有这一项。').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('公开页面上随即不再有这一项。').waitFor({ state: 'hidden' })
  await remove.click()
  await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click()
  await page.getByText('目录还是空的').waitFor()
})

test('the catalogue is searched and narrowed to a column in its address; a file with a wrong cell changes nothing', async () => {
  const item = (secondItem: string, columnId: string | null) =>
    CatalogueForm.parse({
      firstItem: '统计信息',
      secondItem,
      content: '内容',
      basis: '统计法',
      channels: '政府网站',
      responsibleOrgan: '示例市统计局',
      timeLimit: '20个工作日内',
      audience: 'everybody',
      way: 'proactive',
      level: 'city',
      columnId,
      art20Item: null,
      position: null,
    })
  for (const [name, column] of [
    ['统计公报', 'tzgg'],
    ['统计数据', null],
  ] as const)
    await inOrgan(office.db, office.organ.id, (tx) => addItem(tx, head, item(name, column)))
  const page = await office.open(head, '/catalogue')
  await page.getByRole('row').filter({ hasText: '统计数据' }).waitFor()
  await page.getByLabel('在目录中查找').fill('公报')
  await page.getByLabel('在目录中查找').press('Enter')
  await page.getByRole('row').filter({ hasText: '统计数据' }).waitFor({ state: 'detached' })
  await page.getByLabel('在目录中查找').fill('没有的')
  await page.getByLabel('在目录中查找').press('Enter')
  await page.getByText('没有找到，请换一个词语或者栏目').waitFor()
  expect(decodeURI(new URL(page.url()).search)).toBe('?q=没有的')
  await page.getByRole('button', { name: '导入' }).click()
  const dialog = page.getByRole('dialog', { name: '导入公开事项目录' })
  const wrong = Buffer.from('序号,一级事项\n1,\n')
  await dialog.locator('input[type=file]').setInputFiles({ name: '目录.csv', mimeType: 'text/csv', buffer: wrong })
  await dialog.getByText(/^共\d+处错误，全部没有导入。请改正后重新导入。$/).waitFor()
  await dialog.getByRole('button', { name: '关闭' }).last().click()
  await dialog.waitFor({ state: 'hidden' })
  const reader = await office.open(clerk, '/catalogue?column=tzgg', { viewport: phone })
  await reader.getByRole('listitem').filter({ hasText: '统计公报' }).waitFor()
  expect(await reader.getByRole('listitem').filter({ hasText: '统计数据' }).count()).toBe(0)
  expect(await reader.getByRole('button', { name: /修改|删除|导入|增加/ }).count()).toBe(0)
})

test('a place to read in has a name and an address, is taken away after a question, and the guide says what is still missing', async () => {
  const page = await office.open(head, '/guide')
  await heading(page, '公开指南')
  const missing = page.getByText(/^▲ \d+项未登记$/)
  const before = Number(/\d+/.exec((await missing.textContent()) ?? '')?.[0])
  await page.getByRole('button', { name: '加一处查阅场所' }).click()
  await page.getByRole('button', { name: '加一处查阅场所' }).click()
  await page.getByRole('button', { name: '去掉第2处查阅场所' }).click()
  await page.getByRole('button', { name: '去掉第2处查阅场所' }).waitFor({ state: 'detached' })
  await page.getByLabel('办公时间').fill('周一至周五')
  await page.getByRole('button', { name: '保存' }).click()
  await expect.poll(async () => Object.keys(await errorsIn(page))).toEqual(['名称', '地址'])
  const place = page.locator('.reading-place')
  await place.getByLabel('名称').fill('示例市图书馆')
  await page.getByRole('button', { name: '去掉第1处查阅场所' }).click()
  const asked = page.getByRole('dialog').filter({ hasText: '去掉第1处查阅场所？' })
  await asked.getByRole('button', { name: '保留' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await asked.waitFor({ state: 'hidden' })
  await place.getByLabel('地址').fill('示例市人民路2号')
  await place.getByLabel('地址').press('Enter')
  await page.getByText('指南已保存，公开页面随即更新').waitFor()
  await expect.poll(async () => Number(/\d+/.exec((await missing.textContent()) ?? '')?.[0])).toBeLessThan(before)
  await page.reload()
  await expect.poll(() => place.getByLabel('名称').inputValue()).toBe('示例市图书馆')
})

test('on the first day all columns without a unit are given to one at once', async () => {
  const page = await office.open(head, '/columns')
  await page.getByText(/^未定责任科室 \d+$/).click()
  await page.getByRole('table').getByRole('checkbox').first().check()
  const [, count = ''] = /已选(\d+)个栏目/.exec((await page.getByText(/^已选/).textContent()) ?? '') ?? []
  expect(Number(count)).toBeGreaterThan(20)
  await page.getByRole('button', { name: '定责任科室', exact: true }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: '责任科室' }).click()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: '定责任科室' }).click()
  await page.getByText(`已给${count}个栏目定了责任科室`).waitFor()
  await page.getByText('未定责任科室 0').waitFor()
  await page.getByText('没有这样的栏目。').waitFor()
})
