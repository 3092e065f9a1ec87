import { expect, test } from 'vitest'
import {
  answerQuestions,
  assign,
  expectStatus,
  issue,
  openCase,
  openOffice,
  partOf,
  register,
  sendUp,
  servedToAgent,
} from './console.ts'

const office = await openOffice()

test('art. 43: a blind applicant’s helper asks by word of mouth; staff take it down and the answer is read out', async () => {
  office.dawn('2026-03-02')
  const page = await office.signIn('wang')
  const number = await register(page, {
    channel: '口头（由工作机构代为填写）',
    name: '𠮷野明',
    what: '2025年全市视力残疾人就业统计结果',
    more: async (page) => {
      expect(await page.getByLabel('代填人').inputValue()).toBe('王秀兰')
      await page.getByRole('checkbox', { name: '由代理人提出' }).check()
      await page.getByLabel('代理人姓名').fill('阿卜杜拉·买买提')
      await page.getByLabel('代理人证件号码').fill('11010519491231002X')
      await page.getByLabel('代理人电话').fill('13900139000')
      await page.getByRole('checkbox', { name: /^阅读有困难或者有视听障碍/ }).check()
      await page.getByLabel('需要怎样的协助').fill('答复书由工作人员当面宣读，并提供录音')
      await page.locator('input[type=file]').setInputFiles({
        name: '授权委托书.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('本人𠮷野明委托阿卜杜拉·买买提代为申请政府信息公开。'),
      })
      await page.getByLabel('授权委托书.txt是什么').click()
      await page.locator('.ant-select-item-option', { hasText: '授权委托书' }).click()
    },
  })
  await expectStatus(page, '办理中')
  const asked = await partOf(page, '申请')
  for (const words of ['口头代填', '收到申请之日2026年3月2日', '当面宣读']) expect(asked).toContain(words)
  expect(await partOf(page, '申请人')).not.toMatch(/𠮷野明|买买提|11010519491231002X/)
  expect(await partOf(page, '材料')).toContain('授权委托书.txt')

  await page.getByRole('button', { name: '查看完整信息' }).click()
  await page.getByRole('dialog', { name: '查看申请人完整信息' }).getByRole('button', { name: '查看' }).click()
  await page.getByText('阿卜杜拉·买买提', { exact: false }).waitFor()
  expect(await partOf(page, '申请人')).toContain('𠮷野明')

  await assign(page, '王秀兰')
  await answerQuestions(page, [
    '内容明确、材料齐全',
    '是政府信息公开申请',
    '由本机关负责公开',
    '有现成的信息',
    '可以全部公开',
    /^提供该信息/,
  ])
  await page.getByLabel('告知申请人的内容').fill('现提供统计结果的录音和大字版。')
  await sendUp(page)
  await office.approve(number)
  office.dawn('2026-03-04')
  const sender = await office.signIn('wang')
  await openCase(sender, number)
  await issue(sender, servedToAgent)
  await expectStatus(sender, '已办结')
  expect(await partOf(sender, '办理经过')).toContain('当面送达（代理人签收）')
  expect(await office.recordsIn(2026, 'granted')).toEqual([number])
})
