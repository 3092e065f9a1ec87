import { AlignmentType, Paragraph, Table, TableCell, TableRow } from 'docx'
import { expect, test } from 'vitest'
import { expectCalmAndAccessible, fillDay, openOffice, partOf } from './console.ts'
import {
  attach,
  beginRecord,
  chainOf,
  editor,
  kept,
  openMine,
  publish,
  read,
  signAll,
  submit,
  wordFile,
} from './records.ts'

const office = await openOffice()
const policy = '示例市统计局关于印发《示例市统计信用管理办法》的通知'
const reading = '一图读懂：统计失信由谁认定、怎样修复'

const centred = (text: string) => new Paragraph({ text, alignment: AlignmentType.CENTER })
const right = (text: string) => new Paragraph({ text, alignment: AlignmentType.RIGHT })
const row = (...texts: string[]) =>
  new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) })

test('from a Word file to a published policy with its interpretation: read in, completed, explained, signed by three, linked both ways, found', async () => {
  office.dawn('2026-03-02')
  const clerk = await office.signIn('wang')
  await beginRecord(clerk, '行政规范性文件')
  const file = await wordFile('关于印发办法的通知.docx', [
    centred('示例市统计局文件'),
    centred('示统规〔2026〕1号'),
    centred(policy),
    new Paragraph('各县（区）统计局，市直有关部门：'),
    new Paragraph('现将《示例市统计信用管理办法》印发给你们，请遵照执行。'),
    new Paragraph('第一条　统计严重失信企业由作出处罚决定的统计机构认定。'),
    new Table({ rows: [row('情形', '公示期限'), row('一般失信', '三个月'), row('严重失信', '一年')] }),
    right('示例市统计局'),
    right('2026年2月26日'),
  ])
  await clerk.getByLabel('选择 Word 文件').setInputFiles(file)
  await clerk.getByText('已从 Word 文件读入').waitFor()
  await expectCalmAndAccessible(clerk)

  // What the document says of itself stands in the form; the rest is filled in.
  expect(await clerk.getByLabel('标题').inputValue()).toBe(policy)
  expect(await clerk.getByLabel('文号').inputValue()).toBe('示统规〔2026〕1号')
  expect(await clerk.getByLabel('成文日期').inputValue()).toBe('2026-02-26')
  const form = clerk.getByRole('region', { name: '基本信息' })
  await fillDay(form, '施行日期', '2026-03-01')
  await fillDay(form, '有效期至', '2031-02-28')
  await clerk.getByLabel('备案号').fill('SLGF-2026-001')
  await clerk.getByLabel('关键词').fill('统计信用')
  await clerk.getByLabel('关键词').press('Enter')
  await attach(clerk, '信用修复申请书.txt', '申请人、认定文书、整改情况', '申请书共一页，可以来电索取大字版')
  await kept(clerk)
  const lacks = '还没有这份文件的政策解读'
  await clerk.getByText(lacks).waitFor()
  await expectCalmAndAccessible(clerk)
  const draft = clerk.url()

  await beginRecord(clerk, '政策解读')
  await clerk.getByLabel('标题').fill(reading)
  await fillDay(clerk.getByRole('region', { name: '基本信息' }), '成文日期', '2026-03-02')
  await clerk.getByLabel('所解读的文件').fill('统计信用')
  await clerk.locator('.ant-select-item-option', { hasText: `${policy}（拟稿）` }).click()
  await clerk.getByLabel('解读人').fill('示例市统计局政务公开科')
  await editor(clerk).click()
  await clerk.keyboard.type('问：统计失信由谁认定？答：由作出处罚决定的统计机构认定。')
  await kept(clerk)
  await clerk.getByText('还没有公开').waitFor()
  await expectCalmAndAccessible(clerk)
  const explanation = clerk.url()

  // The interpretation on its way is what the policy lacked; both are sent up together.
  await clerk.goto(draft)
  await clerk.getByText('✓ 没有发现问题。').waitFor()
  await submit(clerk)
  await clerk.goto(explanation)
  await submit(clerk, '与文件同步送审，文件发布后随即发布')
  await signAll(office, ['zhao', 'li', 'ma'], policy, reading)

  await clerk.goto(draft)
  await openMine(clerk, policy)
  expect(await chainOf(clerk)).toEqual(['signed', 'signed', 'signed', 'signed', 'turn'])
  expect(await partOf(clerk, '公开时的样子')).toContain('严重失信')
  const address = await publish(clerk)
  await openMine(clerk, reading)
  await clerk.getByText('✓ 没有发现问题。').waitFor()
  const beside = await publish(clerk)

  const reader = await office.visit('/shili-tjj/')
  await read(reader, address, reading)
  const head = reader.getByLabel('信息要素')
  for (const words of ['示统规〔2026〕1号', '2026年2月26日', '现行有效', '2031年2月28日', 'SLGF-2026-001'])
    await head.getByRole('definition').getByText(words, { exact: true }).waitFor()
  await reader.getByRole('row', { name: '严重失信 一年' }).waitFor()
  await reader.getByText('无障碍说明：申请书共一页，可以来电索取大字版').waitFor()
  await reader.getByRole('region', { name: '相关解读' }).getByRole('link', { name: reading }).click()
  expect(new URL(reader.url()).pathname).toBe(beside)
  await read(reader, beside, policy)
  await reader.getByRole('region', { name: '所解读的政策文件' }).getByRole('link', { name: policy }).click()
  expect(new URL(reader.url()).pathname).toBe(address)

  // As people type the number, in whatever brackets.
  await reader.getByLabel('在本机关公开的信息中搜索').fill('示统规[2026]第001号')
  await reader.getByLabel('在本机关公开的信息中搜索').press('Enter')
  await reader
    .getByRole('status')
    .getByText(/^找到1条/)
    .waitFor()
  await read(reader, reader.url(), policy)
  await reader.getByRole('main').getByRole('link', { name: policy }).click()
  expect(new URL(reader.url()).pathname).toBe(address)
})
