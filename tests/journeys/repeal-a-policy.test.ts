import { expect, test } from 'vitest'
import { plainDate } from '../../src/days/plain-date.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { publishAsSigned } from '../../src/demo/publish-as-signed.ts'
import { takeStep } from '../../src/disclosure/actions/take-step.ts'
import { aContent, aSignedRecord } from '../../src/disclosure/testing/a-record.ts'
import { saveNormativeDocuments } from '../../src/ledgers/store.ts'
import { confirmAll } from '../../src/ledgers/years/testing/confirm-all.ts'
import { operatorActor } from '../../src/organs/actor.ts'
import { cellNamed, explainCell } from '../../src/report/explain.ts'
import { expectCalmAndAccessible, fillDay, heading, openOffice } from './console.ts'
import {
  beginNextEdition,
  changesFromLive,
  kept,
  openMine,
  peopleOf,
  publish,
  read,
  signAll,
  submit,
} from './records.ts'

const office = await openOffice()
const title = '示例市统计信用管理办法'
const number = '示统规〔2023〕2号'
const successor = '示统规〔2026〕1号'

/** The policy, published when it was made; beside it in the register one whose time runs out and one that follows it. */
async function aLibrary(): Promise<{ recordId: string }> {
  const people = await peopleOf(office)
  const { clerk } = people
  const days = { madeOn: plainDate('2023-06-01'), effectiveFrom: plainDate('2023-07-01') }
  const content = aContent({ type: 'normativeDocument', columnId: 'xzgfxwj', title, documentNumber: number, ...days })
  const { key, hash } = await aSignedRecord(office.db, people, content, 3, office.now())
  const confirmations = [{ gate: 'late', place: 'publishBy', reason: '补登以前的文件' }]
  const blank = { kind: 'normativeDocuments' as const, validUntil: null, repealedOn: null, repealedBy: null }
  await inOrgan(office.db, clerk.organId, async (tx) => {
    await takeStep(tx, clerk, office.now(), key, 'publish', { hash, confirmations })
    await saveNormativeDocuments(tx, clerk.organId, [
      {
        ...blank,
        title: '示例市部门统计调查项目管理办法',
        documentNumber: '示统规〔2021〕1号',
        issuedOn: plainDate('2021-03-01'),
        effectiveFrom: plainDate('2021-03-01'),
        validUntil: plainDate('2026-02-28'),
      },
      {
        ...blank,
        title: '示例市统计信用监督管理办法',
        documentNumber: successor,
        issuedOn: plainDate('2026-02-10'),
        effectiveFrom: plainDate('2026-03-01'),
      },
    ])
  })
  return key
}

test('a policy is repealed through review: it stays with a banner, and library, register and report count it', async () => {
  office.dawn('2026-03-02')
  const { recordId } = await aLibrary()
  const clerk = await office.signIn('wang')
  await clerk.goto(new URL(`/console/records/${recordId}/editions/1`, clerk.url()).href)
  await heading(clerk, title)
  await beginNextEdition(clerk, '废止', '主要内容已由新的办法规定')
  const form = clerk.getByRole('region', { name: '基本信息' })
  // Nobody repeals without saying by what.
  await clerk.getByText('请填写宣布废止的文件').waitFor()
  await expectCalmAndAccessible(clerk)
  await fillDay(form, '废止日期', '2026-03-01')
  await clerk.getByLabel('宣布废止的文件').fill(successor)
  await kept(clerk)
  await clerk.getByText('✓ 没有发现问题。').waitFor()
  await submit(clerk)
  expect(await changesFromLive(clerk)).toContain(`废止；主要内容已由新的办法规定；2026-03-01；${successor}`)
  const reader = await office.visit('/shili-tjj/')
  // Until all have signed, the public sees what it saw.
  await read(reader, '/shili-tjj/records/2026-00001', title)
  expect(await reader.locator('.record-banner').count()).toBe(0)
  await signAll(office, ['zhao', 'li', 'ma'], title)
  await openMine(clerk, title)
  const address = await publish(clerk)
  expect(address).toBe('/shili-tjj/records/2026-00001')

  // The text stays, and says before everything else that it is no longer in force.
  await read(reader, address, '本文件已于2026年3月1日废止')
  const banner = await reader.getByRole('note').first().textContent()
  expect(banner).toBe(
    `本文件已于2026年3月1日废止（${successor}），仅供查阅，不再执行。废止理由：主要内容已由新的办法规定`,
  )
  await reader.getByText('普查标准时点为2026年12月31日。').waitFor()
  await reader.getByLabel('信息要素').getByRole('definition').getByText('废止', { exact: true }).waitFor()

  // The library knows both days.
  await read(reader, '/shili-tjj/library', /<span class="validity repealed">/)
  const entry = reader.getByRole('listitem').filter({ hasText: number })
  expect(await entry.textContent()).toMatch(/废止.*废止2026-03-01（示统规〔2026〕1号）/)
  await reader.getByRole('link', { name: '现行有效 1件' }).click()
  expect(await entry.count()).toBe(0)
  await reader.getByLabel('截至日期').fill('2026-02-28')
  await reader.getByRole('button', { name: '查询' }).click()
  await reader.getByText('截至2026年2月28日现行有效的文件共2件').waitFor()
  expect(await entry.locator('.validity').textContent()).toBe('现行有效')
  expect(new URL(reader.url()).searchParams.get('asOf')).toBe('2026-02-28')
  await read(reader, reader.url(), number)

  // So does the register, and its sum comes out.
  await clerk.goto(new URL('/console/ledgers/documents', clerk.url()).href)
  await heading(clerk, '规章和行政规范性文件')
  const year = clerk.getByRole('row', { name: /^2026年/ })
  await year.waitFor()
  expect((await year.getByRole('cell').allTextContents()).slice(0, 6)).toEqual(['2', '1', '1', '1', '', '1'])
  await clerk.getByRole('link', { name: '2026年本年废止1件，打开清单' }).click()
  await clerk.getByText('只看：2026年“本年废止”').waitFor()
  const registered = clerk.getByRole('row').filter({ hasText: number })
  expect(await registered.textContent()).toMatch(/废止.*2026-03-01 废止示统规〔2026〕1号/)
  await registered.getByRole('link', { name: title }).click()
  await heading(clerk, title)
  await clerk.getByRole('link', { name: address }).waitFor()
  const happened = clerk.getByRole('region', { name: '办理经过' }).getByRole('listitem').locator('strong')
  expect(await happened.allTextContents()).toEqual(['平台废止', '平台发布'])
  await expectCalmAndAccessible(clerk)

  // So does the report of the year, and its figure opens onto the document.
  office.dawn('2027-01-12')
  const organ = office.organ()
  const how = { publishedOn: plainDate('2027-01-12'), calendarVersion: 'journey', reason: null }
  await inOrgan(office.db, organ.id, (tx) => confirmAll(tx, organ, 2026, how.publishedOn))
  await publishAsSigned(office.db, operatorActor(organ.id, how.publishedOn), organ, 2026, how)
  const behind = await inOrgan(office.db, organ.id, (tx) =>
    explainCell(tx, organ, 2026, cellNamed('normativeDocuments/repealedThisYear', 2026)),
  )
  await read(reader, '/shili-tjj/annual-reports/2026', '2026年政府信息公开工作年度报告')
  const figures = reader.getByRole('row').filter({ has: reader.getByRole('rowheader', { name: '行政规范性文件' }) })
  expect(await figures.getByRole('cell').allTextContents()).toEqual(['1', '1', '1'])
  expect(behind).toEqual({ count: 1, records: [{ number, title, on: '2026-03-01', address }] })
  await read(reader, behind.records[0]?.address ?? '', banner ?? '')
})
