import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { makePdf } from '../../../tests/hostile/make-file.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { acceptFile } from '../../files/accept.ts'
import { inOrganWithFiles, keepReading } from '../../files/readings.ts'
import { addFile } from '../../files/store.ts'
import { photo, wordFile, wordParagraph, wordRun } from '../../files/testing/word-file.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { beginRecord } from '../actions/begin.ts'
import { saveRevision } from '../actions/save.ts'
import { takeStep } from '../actions/take-step.ts'
import { keepWordList, removeWordList } from '../actions/word-lists.ts'
import type { Content } from '../content.ts'
import { foldEdition } from '../edition.ts'
import { openEdition } from '../prepare.ts'
import type { EditionKey } from '../store/editions.ts'
import { aContent, aSignedRecord, aText, freeOfSecrets, type Reviewers } from '../testing/a-record.ts'
import { findingsOf } from './pass.ts'

const { db, owner } = await testDatabase()
const { organ, officer } = await anOffice(db)
const day = '2026-11-24'
const now = new Date('2026-11-24T02:00:00Z')
const people: Reviewers = {
  clerk: await officer(day, ['clerk']),
  unitHead: await officer(day, ['unitHead']),
  ogiHead: await officer(day, ['ogiHead']),
  leader: await officer(day, ['leader']),
}
const { clerk, ogiHead } = people

async function draft(facts: Partial<Content> = {}): Promise<EditionKey> {
  const content = aContent(facts)
  return inOrgan(db, organ.id, async (tx) => {
    const key = await beginRecord(tx, clerk, now, content.type)
    await saveRevision(tx, clerk, now, key, { content, basedOn: 1 })
    return key
  })
}
const found = (key: EditionKey) =>
  inOrganWithFiles(db, organ.id, async (tx) => findingsOf(tx, await openEdition(tx, key), clerk.today))
const said = async (key: EditionKey) =>
  (await found(key)).map(({ severity, gate, place }) => `${severity} ${gate} ${place}`)
const submit = async (key: EditionKey, confirmations: unknown[] = []) =>
  inOrganWithFiles(db, organ.id, async (tx) => {
    const { content, events } = await openEdition(tx, key)
    const { hash } = foldEdition(events)
    await takeStep(tx, clerk, now, key, 'submit', { hash, secrecy: freeOfSecrets(content), confirmations })
  })
const publish = (key: EditionKey, hash: string) =>
  inOrgan(db, organ.id, (tx) => takeStep(tx, clerk, now, key, 'publish', { hash }))
const upload = async (name: string, bytes: Buffer) => {
  const accepted = await acceptFile(name, bytes)
  const { id } = await inOrgan(db, organ.id, (tx) => addFile(tx, organ.id, accepted, 24))
  const { contentType, sha256 } = accepted
  return { fileId: id, name: accepted.name, size: bytes.length, contentType, sha256, alternative: '' }
}

describe('before submission', () => {
  test('an identity number stops the text, whatever reason is given', async () => {
    const key = await draft({ text: aText('身份证号110105194912310038') })
    const [finding] = await found(key)
    expect(finding).toMatchObject({ gate: 'identityNumber', severity: 'block', place: 'text:0' })
    await expect(submit(key, [{ gate: 'identityNumber', place: 'text:0', reason: '已经同意' }])).rejects.toMatchObject({
      code: 'gate_shut',
    })
  })

  test('what may stay with a reason goes on with the reason only, and the reason is kept', async () => {
    const key = await draft({ text: aText('请找张三，13800138000') })
    await expect(submit(key)).rejects.toMatchObject({ code: 'gate_needs_reason', field: 'text:0' })
    await expect(submit(key, [{ gate: 'mobilePhone', place: 'title', reason: '工作号码' }])).rejects.toMatchObject({
      code: 'gate_needs_reason',
    })
    await submit(key, [{ gate: 'mobilePhone', place: 'text:0', reason: '工作号码' }])
    const { events } = await inOrgan(db, organ.id, (tx) => openEdition(tx, key))
    expect(events.at(-1)).toMatchObject({ kind: 'submitted', data: { confirmations: [{ reason: '工作号码' }] } })
  })

  test('a reason given at submission still counts at publication of the same text', async () => {
    const { key, hash } = await aSignedRecord(
      db,
      people,
      aContent({ title: '值班安排', text: aText('请找张三，13800138000') }),
      3,
      now,
    )
    await expect(publish(key, hash)).resolves.toBeUndefined()
  })
})

describe('attachments', () => {
  test('personal data in the words of a file, its changes and its author are seen', async () => {
    const file = wordFile(
      wordParagraph(wordRun('张三 110105194912310038'), `<w:ins w:id="1" w:author="x">${wordRun('新')}</w:ins>`),
      { 'docProps/core.xml': '<p><dc:creator>张三</dc:creator></p>' },
    )
    const attachment = await upload('名单.docx', file)
    const place = `attachment:${attachment.fileId}`
    const key = await draft({ attachments: [attachment] })
    expect(await said(key)).toEqual([
      `block identityNumber ${place}`,
      `confirm trackedChanges ${place}`,
      `hint author ${place}`,
    ])
    await expect(submit(key)).rejects.toMatchObject({ code: 'gate_shut', field: place })
  })

  test('a photograph in the text says where it was taken', async () => {
    const { fileId } = await upload('现场.jpg', photo(true))
    const text = aText('现场情况如图。')
    text.content.push({ type: 'image', attrs: { fileId, alt: '普查现场' } })
    expect(await said(await draft({ text }))).toEqual(['confirm photoPlace text'])
  })

  test('a PDF without words is told, and does not stop', async () => {
    const attachment = await upload('扫描件.pdf', makePdf(Buffer.alloc(0)))
    const key = await draft({ attachments: [attachment] })
    expect(await said(key)).toEqual([`hint unreadable attachment:${attachment.fileId}`])
    await submit(key)
  })

  test('a file whose examination came to nothing is not taken for clean: it needs somebody who says why it may stay', async () => {
    const attachment = await upload('大表.txt', Buffer.from('一张大表'))
    const place = `attachment:${attachment.fileId}`
    await inOrgan(db, organ.id, (tx) => keepReading(tx, organ.id, attachment.fileId, 'failed'))
    const key = await draft({ attachments: [attachment] })
    expect(await said(key)).toEqual([`confirm notLookedInto ${place}`])
    await expect(submit(key)).rejects.toMatchObject({ code: 'gate_needs_reason', field: place })
    await submit(key, [{ gate: 'notLookedInto', place, reason: '已由两人逐页核对' }])
  })
})

describe('what stands around', () => {
  test('a title that is public already, and one that is only of the same kind', async () => {
    const title = '示例市2026年高标准农田建设项目招标公告'
    const { key, hash } = await aSignedRecord(db, people, aContent({ title }), 3, now)
    await publish(key, hash)
    const again = await found(await draft({ title }))
    expect(again).toMatchObject([{ gate: 'sameTitle', severity: 'hint', place: 'title' }])
    expect(again[0]?.message).toContain(title)
    expect(again[0]?.href).toMatch(new RegExp(`^/${organ.slug}/records/\\d{4}-\\d{5}$`))
    expect(await said(await draft({ title: '示例市2026年高标准农田建设项目招标公告（更正）' }))).toEqual([
      'hint sameTitle title',
    ])
    expect(await said(await draft({ title: '关于调整城市低保标准的通知' }))).toEqual([])
    // The record is not like itself.
    const self = await inOrgan(db, organ.id, async (tx) => findingsOf(tx, await openEdition(tx, key), clerk.today))
    expect(self).toEqual([])
  })

  const policy = (number: string): Partial<Content> => ({
    type: 'normativeDocument',
    title: `关于第${number}号事项的办法`,
    documentNumber: `示统规〔2026〕${number}号`,
    effectiveFrom: plainDate('2026-12-01'),
  })

  test('a policy goes out with its interpretation, be it only drafted', async () => {
    const key = await draft(policy('1'))
    expect(await said(key)).toEqual(['confirm interpretationMissing type'])
    await draft({ type: 'policyInterpretation', title: '一图读懂新办法', interprets: key.recordId })
    expect(await said(key)).toEqual([])
  })

  test('an interpretation asks what has become of its policy', async () => {
    const { key, hash } = await aSignedRecord(db, people, aContent(policy('2')), 3, now)
    const interpretation = await draft({ type: 'policyInterpretation', title: '问答', interprets: key.recordId })
    expect(await said(interpretation)).toEqual(['hint policyNotPublished interprets'])
    const reading = aContent({ type: 'policyInterpretation', title: '同步解读', interprets: key.recordId })
    const early = await aSignedRecord(db, people, reading, 3, now)
    const given = [{ gate: 'policyNotPublished', place: 'interprets', reason: '文件定于今日下午公布' }]
    await expect(publish(early.key, early.hash)).rejects.toMatchObject({
      code: 'gate_needs_reason',
      field: 'interprets',
    })
    await inOrgan(db, organ.id, (tx) =>
      takeStep(tx, clerk, now, early.key, 'publish', { hash: early.hash, confirmations: given }),
    )
    await publish(key, hash)
    expect(await said(interpretation)).toEqual([])
    expect(await said(await draft({ ...policy('3'), documentNumber: '示统规〔2026〕2号' }))).toContain(
      'confirm sameNumber documentNumber',
    )
  })

  test('where a repost comes from is asked of its author, and not once more of those who have it before them', async () => {
    const facts: Partial<Content> = { type: 'repost', columnId: 'gzdt', title: '省里的一份意见', originality: 'repost' }
    const key = await draft({ ...facts, issuingOrgan: '示例省人民政府办公厅', sourceName: '示例省人民政府网站' })
    await expect(submit(key)).rejects.toMatchObject({ code: 'gate_needs_reason' })
    await submit(key, [{ gate: 'sourceAddressMissing', place: 'sourceUrl', reason: '原件只刊登在公报上' }])
    expect(await said(key)).toContain('hint sourceAddressMissing sourceUrl')
  })

  test('a document that the organ keeps from the public is not cited without a reason', async () => {
    const documentNumber = '示统办发〔2026〕31号'
    await draft({ title: '内部考核办法', documentNumber, attribute: 'notDisclosed', attributeReason: '内部事务信息' })
    expect(
      await said(await draft({ title: '考核结果', text: aText(`根据${documentNumber}文件，公布如下。`) })),
    ).toEqual(['confirm notPublicNumber text:0'])
  })

  test('a name of the register with a character amiss is told', async () => {
    await anOffice(db, { slug: 'shili-yhj', name: '示例市营商环境建设监督局', letterCode: '示营商' })
    expect(await said(await draft({ title: '会议', text: aText('示例市营商环境监督局召开会议。') }))).toEqual([
      'confirm ownName text:0',
    ])
  })

  test('a link to a record of ours that is not there', async () => {
    const { key, hash } = await aSignedRecord(db, people, aContent({ title: '甲乙丙丁' }), 3, now)
    await publish(key, hash)
    const { rows } = await sql<{
      number: string
    }>`select number from published_records where record_id = ${key.recordId}`.execute(owner)
    const linked = (href: string): Partial<Content> => ({
      title: '戊己庚辛',
      text: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: '原文', marks: [{ type: 'link', attrs: { href } }] }] },
        ],
      },
    })
    expect(await said(await draft(linked(`/${organ.slug}/records/${rows[0]?.number}`)))).toEqual([])
    expect(await said(await draft(linked(`/${organ.slug}/records/2020-00001`)))).toEqual(['block brokenLink text:0'])
  })
})

test('a list of words counts from the moment it is taken in, until it is taken away, and for its organ alone', async () => {
  const key = await draft({ title: '实例市统计公报' })
  expect(await said(key)).toEqual([])
  const word = { word: '实例市', kind: 'error', suggestion: '示例市', severity: 'confirm', since: null } as const
  const { id } = await inOrgan(db, organ.id, (tx) =>
    keepWordList(tx, ogiHead, { name: '本地常见错误', source: '' }, [word]),
  )
  expect(await said(key)).toEqual(['confirm wordToConfirm title'])
  await inOrgan(db, organ.id, (tx) =>
    keepWordList(tx, ogiHead, { name: '本地常见错误', source: '' }, [{ ...word, severity: 'hint' }]),
  )
  expect(await said(key)).toEqual(['hint word title'])
  const elsewhere = await anOffice(db, { slug: 'shili-daj', name: '示例市档案局', letterCode: '示档' })
  await expect(
    inOrgan(db, elsewhere.organ.id, async (tx) => removeWordList(tx, await elsewhere.officer(day, ['ogiHead']), id)),
  ).rejects.toMatchObject({ code: 'unknown_word_list' })
  await inOrgan(db, organ.id, (tx) => removeWordList(tx, ogiHead, id))
  expect(await said(key)).toEqual([])
})
