import { expect, test } from 'vitest'
import { expectCalmAndAccessible, openOffice, partOf } from './console.ts'
import {
  attach,
  chainOf,
  changedWords,
  expectEdition,
  goWriting,
  kept,
  openMine,
  publish,
  read,
  returnAt,
  rewriteEnd,
  sendBack,
  sign,
  submit,
  writeNotice,
} from './records.ts'

const office = await openOffice()
const title = '关于发放物业服务补贴的公告'

test('sent back twice: by the second level to the drafter, by the third to the second; each mending shows its words and voids what was signed', async () => {
  office.dawn('2026-03-02')
  const clerk = await office.signIn('wang')
  await writeNotice(clerk, title, '现将有关事项公告如下。', '补贴标准为每户500元。', '受理时间为每周一至周四。')
  await attach(clerk, '受理地点.txt', '东街服务中心\n', '各街道受理地点的名称和地址')
  await kept(clerk)
  await submit(clerk)
  const address = clerk.url()
  const first = await office.signIn('zhao')
  await openMine(first, title)
  await sign(first)

  // 复审: the figure is wrong, back to the drafter.
  const second = await office.signIn('li')
  await openMine(second, title)
  await returnAt(second, 2, '补贴标准为每户500元。')
  await sendBack(second, { to: /^拟稿/, reason: '事实、数据有误', note: '与批准的标准不一致' })
  expect(await chainOf(second)).toEqual(['turn', 'broken', 'waiting', 'waiting', 'waiting'])

  await clerk.goto(address)
  await clerk.getByText('李慧于').waitFor()
  expect(await clerk.getByRole('alert').first().textContent()).toMatch(
    /退回到拟稿人：事实、数据有误.*与批准的标准不一致/,
  )
  await clerk.getByRole('button', { name: '看这一段（第2段）' }).click()
  await rewriteEnd(clerk, '500元。', '600元。')
  await kept(clerk)
  await submit(clerk)
  // Whoever signed before sees what has become of the words.
  for (const reviewer of [first, second]) {
    await reviewer.reload()
    expect(await changedWords(reviewer)).toEqual({ gone: ['500'], come: ['600'] })
    await sign(reviewer)
  }

  // 终审: the wording, back to the second level; the first signature stands until the text changes.
  const third = await office.signIn('ma')
  await openMine(third, title)
  await returnAt(third, 3, '受理时间为每周一至周四。')
  await sendBack(third, {
    to: /^复审/,
    reason: '与政策、法律不符',
    note: '工作日都应受理',
    suggested: '受理时间为每周一至周五。',
  })
  expect(await chainOf(third)).toEqual(['signed', 'signed', 'turn', 'waiting', 'waiting'])
  const steps = third.getByRole('region', { name: '办理', exact: true })
  await steps.getByText(/^暂不能办理的步骤/).click()
  expect(await steps.getByRole('button', { name: '审核同意' }).getAttribute('aria-disabled')).toBe('true')

  await clerk.goto(address)
  await clerk.getByText(/^马建军于 .* 退回到复审：与政策、法律不符$/).waitFor()
  await clerk.getByRole('blockquote').getByText('受理时间为每周一至周五。').waitFor()
  await clerk.getByRole('button', { name: '修改文本' }).click()
  await clerk
    .getByRole('dialog', { name: /签名失效/ })
    .getByText('赵志强')
    .waitFor()
  await goWriting(clerk)
  await clerk.getByRole('button', { name: '看这一段（第3段）' }).click()
  await rewriteEnd(clerk, '周四。', '周五。')
  await kept(clerk)
  await clerk.getByText('签名链已断开').waitFor()
  expect(await chainOf(clerk)).toEqual(['turn', 'broken', 'broken', 'waiting', 'waiting'])
  await submit(clerk)
  expect(await changedWords(clerk)).toEqual({ gone: ['周四'], come: ['周五'] })
  for (const reviewer of [first, second, third]) {
    await reviewer.reload()
    await sign(reviewer)
  }

  await clerk.reload()
  await expectEdition(clerk, '审核通过，待发布')
  expect(await chainOf(clerk)).toEqual(['signed', 'signed', 'signed', 'signed', 'turn'])
  const published = await publish(clerk)
  expect(await chainOf(clerk)).toEqual(['signed', 'signed', 'signed', 'signed', 'signed'])
  await expectCalmAndAccessible(clerk)

  // Nothing of it is smoothed over: every signature and both returns stay told, with their reasons.
  const told = await clerk.getByRole('region', { name: '办理经过' }).getByRole('listitem').allTextContents()
  const returns = told.filter((line) => line.includes('退回到')).toReversed()
  expect(returns).toHaveLength(2)
  expect(returns[0]).toMatch(/退回到拟稿人：事实、数据有误；与批准的标准不一致；针对“补贴标准为每户500元。”.*李慧/)
  expect(returns[1]).toMatch(
    /退回到复审：与政策、法律不符；工作日都应受理；针对“受理时间为每周一至周四。”；建议改为“受理时间为每周一至周五。”.*马建军/,
  )
  expect(told.filter((line) => /[初复终]审同意/.test(line))).toHaveLength(6)
  expect(await partOf(clerk, '公开时的样子')).toContain('每户600元。受理时间为每周一至周五。')

  const reader = await office.visit('/shili-tjj/')
  await read(reader, published, '受理时间为每周一至周五。')
  await read(reader, `${published}/history`, '本条信息公开以后没有改动过')
})
