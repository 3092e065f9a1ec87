import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { beginEdition } from '../../disclosure/actions/begin.ts'
import { publishDue } from '../../disclosure/actions/publish-due.ts'
import { saveRevision } from '../../disclosure/actions/save.ts'
import { takeStep } from '../../disclosure/actions/take-step.ts'
import type { Content } from '../../disclosure/content.ts'
import type { StepName } from '../../disclosure/edition-event.ts'
import { showEdition } from '../../disclosure/show.ts'
import type { EditionKey } from '../../disclosure/store/editions.ts'
import {
  aContent,
  aSignedRecord,
  aText,
  freeOfSecrets,
  type Reviewers,
  submitAndSign,
} from '../../disclosure/testing/a-record.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { addStaff, Browser, sessionCookie } from '../../organs/testing/staff.ts'
import { aStaffedOrgan } from '../../organs/testing/staffed-organ.ts'
import { parseCsv } from '../../workbooks/xlsx/csv.ts'
import { lateSorts, lateViews } from './wanted.ts'

const { db, url, owner } = await testDatabase()
const now = new Date('2026-11-24T02:00:00Z')
const day = '2026-11-24'
const app = await buildApp({ db, url }, {}, () => now)
afterAll(() => app.close())
const { organ, officer, unitId } = await anOffice(db)
const people: Reviewers = {
  clerk: await officer(day, ['clerk']),
  unitHead: await officer(day, ['unitHead']),
  ogiHead: await officer(day, ['ogiHead']),
  leader: await officer(day, ['leader']),
}
const { clerk } = people
const step = (key: EditionKey, name: StepName, input: unknown, actor = clerk) =>
  inOrgan(db, organ.id, (tx) => takeStep(tx, actor, now, key, name, input))
const madeOn = (madeDay: string, facts: Partial<Content> = {}) => aContent({ madeOn: plainDate(madeDay), ...facts })
const signed = (content: Content) => aSignedRecord(db, people, content, 3, now)
/** The texts of this file are alike, which another gate hints at. */
const lateOnes = ({ findings }: Awaited<ReturnType<typeof showEdition>>) =>
  findings.filter(({ gate }) => gate === 'late')
const because = (reason: string) => [{ gate: 'late', place: 'publishBy', reason }]
const browser = new Browser(app)
browser.cookie = await sessionCookie(db, organ.id, clerk.id ?? '', true, now)
const get = async (path: string) => (await browser.send('GET', path)).json()
const late = (more = '') => get(`/timeliness/late?from=2026-01-01&to=2026-12-31${more}`)

describe('art. 26: what comes out after its last day says why', () => {
  test('twenty working days after it was made nothing is asked; a day later it is, and the reason is kept', async () => {
    const last = await signed(madeOn('2026-10-27', { title: '最后一日的公告' }))
    await step(last.key, 'publish', { hash: last.hash })
    const over = await signed(madeOn('2026-10-26', { title: '晚了一日的公告' }))
    const view = await inOrgan(db, organ.id, (tx) => showEdition(tx, clerk, now, over.key))
    expect(lateOnes(view)).toEqual([expect.objectContaining({ severity: 'confirm', place: 'publishBy' })])
    await expect(step(over.key, 'publish', { hash: over.hash })).rejects.toMatchObject({ code: 'gate_needs_reason' })
    const wrong = [{ gate: 'late', place: 'text', reason: '' }]
    await expect(step(over.key, 'publish', { hash: over.hash, confirmations: wrong })).rejects.toThrow('请说明理由')
    await step(over.key, 'publish', { hash: over.hash, confirmations: because('会签部门较多') })
    const { items, total } = await late()
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({
      title: '晚了一日的公告',
      publishBy: '2026-11-23',
      publishedOn: day,
      reason: '会签部门较多',
      reasonBy: 'clerk',
      unitName: '办公室',
    })
    const after = await inOrgan(db, organ.id, (tx) => showEdition(tx, clerk, now, over.key))
    expect(lateOnes(after)).toEqual([])
  })

  test('the shorter limit of its type counts: twenty calendar days for a departmental budget', async () => {
    const budget = {
      type: 'budget',
      columnId: 'czyjs',
      fields: { fiscalYear: '2026', approvedOn: '2026-11-03' },
    } as const
    const { key, hash } = await signed(madeOn('2026-11-03', { ...budget, title: '2026年部门预算' }))
    await expect(step(key, 'publish', { hash })).rejects.toMatchObject({ code: 'gate_needs_reason' })
  })

  test('scheduled for a day after the last one the reason is asked now, and stands when the clock publishes it', async () => {
    const { key, hash } = await signed(madeOn('2026-10-30', { title: '定时发布的公告' }))
    const at = '2026-11-30T02:00:00Z'
    await expect(step(key, 'schedule', { hash, at })).rejects.toMatchObject({ code: 'gate_needs_reason' })
    await step(key, 'schedule', { hash, at, confirmations: because('与上级同步发布') })
    expect(await publishDue(db, { ...clerk, today: plainDate('2026-11-30') }, new Date(at))).toBe(1)
    expect((await late()).items.map(({ reason }: { reason: string }) => reason)).toContain('与上级同步发布')
  })

  test('in an emergency too', async () => {
    const { key, hash } = await aSignedRecord(db, people, madeOn('2026-09-01', { title: '应急信息' }), 0, now)
    const urgent = { hash, reason: '汛情紧急', secrecy: freeOfSecrets(aContent()) }
    await expect(step(key, 'publishUrgently', urgent, people.leader)).rejects.toMatchObject({
      code: 'gate_needs_reason',
    })
    await step(key, 'publishUrgently', { ...urgent, confirmations: because('原定不公开') }, people.leader)
  })
})

describe('figures and reasons', () => {
  test('by column and unit they add up to all, and the late ones open as a list', async () => {
    const { all, byColumn, byUnit } = await get('/timeliness?from=2026-01-01&to=2026-12-31')
    expect(all).toMatchObject({ published: 4, inTime: 1, late: 3, unjudged: 0 })
    for (const lines of [byColumn, byUnit])
      for (const figure of ['published', 'inTime', 'late', 'unjudged'])
        expect(lines.reduce((sum: number, line: Record<string, number>) => sum + (line[figure] ?? 0), 0)).toBe(
          all[figure],
        )
    // 20, 21, 21 working days, and the one of September.
    expect(all.medianDays).toBe(21)
    for (const { id, late: count } of byColumn) expect((await late(`&columnId=${id}`)).total).toBe(count)
    expect((await late(`&unitId=${unitId}`)).total).toBe(3)
    expect(await get('/timeliness?from=2025-01-01&to=2025-12-31')).toMatchObject({
      all: { published: 0, inTime: 0, late: 0, medianDays: null },
      byColumn: [],
    })
  })

  test('the list of the late counts by reasons given what it lists, is narrowed, ordered and exported as it is shown', async () => {
    const { counts } = await late()
    expect(counts).toEqual({ all: 3, unexplained: 0, explained: 3 })
    for (const view of lateViews) expect((await late(`&view=${view}`)).total, view).toBe(counts[view])
    expect((await late('&q=晚了一日')).total).toBe(1)
    expect((await late('&unitId=none')).total).toBe(0)
    for (const { id } of lateSorts) expect((await late(`&sort=-${id}`)).items.length, id).toBe(counts.all)
    const span = '?from=2026-01-01&to=2026-12-31&sort=-overdueDays&as=csv'
    const lines = parseCsv((await browser.send('GET', `/timeliness/late/export${span}`)).rawPayload.toString()).slice(1)
    const shown = (await late('&sort=-overdueDays')).items.map(({ title }: { title: string }) => title)
    expect(lines.map(([title]) => title)).toEqual(shown)
    const days = lines.map((line) => Number(line[7]))
    expect(days).toEqual(days.toSorted((a, b) => b - a))
  })

  test('the unit may say it better afterwards; another unit, another organ, and what was in time are refused', async () => {
    const { items } = await late()
    const { recordId } = items[0]
    const give = (by: Browser, reason: string, id = recordId) =>
      by.send('PUT', `/timeliness/records/${id}/reason`, { reason })
    expect((await give(browser, '短')).statusCode).toBe(422)
    expect((await give(browser, '等待上级批复后公开')).statusCode).toBe(204)
    expect((await late()).items.map(({ reason }: { reason: string }) => reason)).toContain('等待上级批复后公开')
    const { detail } = await owner
      .selectFrom('auditEntries')
      .select('detail')
      .where('action', '=', 'record.lateReason')
      .executeTakeFirstOrThrow()
    expect(detail).toEqual({ reason: '等待上级批复后公开' })
    const stranger = new Browser(app)
    const strangerId = await addStaff(db, organ.id, { login: 'other.unit', roles: ['clerk'] })
    stranger.cookie = await sessionCookie(db, organ.id, strangerId, true, now)
    expect((await give(stranger, '别的科室来说明')).json().code).toBe('not_your_unit')
    const there = await aStaffedOrgan(db, app)
    expect((await give(there.clerk.browser, '别的机关来说明')).statusCode).toBe(404)
    const { recordId: inTime } = await owner
      .selectFrom('publishedRecords')
      .select('recordId')
      .where('title', '=', '最后一日的公告')
      .executeTakeFirstOrThrow()
    expect((await give(browser, '其实没有逾期', inTime)).json().code).toBe('not_late')
  })
})

test('information that has changed is corrected within twenty working days of the change, and is late afterwards', async () => {
  const { key, hash } = await signed(madeOn('2026-11-02', { title: '领导分工' }))
  await step(key, 'publish', { hash })
  const correction = await inOrgan(db, organ.id, (tx) => beginEdition(tx, clerk, now, key.recordId, 'correct'))
  const act = { kind: 'correct', reason: '分工调整', changedOn: plainDate('2026-10-26') } as const
  await inOrgan(db, organ.id, (tx) =>
    saveRevision(tx, clerk, now, correction, {
      content: madeOn('2026-11-02', { title: '领导分工', text: aText('现由李四分管。'), act }),
      basedOn: 1,
    }),
  )
  await submitAndSign(db, people, correction, 3, now)
  const view = await inOrgan(db, organ.id, (tx) => showEdition(tx, clerk, now, correction))
  expect(view).toMatchObject({ publishBy: '2026-11-23', publishLeft: { count: -1, unit: 'workingDays' } })
  const text = { hash: view.hash }
  await expect(step(correction, 'publish', text)).rejects.toMatchObject({ code: 'gate_needs_reason' })
  const before = await get('/timeliness?from=2026-01-01&to=2026-12-31')
  await step(correction, 'publish', { ...text, confirmations: because('等待任免通知') })
  const { items } = await late('&page=1')
  expect(items.find(({ title }: { title: string }) => title === '领导分工')).toMatchObject({
    edition: 2,
    madeOn: '2026-10-26',
    publishBy: '2026-11-23',
    reason: '等待任免通知',
  })
  const after = await get('/timeliness?from=2026-01-01&to=2026-12-31')
  expect([after.all.late - before.all.late, after.all.published - before.all.published]).toEqual([1, 1])
})

test('what is corrected stands in public already: its correction has no clock, and is not among what is late', async () => {
  const { key, hash } = await signed(madeOn('2026-09-01', { title: '早已公开的公告' }))
  await step(key, 'publish', { hash, confirmations: because('补录') })
  const correction = await inOrgan(db, organ.id, (tx) => beginEdition(tx, clerk, now, key.recordId, 'correct'))
  const view = await inOrgan(db, organ.id, (tx) => showEdition(tx, clerk, now, correction))
  expect(view).toMatchObject({ publishBy: null, publishLeft: null })
  const overdue = await get('/records?view=late&q=早已公开的公告')
  expect(overdue.items).toEqual([])
})

test('what is in public is listed with the newest first', async () => {
  const { items } = await get('/records?view=live')
  const at = items.map(({ publishedAt }: { publishedAt: string }) => publishedAt)
  expect(new Set(at).size).toBeGreaterThan(1)
  expect(at).toEqual(at.toSorted().toReversed())
})
