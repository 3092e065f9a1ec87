import { beforeEach, describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { queuedMails } from '../../mail/testing/queued.ts'
import { systemActor } from '../../organs/actor.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import type { Content } from '../content.ts'
import { type Edition, foldEdition } from '../edition.ts'
import type { StepName } from '../edition-event.ts'
import { openEdition } from '../prepare.ts'
import { showEdition, showRecords } from '../show.ts'
import type { EditionKey } from '../store/editions.ts'
import { findPublished } from '../store/published.ts'
import { aContent, aSignedRecord, aText, type Reviewers, submitAndSign } from '../testing/a-record.ts'
import { WantedRecords } from '../wanted.ts'
import { beginEdition, beginRecord } from './begin.ts'
import { publishDue } from './publish-due.ts'
import { saveRevision } from './save.ts'
import { takeStep } from './take-step.ts'
import { keepWordList, removeWordList } from './word-lists.ts'

const { db, owner } = await testDatabase()
const { organ, officer } = await anOffice(db)
const day = '2026-11-24'
const people: Reviewers = {
  clerk: await officer(day, ['clerk']),
  unitHead: await officer(day, ['unitHead']),
  ogiHead: await officer(day, ['ogiHead']),
  leader: await officer(day, ['leader']),
}
const { clerk } = people
const now = new Date('2026-11-24T02:00:00Z')
const minute = new Date('2026-11-24T03:00:00Z')
const system = systemActor(organ.id, clerk.today)

const step = (key: EditionKey, name: StepName, input: unknown) =>
  inOrgan(db, organ.id, (tx) => takeStep(tx, clerk, now, key, name, input))
const save = (key: EditionKey, content: Content, basedOn: number) =>
  inOrgan(db, organ.id, (tx) => saveRevision(tx, clerk, now, key, { content, basedOn }))
const schedule = (key: EditionKey, hash: string | null, at = minute) =>
  step(key, 'schedule', { hash, at: at.toISOString() })
const tick = (at = minute) => publishDue(db, system, at)
const edition = async (key: EditionKey): Promise<Edition> =>
  foldEdition((await inOrgan(db, organ.id, (tx) => openEdition(tx, key))).events)
const isOut = (key: EditionKey) =>
  inOrgan(db, organ.id, async (tx) => (await findPublished(tx, organ.id, key.recordId)) !== undefined)
const mails = async () =>
  (await queuedMails(owner, 'heldEdition'))
    .filter(({ subject }) => subject.includes('定时发布没有进行'))
    .sort((a, b) => a.toAddress.localeCompare(b.toAddress))
const forbid = (word: string, severity: 'block' | 'confirm' = 'block') =>
  inOrgan(db, organ.id, (tx) =>
    keepWordList(tx, people.ogiHead, { name: `禁用${word}`, source: '临时通知' }, [
      { word, kind: 'sensitive', severity, suggestion: '', since: null },
    ]),
  )
beforeEach(() => owner.deleteFrom('outbox').execute())

describe('at its minute a text is looked at again', () => {
  test('a word that was forbidden meanwhile holds it: not published, in the queue of its drafter, those concerned told once', async () => {
    const { key, hash } = await aSignedRecord(db, people, aContent({ text: aText('请使用旧版表格。') }), 3, now)
    await schedule(key, hash)
    await forbid('旧版表格')
    expect(await tick()).toBe(0)
    expect(await isOut(key)).toBe(false)
    expect(await edition(key)).toMatchObject({
      status: 'signed',
      scheduledFor: null,
      signatures: [{}, {}, {}],
      held: { scheduledFor: minute.toISOString(), reasons: [{ gate: 'wordForbidden', place: 'text:0' }] },
    })
    const wanted = { ...WantedRecords.parse({ view: 'mine' }), page: 1 }
    const { items } = await inOrgan(db, organ.id, (tx) => showRecords(tx, clerk, wanted))
    expect(items).toMatchObject([{ recordId: key.recordId, isHeld: true, isMyTurn: true, scheduledFor: null }])
    const told = await mails()
    expect(told.map(({ toAddress }) => toAddress)).toEqual(['clerk@shili.invalid', 'ogihead@shili.invalid'])
    expect(told[0]?.body).toContain('错敏词表中的禁用词')
    expect(JSON.stringify(told)).not.toContain('经济普查')
    const audited = await owner
      .selectFrom('auditEntries')
      .select('subject')
      .where('action', '=', 'record.held')
      .execute()
    expect(audited).toEqual([{ subject: key.recordId }])
    // The clock comes again each minute.
    expect(await tick()).toBe(0)
    expect(await mails()).toHaveLength(2)
    await expect(step(key, 'publish', { hash })).rejects.toMatchObject({ code: 'gate_shut' })
  })

  test('mended, reviewed anew and set again it goes out, and is held no longer', async () => {
    const { key, hash } = await aSignedRecord(db, people, aContent({ text: aText('请勿喧哗。') }), 3, now)
    await schedule(key, hash)
    await forbid('喧哗')
    await tick()
    await save(key, aContent({ text: aText('请保持安静。') }), 2)
    expect((await edition(key)).held).not.toBeNull()
    await submitAndSign(db, people, key, 3, now)
    expect((await edition(key)).held).toBeNull()
    await schedule(key, (await edition(key)).hash)
    expect(await tick()).toBe(1)
    const view = await inOrgan(db, organ.id, (tx) => showEdition(tx, clerk, now, key))
    expect(view).toMatchObject({ status: 'live', held: null })
  })

  test('an interpretation that was withdrawn meanwhile holds its policy; with a reason it is published by hand', async () => {
    const policy = await inOrgan(db, organ.id, (tx) => beginRecord(tx, clerk, now, 'normativeDocument'))
    const about = {
      type: 'policyInterpretation',
      columnId: 'zcjd',
      title: '办法解读',
      interprets: policy.recordId,
    } as const
    const reading = await aSignedRecord(db, people, aContent({ ...about, summary: '解读' }), 3, now)
    const ahead = { gate: 'policyNotPublished', place: 'interprets', reason: '文件定时当日发布' }
    await step(reading.key, 'publish', { hash: reading.hash, confirmations: [ahead] })
    const draft = {
      type: 'normativeDocument',
      columnId: 'zcwj',
      title: '统计调查办法',
      documentNumber: '示统规〔2026〕2号',
      effectiveFrom: plainDate('2026-12-01'),
    } as const
    await save(policy, aContent(draft), 1)
    await submitAndSign(db, people, policy, 3, now)
    const { hash } = await edition(policy)
    await schedule(policy, hash)
    const withdrawal = await inOrgan(db, organ.id, (tx) =>
      beginEdition(tx, clerk, now, reading.key.recordId, 'withdraw'),
    )
    const { content } = await inOrgan(db, organ.id, (tx) => openEdition(tx, withdrawal))
    await save(withdrawal, { ...content, act: { kind: 'withdraw', reason: '内容有误' } }, 1)
    await submitAndSign(db, people, withdrawal, 3, now)
    await step(withdrawal, 'publish', { hash: (await edition(withdrawal)).hash })
    expect(await tick()).toBe(0)
    expect((await edition(policy)).held?.reasons).toMatchObject([{ gate: 'interpretationMissing' }])
    await expect(step(policy, 'publish', { hash })).rejects.toMatchObject({ code: 'gate_needs_reason' })
    const reason = { gate: 'interpretationMissing', place: 'type', reason: '解读正在修改，随后发布' }
    await step(policy, 'publish', { hash, confirmations: [reason] })
    expect(await edition(policy)).toMatchObject({ status: 'live', held: null })
  })

  test('what had its reason when it was submitted, and what is only a hint, holds nothing', async () => {
    const content = aContent({ title: '值班公告', text: aText('请找张三，13800138000') })
    const { key, hash } = await aSignedRecord(db, people, content, 3, now)
    await schedule(key, hash)
    expect(await tick()).toBe(1)
    expect(await isOut(key)).toBe(true)
  })

  test('a site of others that does not answer just then holds nothing', async () => {
    const link = { type: 'link' as const, attrs: { href: 'https://www.gov.cn/zhengce/' } }
    const words = { type: 'text' as const, text: '国务院的通知', marks: [link] }
    const text = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [words] }] }
    const { key, hash } = await aSignedRecord(db, people, aContent({ title: '转引', text }), 3, now)
    await schedule(key, hash)
    await owner.updateTable('linkChecks').set({ problem: '打不开', checkedAt: now }).execute()
    const view = await inOrgan(db, organ.id, (tx) => showEdition(tx, clerk, now, key))
    expect(view.findings).toMatchObject([{ gate: 'deadLink', severity: 'confirm' }])
    expect(await tick()).toBe(1)
  })

  test('two servers at the same minute: held once, told once', async () => {
    const { key, hash } = await aSignedRecord(db, people, aContent({ text: aText('按老办法办理。') }), 3, now)
    await schedule(key, hash)
    const { id } = await forbid('老办法')
    expect(await Promise.all([tick(), tick(), tick()])).toEqual([0, 0, 0])
    const { events } = await inOrgan(db, organ.id, (tx) => openEdition(tx, key))
    expect(events.filter(({ kind }) => kind === 'held')).toHaveLength(1)
    expect(await mails()).toHaveLength(2)
    // The list was wrong: set again, it goes out as it was signed.
    await inOrgan(db, organ.id, (tx) => removeWordList(tx, people.ogiHead, id))
    await schedule(key, hash)
    expect(await tick()).toBe(1)
  })
})
