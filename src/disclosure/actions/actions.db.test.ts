import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { systemActor } from '../../organs/actor.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import type { Content } from '../content.ts'
import { foldEdition } from '../edition.ts'
import type { StepName } from '../edition-event.ts'
import { openEdition } from '../prepare.ts'
import type { EditionKey } from '../store/editions.ts'
import { findPublished } from '../store/published.ts'
import { aContent, aSignedRecord, aText, freeOfSecrets, type Reviewers, submitAndSign } from '../testing/a-record.ts'
import { beginEdition } from './begin.ts'
import { publishDue } from './publish-due.ts'
import { saveRevision } from './save.ts'
import { takeStep } from './take-step.ts'

const { db, owner } = await testDatabase()
const { organ, officer } = await anOffice(db)
const day = '2026-11-24'
const people: Reviewers = {
  clerk: await officer(day, ['clerk']),
  unitHead: await officer(day, ['unitHead']),
  ogiHead: await officer(day, ['ogiHead']),
  leader: await officer(day, ['leader']),
}
const { clerk, unitHead, ogiHead, leader } = people
const now = new Date('2026-11-24T02:00:00Z')

const step = (key: EditionKey, name: StepName, input: unknown, actor = clerk) =>
  inOrgan(db, organ.id, (tx) => takeStep(tx, actor, now, key, name, input))
const save = (key: EditionKey, content: Content, basedOn: number, actor = clerk) =>
  inOrgan(db, organ.id, (tx) => saveRevision(tx, actor, now, key, { content, basedOn }))
const look = (key: EditionKey) => inOrgan(db, organ.id, (tx) => openEdition(tx, key))
const edition = async (key: EditionKey) => foldEdition((await look(key)).events)
const published = (key: EditionKey) => inOrgan(db, organ.id, (tx) => findPublished(tx, organ.id, key.recordId))
const begin = (key: EditionKey, act: 'correct' | 'withdraw' | 'repeal') =>
  inOrgan(db, organ.id, (tx) => beginEdition(tx, clerk, now, key.recordId, act))

test('a text that three people have signed is published with number and index number, and stands in the ledger of channels', async () => {
  const { key, hash } = await aSignedRecord(db, people, aContent())
  await step(key, 'publish', { hash })
  const record = await published(key)
  expect(record).toMatchObject({ number: '2026-00001', indexNumber: '示统/2026-00001', hash, withdrawnAt: null })
  const { rows } =
    await sql`select title, url, originality from publications where record_id = ${key.recordId}`.execute(owner)
  expect(rows).toEqual([
    { title: '关于开展第五次全国经济普查的公告', url: '/shili-tjj/records/2026-00001', originality: 'original' },
  ])
})

describe('art. 17: a signature covers a text', () => {
  test('whoever changes a word takes every signature away, and the old text can no longer be published', async () => {
    const { key, hash } = await aSignedRecord(db, people, aContent())
    await save(key, aContent({ title: '关于开展第五次全国经济普查的通告' }), 2)
    expect(await edition(key)).toMatchObject({ status: 'drafting', signatures: [] })
    expect((await edition(key)).voided.map(({ level, voidedBy }) => `${level} ${voidedBy}`)).toEqual([
      'firstReview changed',
      'secondReview changed',
      'finalReview changed',
    ])
    await expect(step(key, 'publish', { hash })).rejects.toThrow('拟稿')
  })

  test('a reviewer who changes the text becomes its author and does not sign it', async () => {
    const { key } = await aSignedRecord(db, people, aContent(), 1)
    await save(key, aContent({ text: aText('复审人改过的正文。') }), 2, ogiHead)
    await expect(submitAndSign(db, people, key, 0)).rejects.toMatchObject({ code: 'level_unheld' })
    await officer(day, ['ogiHead'], 'second-head')
    await submitAndSign(db, people, key, 1)
    const { content } = await look(key)
    const { hash } = await edition(key)
    await expect(step(key, 'sign', { hash, checklist: [], secrecy: freeOfSecrets(content) }, ogiHead)).rejects.toThrow(
      '拟稿、修改过文本的人不能审核它',
    )
  })

  test('a reviewer of whose words none stands any more signs like everybody else', async () => {
    const { key } = await aSignedRecord(db, people, aContent(), 1)
    const { revision } = await save(key, aContent({ text: aText('复审人改过的正文。') }), 2, ogiHead)
    await save(key, aContent(), revision, clerk)
    await submitAndSign(db, people, key, 3)
    expect((await edition(key)).status).toBe('signed')
  })

  test('the database itself refuses a text that was not signed as it stands, and an earlier day of publication', async () => {
    const { key, hash } = await aSignedRecord(db, people, aContent())
    const forged = sql`insert into published_records (organ_id, record_id, edition, number, index_number, hash, type, column_id, title, content)
      values (${organ.id}, ${key.recordId}, 1, '2026-99999', 'x/2026-99999', ${hash}, 'notice', 'tzgg', '未经发布', '{}')`
    await expect(inOrgan(db, organ.id, (tx) => forged.execute(tx))).rejects.toThrow('was not signed')
    await step(key, 'publish', { hash })
    const change = (set: string) =>
      inOrgan(db, organ.id, (tx) =>
        sql.raw(`update published_records set ${set} where record_id = '${key.recordId}'`).execute(tx),
      )
    await expect(change(`hash = repeat('a', 64)`)).rejects.toThrow('was not signed')
    await expect(change(`first_published_at = first_published_at - interval '1 day'`)).rejects.toThrow(
      'keeps its number and its day',
    )
    await expect(change(`number = '2026-00077'`)).rejects.toThrow('keeps its number')
    await expect(inOrgan(db, organ.id, (tx) => sql`delete from published_records`.execute(tx))).rejects.toThrow(
      'permission denied',
    )
  })

  test('whoever signed last does not publish; whoever drafted does not sign', async () => {
    const both = await officer(day, ['clerk', 'leader'], 'both')
    const { key, hash } = await aSignedRecord(db, { ...people, leader: both }, aContent())
    await expect(step(key, 'publish', { hash }, both)).rejects.toThrow('终审的人不能同时发布')
    await expect(aSignedRecord(db, { ...people, clerk: both, leader: both }, aContent())).rejects.toThrow(
      '拟稿、修改过文本的人不能审核它',
    )
  })

  test('an item without its secrecy opinion, or with a doubtful one, goes no further', async () => {
    const { key, hash } = await aSignedRecord(db, people, aContent(), 0)
    const sign = (secrecy: unknown) =>
      step(
        key,
        'sign',
        { hash, checklist: ['事实、数据、人名地名准确', '没有错别字和病句', '不含个人隐私和敏感信息'], secrecy },
        unitHead,
      )
    await expect(sign([{ item: 'other', opinion: 'mayPublish', basis: '无' }])).rejects.toThrow('逐项审查')
    await expect(sign([{ item: 'text', opinion: 'refer', basis: '拿不准' }])).rejects.toThrow('保密行政管理部门')
    await expect(sign([{ item: 'text', opinion: 'mayNotPublish', basis: '工作秘密' }])).rejects.toThrow('不得公开')
  })
})

test('a draft goes back to any earlier step, with its reason at the paragraph; later signatures are void', async () => {
  const { key, hash } = await aSignedRecord(db, people, aContent(), 2)
  await step(key, 'sendBack', { hash, to: 'firstReview', reason: 'fact', paragraph: 1, note: '普查时点请核对' }, leader)
  expect(await edition(key)).toMatchObject({
    status: 'reviewing',
    signatures: [],
    sentBack: { to: 'firstReview', from: 'finalReview', quoted: '普查标准时点为2026年12月31日。' },
  })
  await expect(
    step(key, 'sendBack', { hash, to: 'secondReview', reason: 'fact', paragraph: null, note: '改' }, unitHead),
  ).rejects.toThrow('只能退回到前面的步骤')
  await step(key, 'sendBack', { hash, to: 'drafting', reason: 'wording', paragraph: null, note: '重写' }, unitHead)
  expect(await edition(key)).toMatchObject({ status: 'drafting', submission: null })
})

test('two editors: the second loses nothing, overwrites nothing and hears who was there', async () => {
  const { key } = await aSignedRecord(db, people, aContent(), 0)
  const first = await save(key, aContent({ title: '甲的标题' }), 2)
  const second = await save(key, aContent({ title: '乙的标题' }), 2, unitHead)
  expect(first.overtakenBy).toBeNull()
  expect(second.overtakenBy).toMatchObject({ revision: 3, content: { title: '甲的标题' }, savedName: clerk.name })
  expect((await look(key)).content.title).toBe('甲的标题')
  const { rows } =
    await sql`select content ->> 'title' as title from revisions where record_id = ${key.recordId} and is_aside`.execute(
      owner,
    )
  expect(rows).toEqual([{ title: '乙的标题' }])
})

describe('scheduled publication', () => {
  const system = systemActor(organ.id, plainDate(day))
  test('happens once, however many servers are at it, and never before its time', async () => {
    const { key, hash } = await aSignedRecord(db, people, aContent())
    await expect(step(key, 'schedule', { hash, at: '2026-11-24T09:59:00+08:00' })).rejects.toThrow('在现在之后')
    await step(key, 'schedule', { hash, at: '2026-11-24T14:00:00+08:00' })
    expect(await publishDue(db, system, new Date('2026-11-24T05:59:59Z'))).toBe(0)
    const due = new Date('2026-11-24T06:00:00Z')
    const counts = await Promise.all(Array.from({ length: 6 }, () => publishDue(db, system, due)))
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(1)
    expect(await published(key)).toMatchObject({ hash })
    const { rows } =
      await sql`select count(*)::int as n from edition_events where record_id = ${key.recordId} and kind = 'published'`.execute(
        owner,
      )
    expect(rows).toEqual([{ n: 1 }])
  })

  test('what was called off is not published', async () => {
    const { key, hash } = await aSignedRecord(db, people, aContent())
    await step(key, 'schedule', { hash, at: '2026-11-24T14:00:00+08:00' })
    await expect(save(key, aContent({ title: '改' }), 2)).rejects.toThrow('待定时发布')
    await step(key, 'unschedule', { reason: '等上级通知' })
    expect(await publishDue(db, system, new Date('2026-11-25T06:00:00Z'))).toBe(0)
    expect(await published(key)).toBeUndefined()
  })
})

test('in an emergency the head lets it out and the missing signatures must follow', async () => {
  const warning = aContent({ type: 'emergency', columnId: 'yjgl' })
  const secrecy = freeOfSecrets(warning)
  const { key, hash } = await aSignedRecord(db, people, warning, 0)
  await expect(step(key, 'publishUrgently', { hash, secrecy, reason: '暴雨预警' })).rejects.toThrow('办理')
  await step(key, 'publishUrgently', { hash, secrecy, reason: '暴雨红色预警，须立即告知公众' }, leader)
  expect(await published(key)).toMatchObject({ hash })
  const { rows } = await sql`select status, turn, is_urgent from editions where record_id = ${key.recordId}`.execute(
    owner,
  )
  expect(rows).toEqual([{ status: 'live', turn: 'unitHead', isUrgent: true }])
  const { content } = await look(key)
  await step(
    key,
    'sign',
    {
      hash,
      checklist: ['事实、数据、人名地名准确', '没有错别字和病句', '不含个人隐私和敏感信息'],
      secrecy: freeOfSecrets(content),
    },
    unitHead,
  )
  expect((await edition(key)).signatures).toHaveLength(1)
})

describe('what was published is corrected, withdrawn or repealed, never deleted', () => {
  const policy = () =>
    aContent({
      type: 'normativeDocument',
      columnId: 'xzgfxwj',
      title: '示例市统计调查管理办法',
      genre: '通知',
      documentNumber: `示统规〔2026〕${Math.trunc(performance.now())}号`,
      effectiveFrom: plainDate('2026-12-01'),
    })

  test('repeal goes through review, closes the entry of the register and leaves the text in public', async () => {
    const content = policy()
    const { key, hash } = await aSignedRecord(db, people, content)
    await step(key, 'publish', { hash })
    const second = await begin(key, 'repeal')
    await expect(begin(key, 'correct')).rejects.toThrow('正在办理的版本')
    const draft = (await look(second)).content
    const act = {
      kind: 'repeal',
      reason: '已被新办法代替',
      on: plainDate('2026-12-31'),
      by: '示统规〔2026〕9号',
    } as const
    await save(second, { ...draft, act }, 1)
    await submitAndSign(db, people, second)
    await step(second, 'publish', { hash: (await edition(second)).hash })
    expect(await published(key)).toMatchObject({
      edition: 2,
      repealedOn: '2026-12-31',
      withdrawnAt: null,
      number: expect.stringMatching(/^2026-/),
    })
    const { rows } =
      await sql`select repealed_on::text, repealed_by from normative_documents where document_number = ${content.documentNumber}`.execute(
        owner,
      )
    expect(rows).toEqual([{ repealedOn: '2026-12-31', repealedBy: '示统规〔2026〕9号' }])
    expect((await edition(key)).status).toBe('superseded')
  })

  test('withdrawal leaves a tombstone with the reason, and the ledger of channels knows the day', async () => {
    const { key, hash } = await aSignedRecord(db, people, aContent())
    await step(key, 'publish', { hash })
    const second = await begin(key, 'withdraw')
    await expect(submitAndSign(db, people, second)).rejects.toThrow('请填写理由')
    const draft = (await look(second)).content
    await save(second, { ...draft, act: { kind: 'withdraw', reason: '数据有误，核实后重新发布' } }, 1)
    await submitAndSign(db, people, second)
    await step(second, 'publish', { hash: (await edition(second)).hash })
    expect(await published(key)).toMatchObject({
      withdrawnAt: expect.any(String),
      content: { act: { reason: '数据有误，核实后重新发布' } },
    })
    const { rows } = await sql`select withdrawn_on::text from publications where record_id = ${key.recordId}`.execute(
      owner,
    )
    expect(rows).toEqual([{ withdrawnOn: day }])
    await expect(begin(key, 'repeal')).rejects.toThrow('只有规章')
  })
})

test('what was withdrawn may come back corrected, on the same day too, at its old address', async () => {
  const { key, hash } = await aSignedRecord(db, people, aContent())
  await step(key, 'publish', { hash })
  const first = await published(key)
  for (const act of [
    { kind: 'withdraw', reason: '数据有误' },
    { kind: 'correct', reason: '数据已经核实' },
  ] as const) {
    const next = await begin(key, act.kind)
    await save(next, { ...(await look(next)).content, act }, 1)
    await submitAndSign(db, people, next)
    await step(next, 'publish', { hash: (await edition(next)).hash })
  }
  expect(await published(key)).toMatchObject({
    withdrawnAt: null,
    number: first?.number,
    firstPublishedAt: first?.firstPublishedAt,
  })
})

test('a document is not repealed before it was made', async () => {
  const { key, hash } = await aSignedRecord(
    db,
    people,
    aContent({ type: 'policyDocument', columnId: 'zcwj', documentNumber: '示统〔2026〕8号' }),
  )
  await step(key, 'publish', { hash })
  const second = await begin(key, 'repeal')
  const act = { kind: 'repeal', reason: '清理', on: plainDate('2026-11-19'), by: '示统〔2026〕9号' } as const
  await save(second, { ...(await look(second)).content, act }, 1)
  await expect(submitAndSign(db, people, second)).rejects.toThrow('废止日期不能早于成文日期')
})

test('one organ sees nothing of another’s drafts, and everybody sees what is published', async () => {
  const other = await anOffice(db, { slug: 'shili-daj', name: '示例市档案局', letterCode: '示档' })
  const { key, hash } = await aSignedRecord(db, people, aContent())
  await expect(inOrgan(db, other.organ.id, (tx) => openEdition(tx, key))).rejects.toThrow('没有这条信息')
  await step(key, 'publish', { hash })
  expect(await inOrgan(db, other.organ.id, (tx) => findPublished(tx, organ.id, key.recordId))).toBeDefined()
})
