import { expect, test } from 'vitest'
import {
  answerQuestions,
  assign,
  expectStatus,
  fillDay,
  issue,
  openCase,
  openOffice,
  partOf,
  readAnew,
  register,
  sendUp,
  takeStep,
} from './console.ts'

const office = await openOffice()
const given = '现将该项目环境影响监测数据复印件随本答复提供。'
const way = ['内容明确、材料齐全', '是政府信息公开申请', '由本机关负责公开', '有现成的信息']

interface Objection {
  readonly what: string
  readonly about: string
  readonly reason: string
  readonly days: { readonly asked: string; readonly delivered: string; readonly answered: string; readonly now: string }
}

/** Takes down a request, asks the third party, and enters its objection; gives the case as it then lies open. */
async function objectedTo({ what, about, reason, days }: Objection) {
  office.dawn(days.asked)
  const page = await office.signIn('wang')
  const number = await register(page, { what })
  await assign(page, '王秀兰')
  const before = await partOf(page, '办理期限')
  await takeStep(page, '征求意见', async (form) => {
    await form.getByRole('radio', { name: /^第三方/ }).check()
    await form.getByLabel('名称或者姓名').fill('示例化工有限公司')
    await form.getByLabel('征求意见的信息内容').fill(about)
  })
  await expectStatus(page, '办理中')
  // It leaves when the head of the unit has approved it; before, nobody has been asked.
  expect(await partOf(page, '待审批的文书')).toContain('政府信息公开征求意见书')
  await office.letOut(number)
  await readAnew(page, number)
  const consulted = await partOf(page, '征求意见')
  expect(consulted).toContain('示例化工有限公司')
  expect(consulted).not.toContain('张三')

  office.dawn(days.now)
  const clerk = await office.signIn('wang')
  await openCase(clerk, number)
  expect(await clerk.locator('.case-head').textContent()).toContain('征求意见中，答复期限暂不计算')
  await takeStep(clerk, '登记对方收到征求意见书', (form) => fillDay(form, '对方收到之日', days.delivered))
  await takeStep(clerk, '登记收到的意见', async (form) => {
    await fillDay(form, '收到意见之日', days.answered)
    await form.getByRole('radio', { name: '不同意公开', exact: true }).check()
    await form.getByLabel('对方的意见和理由').fill(reason)
  })
  expect(await partOf(clerk, '征求意见')).toContain('不同意公开')
  const after = await partOf(clerk, '办理期限')
  expect(after).toContain('第三方甲')
  return { clerk, number, before, after }
}

test('a third party objects; the clock stands still meanwhile, and the information is given after the party is told why', async () => {
  const { clerk, number, before, after } = await objectedTo({
    what: '某化工项目排放监测统计数据',
    about: '贵公司2025年排放监测统计数据',
    reason: '涉及本公司商业秘密',
    days: { asked: '2026-03-02', delivered: '2026-03-04', answered: '2026-03-11', now: '2026-03-12' },
  })
  expect(before).toContain('应于2026年3月30日前')
  expect(after).toContain('应于2026年4月9日前')

  await answerQuestions(clerk, [...way, /^涉及第三方合法权益，但第三方同意公开/, /^提供该信息/])
  await clerk.getByLabel('告知申请人的内容').fill(given)
  await clerk.getByRole('region', { name: '办理后的变化' }).getByText('书面告知').waitFor()
  await clerk.getByRole('link', { name: number }).click()
  await takeStep(clerk, '告知第三方决定公开', (form) =>
    form.getByLabel('决定公开的内容和理由').fill('排放监测数据关系公众健康，不公开会对公共利益造成重大影响'),
  )
  // To tell it is to decide: the same chain as the answer.
  await office.letOut(number, ['zhao', 'li'])
  await readAnew(clerk, number)

  await clerk.getByRole('button', { name: '拟答复', exact: true }).first().click()
  expect(await clerk.getByLabel('告知申请人的内容').inputValue()).toBe(given)
  await sendUp(clerk)
  await office.approve(number)
  office.dawn('2026-03-16')
  const sender = await office.signIn('wang')
  await openCase(sender, number)
  await issue(sender)
  await expectStatus(sender, '已办结')
  const letters = await partOf(sender, '文书')
  for (const label of ['政府信息公开征求意见书', '政府信息公开告知书']) expect(letters).toContain(label)
  expect(await office.recordsIn(2026, 'granted')).toEqual([number])
})

test('the objection is weighed and stands: denied under art. 15, with reconsideration first, and without the party’s name', async () => {
  const { clerk, number, before, after } = await objectedTo({
    what: '某化工企业新产品配方及生产工艺登记资料',
    about: '贵公司新产品配方及生产工艺登记资料',
    reason: '配方和工艺是本公司的商业秘密，公开会使竞争对手直接仿制',
    days: { asked: '2026-03-17', delivered: '2026-03-19', answered: '2026-03-26', now: '2026-03-27' },
  })
  expect(before).toContain('应于2026年4月15日前')
  expect(after).toContain('应于2026年4月24日前')

  await answerQuestions(clerk, [...way, '全部不予公开', /^涉及商业秘密、个人隐私等/])
  expect(await clerk.locator('.answer-columns').textContent()).toContain('4.保护第三方合法权益')
  // What the party has said lies beside the record of how it was weighed.
  expect(await clerk.locator('.asked').textContent()).toMatch(/3月26日.*不同意公开/)
  await clerk.getByRole('button', { name: '拟好，提交审批' }).click()
  await clerk.getByText('这种答复应当有理由，请填写').first().waitFor()
  // The faulty field takes the focus; whoever types before that types into two fields.
  await clerk.getByLabel('理由', { exact: true }).and(clerk.locator(':focus')).waitFor()
  await clerk
    .getByLabel('理由', { exact: true })
    .fill('配方和工艺参数不为公众所知悉，企业采取了保密措施，公开会损害其竞争地位')
  await clerk.getByRole('checkbox', { name: /^第三方甲（/ }).check()
  await clerk.getByRole('checkbox', { name: /^第三方甲的理由/ }).check()
  await clerk
    .getByLabel(/^征求第三方意见的材料/)
    .fill('第三方的理由成立；资料不涉及公共安全和公众健康，不公开不会对公共利益造成重大影响')
  await clerk.getByText('将要发出的文书').waitFor()
  const foreseen = await partOf(clerk, '办理后的变化')
  for (const said of [
    '公开会对第三方合法权益造成损害，且不公开不会对公共利益造成重大影响',
    '第三方不同意公开且有合理理由',
    '第十五条、第三十六条第（三）项的规定，本机关决定不予公开',
    '根据《中华人民共和国行政复议法》第二十三条第一款第（四）项的规定，应当先申请行政复议，不能直接提起行政诉讼',
    '自收到本答复书之日起60日内向',
  ])
    expect(foreseen).toContain(said)
  // The party stays unnamed, and how it was weighed stays in the file.
  for (const kept of ['示例化工有限公司', '第三方的理由成立']) expect(foreseen).not.toContain(kept)
  await sendUp(clerk)

  const unitHead = await office.signIn('zhao')
  await openCase(unitHead, number)
  expect(await partOf(unitHead, '答复与签批')).toContain('第三方的理由成立')
  await office.approve(number)
  office.dawn('2026-03-31')
  const sender = await office.signIn('wang')
  await openCase(sender, number)
  await issue(sender)
  await expectStatus(sender, '已办结')
  expect(await partOf(sender, '计入年度报告')).toContain('保护第三方合法权益')
  const letters = await partOf(sender, '文书')
  expect(letters).toContain('政府信息公开申请答复书')
  // Nothing was given, so there was nothing to tell the third party.
  expect(letters).not.toContain('政府信息公开告知书')
  expect(await office.recordsIn(2026, 'denied.thirdPartyRights')).toEqual([number])
})
