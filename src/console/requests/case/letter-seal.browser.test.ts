import { expect, test } from 'vitest'
import { expectAccessible } from '../../../../tests/journeys/accessibility.ts'
import { inOrgan } from '../../../db/organ.ts'
import { keepCertificate } from '../../../organs/seal/actions.ts'
import { letterFile } from '../../../requests/letter-files.ts'
import { aPkcs12 } from '../../../seals/testing/certificates.ts'
import { openConsole, phone } from '../../testing/open-console.ts'
import { requestsOf } from '../../testing/requests-of.ts'

const office = await openConsole('2026-03-02')
const { register, take, letOut } = requestsOf(office)
const clerk = await office.officer(['clerk'])

async function aLetter() {
  const request = await register()
  await take(clerk, request, 'requestSupplement', { items: '请写明文件名称', dueOn: '2026-03-16' })
  await letOut(request)
  return request
}

test('a letter without an electronic seal wants one on paper; who has set it notes it once', async () => {
  const request = await aLetter()
  const page = await office.open(clerk, `/requests/${request.id}`)
  const letters = page.getByRole('region', { name: /^文书/ })
  await letters.getByText('打印件还没有登记加盖印章').waitFor()
  await letters.getByRole('button', { name: '已加盖印章，政府信息公开申请补正告知书' }).click()
  await letters.getByText(/^已加盖印章 · .+登记$/).waitFor()
  expect(await letters.getByRole('button', { name: /已加盖印章/ }).count()).toBe(0)
  const leader = await office.open(await office.officer(['leader']), `/requests/${(await aLetter()).id}`)
  await leader.getByText('打印件还没有登记加盖印章').waitFor()
  expect(await leader.getByRole('button', { name: /已加盖印章/ }).count()).toBe(0)
})

test('the seal in a PDF is checked beside the letter: by whom, when, whole, in force, and what is not judged', async () => {
  const admin = await office.officer(['systemAdmin'])
  const file = aPkcs12({ authority: '示例电子认证服务有限公司' }).toString('base64')
  await inOrgan(office.db, office.organ.id, (tx) => keepCertificate(tx, admin, { file, passphrase: '印章123' }))
  const request = await aLetter()
  const key = { organId: office.organ.id, id: request.id }
  const page = await office.open(clerk, `/requests/${request.id}`)
  const letters = page.getByRole('region', { name: /^文书/ })
  const href = (await letters.getByRole('link', { name: /PDF/ }).getAttribute('href')) ?? ''
  await letterFile(office.db, key, { seq: Number(/(\d+)\.pdf$/.exec(href)?.[1]), form: 'pdf' })
  await page.reload()
  await letters.getByRole('button', { name: '验证签章，政府信息公开申请补正告知书' }).click()
  await letters.getByText('签章完好，签章后文件没有改动').waitFor()
  const said = await letters.getByRole('status').textContent()
  for (const words of ['示例市统计局', '在有效期内', '示例电子认证服务有限公司', '不判断颁发机构是否可信'])
    expect(said).toContain(words)
  await page.setViewportSize(phone)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await expectAccessible(page)
})
