import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pdfFile, pdfText } from '../../src/files/testing/pdf-file.ts'
import { answerQuestions, assign, expectCalmAndAccessible, heading, openOffice, register } from './console.ts'

const office = await openOffice()
const paper = pdfFile(
  `${pdfText('评审意见表', { y: 760, size: 20 })} ${pdfText('评审专家：赵国强', { y: 700 })} ${pdfText('身份证号110105194912310021', { y: 660 })} ${pdfText('电话13912345678', { y: 620 })} ${pdfText('结论：予以通过。', { y: 580 })}`,
)

async function choose(page: Page, label: string) {
  await page.getByLabel(label).click()
  await page.locator('.ant-select-item-option', { hasText: '第三方' }).last().click()
}

test('art. 37: what is not to be given out is blacked out here, with its ground, and the answer gives the new file', async () => {
  office.dawn('2026-03-02')
  const page = await office.signIn('wang')
  await register(page, { what: '评审意见表' })
  await assign(page, '王秀兰')
  const address = page.url()
  await page.getByRole('link', { name: '隐去文件中的内容' }).click()
  await heading(page, /^隐去不予公开的内容/)
  await expectCalmAndAccessible(page)
  await page.locator('input[type=file]').setInputFiles({ name: '意见.pdf', mimeType: 'application/pdf', buffer: paper })
  await heading(page, '隐去：意见.pdf')
  await page.getByRole('img', { name: '文件第1页', exact: true }).waitFor()
  await page.getByText('建议隐去（2处）').waitFor()
  await expectCalmAndAccessible(page)

  await page.getByRole('button', { name: '全部隐去' }).click()
  await page.getByRole('heading', { name: '要隐去的内容（2处）' }).waitFor()
  // A name that no program knows is found by its words, with the keyboard, and named by the person.
  await page.getByLabel('查找要隐去的词').fill('赵国强')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '隐去第1页的赵国强' }).click()
  const name = page.getByPlaceholder('是什么，如“身份证号码”').first()
  await name.fill('专家姓名')
  await choose(page, '第1处的依据')
  // And whatever else with the mouse; a slip is taken back.
  const picture = await page.locator('.passage-layer').boundingBox()
  if (!picture) throw new Error('no page')
  await page.mouse.move(picture.x + picture.width * 0.1, picture.y + picture.height * 0.85)
  await page.mouse.down()
  await page.mouse.move(picture.x + picture.width * 0.4, picture.y + picture.height * 0.9)
  await page.mouse.up()
  await page.getByRole('heading', { name: '要隐去的内容（4处）' }).waitFor()
  await page.getByText('还有1处没有写明内容或者没有选择依据。').waitFor()
  await page.getByRole('button', { name: /撤\s*销/ }).click()
  await page.getByRole('heading', { name: '要隐去的内容（3处）' }).waitFor()
  await page.getByText('已保存', { exact: true }).waitFor()
  await page.reload()
  await page.getByText('专家姓名（第1页）').waitFor()
  await page.getByRole('switch', { name: '预览隐去后的样子' }).click()
  await expectCalmAndAccessible(page)
  await page.getByRole('button', { name: '生成隐去后的文件' }).click()
  await page.getByText('已生成隐去后的文件。').waitFor({ timeout: 60_000 })

  await page.goto(address)
  await answerQuestions(page, [
    '内容明确、材料齐全',
    '是政府信息公开申请',
    '由本机关负责公开',
    '有现成的信息',
    '部分不宜公开，可以区分处理',
  ])
  await page.getByRole('button', { name: '列入附件，并填写不予公开的部分' }).click()
  const parts = page.getByLabel('哪一部分')
  expect(await parts.evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value))).toEqual([
    '专家姓名（第1页）；身份证号码（第1页）；手机号码（第1页）',
  ])
  await expectCalmAndAccessible(page)
})
