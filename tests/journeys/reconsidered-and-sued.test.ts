import { expect, test } from 'vitest'
import { inOrgan } from '../../src/db/organ.ts'
import { compileReport } from '../../src/report/compile.ts'
import { explainCell } from '../../src/report/explain.ts'
import {
  answerQuestions,
  assign,
  expectCalmAndAccessible,
  expectStatus,
  fillDay,
  heading,
  issue,
  openCase,
  openOffice,
  partOf,
  register,
  sendUp,
} from './console.ts'
import { choose, stepOfCase } from './remedy-steps.ts'

const office = await openOffice()

const review = '示政复〔2026〕18号'
const suit = '（2026）示01行初6号'

test('a partial answer is reconsidered by summary procedure, answered in time and overturned, and then sued; section four counts both', async () => {
  office.dawn('2026-03-02')
  const clerk = await office.signIn('wang')
  const number = await register(clerk, { what: '统计数据' })
  await assign(clerk, '王秀兰')
  await answerQuestions(clerk, [
    '内容明确、材料齐全',
    '是政府信息公开申请',
    '由本机关负责公开',
    '有现成的信息',
    '部分不宜公开，可以区分处理',
  ])
  await clerk.getByLabel('告知申请人的内容').fill('现提供分行业产值汇总表。')
  await clerk.getByLabel('哪一部分').fill('分企业产值')
  await clerk.getByLabel('依据', { exact: true }).click()
  await clerk.locator('.ant-select-item-option', { hasText: '其他法律行政法规禁止公开' }).click()
  await clerk.getByLabel('理由', { exact: true }).fill('分企业产值属于能够识别单个统计调查对象的资料')
  await clerk.getByLabel(/^禁止公开的法律/).fill('《中华人民共和国统计法》第二十八条')
  await sendUp(clerk)
  await office.approve(number)
  office.dawn('2026-03-10')
  const sender = await office.signIn('wang')
  await openCase(sender, number)
  await issue(sender)
  await expectStatus(sender, '已办结')

  office.dawn('2026-04-02')
  const page = await office.signIn('wang')
  await openCase(page, number)
  await page.getByRole('link', { name: '登记复议、诉讼' }).click()
  await heading(page, '登记复议、诉讼案件')
  const form = page.getByRole('region', { name: '案件', exact: true })
  await page.getByRole('button', { name: '登记案件' }).click()
  await form.getByText('请填写案号').waitFor()
  await choose(page, form, '案件类型', '行政复议')
  await form.getByLabel('案号', { exact: true }).fill('示政复[2026]18号')
  await form.getByLabel('复议机关', { exact: true }).fill('示例市人民政府')
  await fillDay(form, '受理日期', '2026-03-30')
  await fillDay(form, '收到申请书副本之日', '2026-04-01')
  await choose(page, form, '审理程序', '简易程序')
  await form.getByText(number).waitFor()
  await expectCalmAndAccessible(page)
  await page.getByRole('button', { name: '登记案件' }).click()
  await heading(page, review)
  expect(await partOf(page, '本机关的期限')).toContain('2026年4月9日')
  expect(await partOf(page, '涉及的事项')).toContain('应当先申请行政复议（复议法 23 I(4)）')

  await page.getByRole('link', { name: '工作台' }).first().click()
  await page.getByRole('link', { name: '提交复议书面答复和证据' }).click()
  await heading(page, review)
  await stepOfCase(page, '登记提交答复、证据', (drawer) =>
    drawer.getByLabel('怎样提交、提交了哪些证据').fill('书面答复一份、证据五份'),
  )
  expect(await partOf(page, '本机关的期限')).toContain('办理')

  // The evidence is listed with what each paper proves, and taken out as one file.
  await stepOfCase(page, '编制证据清单', async (drawer) => {
    await drawer.getByRole('button', { name: /^全部列入/ }).click()
    for (const proves of await drawer.getByRole('textbox', { name: /证明什么$/ }).all())
      if ((await proves.inputValue()) === '') await proves.fill('本机关收到案件材料的时间')
  })
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出证据清单和材料' }).click()
  expect((await saving).suggestedFilename()).toBe(`${review} 证据材料.zip`)

  office.dawn('2026-04-28')
  const later = await office.signIn('wang')
  await later.getByRole('link', { name: '复议诉讼' }).click()
  await later.getByRole('link', { name: review }).click()
  await heading(later, review)
  await stepOfCase(later, '登记决定、裁判', async (drawer) => {
    await choose(later, drawer, '结果', '撤销或者部分撤销')
    await drawer.getByLabel('主文（隐去当事人信息）').fill('撤销被申请人作出的答复，责令其30日内重新作出答复')
    await fillDay(drawer, '作出之日', '2026-04-24')
    await fillDay(drawer, '送达本机关之日', '2026-04-27')
    await fillDay(drawer, '履行期限', '2026-05-27')
  })
  expect(await partOf(later, '年度报告第四部分')).toContain('2026年度结果纠正')
  await stepOfCase(later, '登记履行', (drawer) => drawer.getByLabel('怎样履行').fill('已重新作出答复'))

  office.dawn('2026-06-08')
  const again = await office.signIn('wang')
  await again.getByRole('link', { name: '复议诉讼' }).click()
  await again.getByRole('link', { name: '登记案件' }).click()
  const sued = again.getByRole('region', { name: '案件', exact: true })
  await choose(again, sued, '案件类型', '复议后起诉')
  await sued.getByLabel('案号', { exact: true }).fill(suit)
  await sued.getByLabel('人民法院', { exact: true }).fill('示例市中级人民法院')
  await fillDay(sued, '受理、立案日期', '2026-06-01')
  await fillDay(sued, '收到起诉状副本之日', '2026-06-05')
  await sued.getByLabel('原复议案件的案号').fill(review)
  await choose(again, sued, '被复议、被诉的行为', '对申请作出的答复')
  await sued.getByLabel('涉及的申请').fill('统计')
  await again.locator('.ant-select-item-option', { hasText: number }).click()
  await again.getByRole('button', { name: '登记案件' }).click()
  await heading(again, suit)
  expect(await partOf(again, '本机关的期限')).toContain('2026年6月22日')
  await again.getByRole('link', { name: review }).click()
  await heading(again, review)
  expect(await partOf(again, '复议后起诉')).toContain(suit)

  await openCase(again, number)
  const known = await partOf(again, '复议、诉讼')
  for (const said of [review, suit]) expect(known).toContain(said)
  const { db } = office
  const organ = office.organ()
  const { remedies } = await inOrgan(db, organ.id, (tx) => compileReport(tx, organ, 2026))
  expect(remedies.review).toMatchObject({ corrected: 1, total: 1 })
  expect(remedies.suitAfterReview).toMatchObject({ pending: 1, total: 1 })
  const cell = { table: 'remedies', row: 'review', column: 'corrected' } as const
  const { records } = await inOrgan(db, organ.id, (tx) => explainCell(tx, organ, 2026, cell))
  expect(records.map((record) => record.number)).toEqual([review])
})
