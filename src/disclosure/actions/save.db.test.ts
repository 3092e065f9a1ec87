import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { multipartOf } from '../../portal/testing/forms.ts'
import { foldEdition } from '../edition.ts'
import { openEdition } from '../prepare.ts'
import type { EditionKey } from '../store/editions.ts'
import { aPlatform } from '../testing/a-platform.ts'
import { aContent, aSignedRecord, aText, freeOfSecrets, submitAndSign } from '../testing/a-record.ts'
import { beginEdition } from './begin.ts'

const { db, url, owner } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' })
afterAll(() => app.close())
const here = await aPlatform(db, app, '2026-11-24')
const { work, people, now } = here
const admin = await here.signedIn('systemAdmin')
const clerk = await here.signedIn('clerk')
const addressOf = ({ recordId, edition }: EditionKey) => `/records/${recordId}/editions/${edition}`
const editionOf = async (key: EditionKey) => foldEdition((await work((tx) => openEdition(tx, key))).events)

type Someone = typeof clerk
const upload = async ({ browser }: Someone, name: string, words: string) => {
  const { payload, contentType } = multipartOf({}, [{ field: 'file', name, bytes: Buffer.from(words) }])
  return browser.send('POST', '/files', payload, { headers: { 'content-type': contentType } })
}

describe('what looks like something else is refused, and nothing is saved', () => {
  const linkTo = (href: string) => ({
    type: 'doc' as const,
    content: [
      {
        type: 'paragraph' as const,
        content: [{ type: 'text' as const, text: '详见', marks: [{ type: 'link' as const, attrs: { href } }] }],
      },
    ],
  })
  const begin = async () => {
    const { recordId, edition } = (await clerk.browser.send('POST', '/records', { type: 'policyDocument' })).json()
    return { organId: here.organ.id, recordId, edition }
  }

  test.for([
    ['text.0', { text: linkTo('https://www.gov.cn:x@evil.example/') }, '用户名或者密码'],
    ['text.0', { text: linkTo('https://example.cn/\u202efdp.exe') }, '改变文字方向'],
    ['sourceUrl', { sourceUrl: 'https://www.gov.cn@evil.example/' }, '用户名或者密码'],
  ] as const)('a link in %s with %j', async ([field, content, why]) => {
    const key = await begin()
    const answer = await clerk.browser.send('PUT', addressOf(key), { basedOn: 1, content: aContent(content) })
    expect(answer.statusCode, answer.body).toBe(422)
    expect(answer.json()).toMatchObject({
      code: 'unsound_link',
      fields: { [`content.${field}`]: expect.stringContaining(why) },
    })
    expect((await editionOf(key)).revision).toBe(1)
  })

  test('the name of an attachment that is not the one that is seen', async () => {
    const { id: fileId, size, contentType, sha256 } = (await upload(clerk, '名单.txt', '甲公司')).json()
    const key = await begin()
    const attachments = [{ fileId, name: 'gpj.\u202efdp.exe', size, contentType, sha256, alternative: '' }]
    const answer = await clerk.browser.send('PUT', addressOf(key), { basedOn: 1, content: aContent({ attachments }) })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'deceptive_name'])
  })
})

describe('whoever may change a text in review may change its files', () => {
  test('a reviewer attaches one: it becomes part of the record, and the signatures over the other text are void', async () => {
    const { key } = await aSignedRecord(db, people, aContent(), 2, now)
    const reviewer = await here.signedIn('ogiHead')
    const sent = await upload(reviewer, '受理地点.txt', '东街服务中心')
    expect(sent.statusCode).toBe(200)
    const { id: fileId, name, size, contentType, sha256 } = sent.json()
    const attachments = [{ fileId, name, size, contentType, sha256, alternative: '受理地点的地址' }]
    const saved = await reviewer.browser.send('PUT', addressOf(key), { basedOn: 2, content: aContent({ attachments }) })
    expect(saved.json()).toMatchObject({ revision: 3, overtakenBy: null })
    const edition = await editionOf(key)
    expect(edition).toMatchObject({ status: 'drafting', signatures: [] })
    expect(edition.voided.map(({ level, voidedBy }) => [level, voidedBy])).toEqual([
      ['firstReview', 'changed'],
      ['secondReview', 'changed'],
    ])
    // Whoever exchanged a file is an author: they sign nothing here.
    expect([...edition.authors]).toContain(reviewer.id)
    const opened = await reviewer.browser.send('GET', `/records/${key.recordId}/files/${fileId}`)
    expect(opened.body).toBe('东街服务中心')
  })

  test('the words beside a file are part of what is signed as well', async () => {
    const { id: fileId, name, size, contentType, sha256 } = (await upload(clerk, '名单.txt', '甲公司')).json()
    const file = { fileId, name, size, contentType, sha256, alternative: '' }
    const { key } = await aSignedRecord(db, people, aContent({ attachments: [file] }), 1, now)
    const content = aContent({ attachments: [{ ...file, alternative: '入选公司的名称' }] })
    const unitHead = await here.signedIn('unitHead')
    await unitHead.browser.send('PUT', addressOf(key), { basedOn: 2, content })
    expect(await editionOf(key)).toMatchObject({ status: 'drafting', signatures: [] })
  })

  test('nobody outside business sends files, and a file of another kind than it says is refused to reviewers too', async () => {
    expect((await upload(admin, '名单.txt', '甲公司')).statusCode).toBe(403)
    const leader = await here.signedIn('leader')
    expect((await upload(leader, '批示.docx', '不是文档')).statusCode).toBe(422)
    expect((await upload(leader, '密件.txt', '机密★一年')).json().code).toBe('classified_file')
  })
})

describe('a column that was closed while a text was drafted for it', () => {
  const aClosedColumn = async (title: string) => {
    const { id } = (await admin.browser.send('POST', '/columns', aColumn(title))).json()
    const { recordId, edition } = (await clerk.browser.send('POST', '/records', { type: 'notice' })).json()
    const key = { organId: here.organ.id, recordId, edition }
    const content = aContent({ columnId: id, title })
    await clerk.browser.send('PUT', addressOf(key), { basedOn: 1, content })
    return { id, key, content, close: () => close(id) }
  }
  const aColumn = (name: string) => ({
    name,
    parentId: 'tzgg',
    kind: 'list',
    id: '',
    position: null,
    scope: '',
    content: '',
    form: '',
    updateDays: null,
    unitId: null,
    art20Items: [],
    art21Matters: [],
  })
  const close = (id: string) =>
    admin.browser.send('POST', `/columns/${id}/close`, { reason: '并入通知公告', successorId: 'tzgg' })

  test('what is typed is saved; it is not submitted until another column is chosen, and the words say so', async () => {
    const { id, key, content, close: closeIt } = await aClosedColumn('临时公告甲')
    expect((await closeIt()).statusCode).toBe(200)
    const typed = { ...content, text: aText('在栏目关闭以后写下的话。') }
    const saved = await clerk.browser.send('PUT', addressOf(key), { basedOn: 2, content: typed })
    expect(saved.json()).toMatchObject({ revision: 3, overtakenBy: null })
    const view = (await clerk.browser.send('GET', addressOf(key))).json()
    expect(view).toMatchObject({
      content: { text: typed.text, columnId: id },
      findings: [{ gate: 'closedColumn', severity: 'block', place: 'columnId' }],
    })
    expect(view.findings[0].message).toMatch(/“临时公告甲”已经关闭，原有信息已并入“通知公告”。请改选一个栏目/)
    const record = await owner
      .selectFrom('informationRecords')
      .select('columnId')
      .where('id', '=', key.recordId)
      .executeTakeFirst()
    expect(record?.columnId).toBe('tzgg')
    const submit = async (hash: string) => {
      const { seq } = (await clerk.browser.send('GET', addressOf(key))).json()
      const input = { hash, secrecy: freeOfSecrets(typed) }
      return clerk.browser.send('POST', `${addressOf(key)}/steps/submit`, { seq, input })
    }
    const refused = (await submit(view.hash)).json()
    expect(refused).toMatchObject({ code: 'gate_shut', message: expect.stringContaining('请改选一个栏目') })
    const other = { ...typed, columnId: 'tzgg' }
    const { hash } = (await clerk.browser.send('PUT', addressOf(key), { basedOn: 3, content: other })).json()
    expect((await submit(hash)).statusCode).toBe(200)
  })

  test('what is in review already goes on, and comes out where the column went', async () => {
    const { key, content, close: closeIt } = await aClosedColumn('临时公告乙')
    await submitAndSign(db, people, key, 1, now)
    await closeIt()
    const view = (await clerk.browser.send('GET', addressOf(key))).json()
    expect(view.findings).toEqual([])
    expect(view.content.columnId).toBe(content.columnId)
  })

  test('a correction of what came out there begins where it stands now', async () => {
    const { id } = (await admin.browser.send('POST', '/columns', aColumn('临时公告丙'))).json()
    const live = await here.publish({ columnId: id, title: '丙的公告' })
    await close(id)
    const key = await work((tx) => beginEdition(tx, people.clerk, now, live.recordId, 'withdraw'))
    expect((await work((tx) => openEdition(tx, key))).content.columnId).toBe('tzgg')
  })

  test('a column that never was is refused still', async () => {
    const { key, content } = await aClosedColumn('临时公告丁')
    const typed = { ...content, columnId: 'nowhere' }
    const answer = await clerk.browser.send('PUT', addressOf(key), { basedOn: 2, content: typed })
    expect(answer.json().code).toBe('unknown_column')
  })
})
