import { expect, test } from 'vitest'
import { submitAndSign } from '../../src/disclosure/testing/a-record.ts'
import { expectCalmAndAccessible, heading, openOffice } from './console.ts'
import {
  beginNextEdition,
  editor,
  kept,
  openMine,
  peopleOf,
  publish,
  read,
  signAll,
  submit,
  untilPublic,
  writeNotice,
} from './records.ts'

const office = await openOffice()
const title = '关于人民路停车收费标准的公告'
const shown = '人民路停车区域示意图：东段白天收费，西段免费'
const reason = '收费标准尚未批准，待批准后重新公告'
const lists = ['/shili-tjj/columns/tzgg', '/shili-tjj/records/', '/shili-tjj/search?q=停车', '/shili-tjj/feed.atom']

/** Words of its title that no query marks. */
const isListed = (text: string) => text.includes('收费标准的公告')

/** The record whose page it is. */
const keyOf = (address: string) => {
  const [, recordId = '', edition = ''] = /records\/([^/]+)\/editions\/(\d+)/.exec(address) ?? []
  return { organId: office.organ().id, recordId, edition: Number(edition) }
}

test('a notice with a picture that says what it shows is published; withdrawn through review, it leaves its reason and nothing else', async () => {
  office.dawn('2026-03-02')
  const clerk = await office.signIn('wang')
  await writeNotice(clerk, title, '东段白天每小时3元。')
  const buffer = await clerk.screenshot({ clip: { x: 0, y: 0, width: 320, height: 180 } })
  await clerk.getByLabel('选择图片').setInputFiles({ name: '示意图.png', mimeType: 'image/png', buffer })
  const dialog = clerk.getByRole('dialog', { name: '插入图片' })
  await dialog.getByText('示意图.png').waitFor()
  await expectCalmAndAccessible(clerk)
  // A picture of which nobody says what it shows does not go in.
  expect(await dialog.getByRole('button', { name: '插入', exact: true }).isDisabled()).toBe(true)
  await dialog.getByLabel('图片的替代文字').fill(shown)
  await dialog.getByRole('button', { name: '插入', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await editor(clerk).getByRole('img', { name: shown }).waitFor()
  await kept(clerk)
  await clerk.getByText('✓ 没有发现问题。').waitFor()
  await expectCalmAndAccessible(clerk)
  await submitAndSign(office.db, await peopleOf(office), keyOf(clerk.url()), 3, office.now())
  await clerk.reload()
  await heading(clerk, title)
  const address = await publish(clerk)

  const reader = await office.visit('/shili-tjj/')
  await read(reader, address, title)
  const picture = reader.getByRole('img', { name: shown })
  await picture.scrollIntoViewIfNeeded()
  const image = await picture.evaluate(async (element: HTMLImageElement) => {
    await element.decode()
    return { width: element.naturalWidth, path: new URL(element.src).pathname }
  })
  expect(image.width).toBe(320)
  for (const path of lists) await untilPublic(reader, path, isListed)

  await beginNextEdition(clerk, '撤回', reason)
  await kept(clerk)
  await expectCalmAndAccessible(clerk)
  await submit(clerk)
  await signAll(office, ['zhao', 'li'], title)
  // Two of three: it still stands.
  expect(await untilPublic(reader, address, () => true)).toBe(200)
  await signAll(office, ['ma'], title)
  await openMine(clerk, title)
  await clerk.getByText(`本信息将被撤回。理由：${reason}`).waitFor()
  expect(await publish(clerk, '已撤回')).toBe(address)

  expect(await untilPublic(reader, address, (text) => text.includes('这条信息已经撤回'))).toBe(410)
  await read(reader, address, reason)
  expect(await reader.getByLabel('撤回说明').textContent()).toContain(`撤回日期2026年3月2日撤回理由${reason}`)
  expect(await reader.content()).not.toContain('每小时3元')
  for (const path of [image.path, `${address}.pdf`, `${address}/history`])
    expect(await untilPublic(reader, path, () => true), path).toBe(410)
  for (const path of lists) await untilPublic(reader, path, (text) => !isListed(text))
  await read(reader, '/shili-tjj/search?q=停车', '没有找到')
})
