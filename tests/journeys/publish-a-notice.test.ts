import { expect, test } from 'vitest'
import { expectNoSidewaysScroll } from './accessibility.ts'
import { expectCalmAndAccessible, heading, openOffice, partOf } from './console.ts'
import {
  attach,
  chainOf,
  changedWords,
  editor,
  expectEdition,
  goWriting,
  kept,
  openForm,
  openMine,
  returnAt,
  rewriteEnd,
  sendBack,
  sign,
  submit,
  take,
  writeNotice,
} from './records.ts'

const office = await openOffice()
const title = '关于发放物业服务补贴的公告'

test('a notice is drafted, sent back at a paragraph, signed, changed after the signature, signed anew by three and published', async () => {
  office.dawn('2026-03-02')
  const clerk = await office.signIn('wang')
  await writeNotice(clerk, title, '根据有关规定，现将有关事项公告如下。', '补贴标准为每户500元。')
  await clerk.getByRole('button', { name: '表格' }).click()
  await clerk.getByRole('menuitem', { name: /插入表格：3行3列/ }).click()
  for (const words of ['街道', '户数', '受理地点', '东街', '120', '东街服务中心'])
    await clerk.keyboard.type(words).then(() => clerk.keyboard.press('Tab'))
  await attach(clerk, '受理地点.txt', '东街服务中心，人民路1号\n', '各街道受理地点的名称和地址')
  await kept(clerk)
  await clerk.getByText('✓ 没有发现问题。').waitFor()
  await expectCalmAndAccessible(clerk)
  await submit(clerk)
  await expectEdition(clerk, '审核中')
  expect(await chainOf(clerk)).toEqual(['signed', 'turn', 'waiting', 'waiting', 'waiting'])

  // The head of the unit points at the paragraph that is wrong.
  const head = await office.signIn('zhao')
  await openMine(head, title)
  expect(await partOf(head, '公开时的样子')).toContain('东街服务中心')
  // Whoever reviews is told, before a word is typed, what that would cost them.
  await head.getByRole('button', { name: '修改文本' }).click()
  const warned = head.getByRole('dialog', { name: '修改后您不能审核这份文本' })
  await warned.getByText('逐字恢复原文后，仍可审核').waitFor()
  await expectCalmAndAccessible(head)
  await warned.getByRole('button', { name: '退回并建议改法' }).click()
  await head.getByRole('dialog', { name: /^退回修改/ }).waitFor()
  await head.getByRole('button', { name: '关闭（保留已填内容）' }).click()
  await head.getByRole('dialog', { name: /^退回修改/ }).waitFor({ state: 'hidden' })
  await returnAt(head, 2, '补贴标准为每户500元。')
  const back = head.getByRole('dialog', { name: /^退回修改/ })
  await back.getByText('第2段：补贴标准为每户500元。').waitFor()
  await sendBack(head, { to: /^拟稿/, reason: '事实、数据有误', note: '补贴标准与文件不一致，请核对' })

  await clerk.reload()
  await heading(clerk, title)
  await clerk.getByText('补贴标准与文件不一致，请核对').first().waitFor()
  await clerk.getByRole('button', { name: '看这一段（第2段）' }).click()
  await rewriteEnd(clerk, '500元。', '600元。')
  await kept(clerk)
  await submit(clerk)

  await head.reload()
  await sign(head)
  expect(await chainOf(head)).toEqual(['signed', 'signed', 'turn', 'waiting', 'waiting'])

  // A change after the signature takes it away, and shows which words.
  await clerk.reload()
  await clerk.getByRole('button', { name: '修改文本' }).click()
  await clerk.getByRole('dialog', { name: /签名失效/ }).waitFor()
  await expectCalmAndAccessible(clerk)
  await goWriting(clerk)
  await editor(clerk).getByText('补贴标准为每户600元。').click()
  await rewriteEnd(clerk, '600元。', '800元。')
  await kept(clerk)
  await clerk.getByText('签名链已断开').waitFor()
  expect((await chainOf(clerk))[1]).toBe('broken')
  await submit(clerk)
  expect(await changedWords(clerk)).toEqual({ gone: ['600'], come: ['800'] })

  for (const login of ['zhao', 'li', 'ma'] as const) {
    const page = await office.signIn(login)
    await page.setViewportSize({ width: 390, height: 844 })
    await openMine(page, title)
    await expectNoSidewaysScroll(page)
    await sign(page)
    await page.context().close()
  }

  await clerk.reload()
  await expectEdition(clerk, '审核通过，待发布')
  expect(await chainOf(clerk)).toEqual(['signed', 'signed', 'signed', 'signed', 'turn'])
  const form = await openForm(clerk, '发布')
  await form.getByText('发布后公众立即可以看到').waitFor()
  await take(clerk, form, '确认发布', '发布')
  await expectEdition(clerk, '已发布')
  await clerk.getByRole('link', { name: '/shili-tjj/records/2026-00001' }).waitFor()
  expect(await chainOf(clerk)).toEqual(['signed', 'signed', 'signed', 'signed', 'signed'])
})
