import { expect, test } from 'vitest'
import { pdfFile, pdfText } from '../../src/files/testing/pdf-file.ts'
import { answerQuestions, assign, expectStatus, openCase, openOffice, partOf, register, sendUp } from './console.ts'

const office = await openOffice()

test('an enclosure with words under a box needs a reason, which the approver reads', async () => {
  office.dawn('2026-03-02')
  const page = await office.signIn('wang')
  const number = await register(page, { what: '专家名单' })
  await assign(page, '王秀兰')
  await answerQuestions(page, [
    '内容明确、材料齐全',
    '是政府信息公开申请',
    '由本机关负责公开',
    '有现成的信息',
    '可以全部公开',
    '提供该信息，或者告知获取的方式、途径和时间',
  ])
  const boxed = pdfFile(`${pdfText('王建国')} 0 0 0 rg 50 690 100 30 re f`, { info: '/Author(Zhang San)' })
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '专家名单.pdf', mimeType: 'application/pdf', buffer: boxed })
  await page.getByText('第1页“王建国”').waitFor()
  await page.getByRole('button', { name: '拟好，提交审批' }).click()
  await page.getByText('请说明理由，或者换掉附件').first().waitFor()
  await page.getByLabel('确需这样提供的理由').fill('当事人书面同意公开姓名')
  await page.getByText('将要发出的文书').waitFor()
  await sendUp(page)
  await expectStatus(page, '审批中')
  const head = await office.signIn('li')
  await openCase(head, number)
  const answer = await partOf(head, '答复与签批')
  for (const words of ['第1页“王建国”', '当事人书面同意公开姓名', '作者 Zhang San']) expect(answer).toContain(words)
})
