import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { testDatabase } from '../../db/testing/database.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { addStaff, Browser, sessionCookie } from '../../organs/testing/staff.ts'
import type { CommentItem } from '../comment.ts'
import { aContent, aText, freeOfSecrets } from '../testing/a-record.ts'

const { db, url, owner } = await testDatabase()
const now = () => new Date('2026-11-24T02:00:00Z')
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' }, now)
afterAll(() => app.close())
const { organ, unitId } = await anOffice(db)
const other = await anOffice(db, { slug: 'shili-daj', name: '示例市档案局', letterCode: '示档' })

let people = 0
async function signedIn(name: string, roles: readonly Role[], organId = organ.id, isOfUnit = true): Promise<Browser> {
  const browser = new Browser(app)
  const unit = organId === organ.id && isOfUnit ? { unitId } : {}
  people += 1
  const id = await addStaff(db, organId, { login: `person${people}`, name, roles, ...unit })
  browser.cookie = await sessionCookie(db, organId, id, true, now())
  return browser
}
const clerk = await signedIn('王芳', ['clerk'])
const head = await signedIn('赵志强', ['unitHead'])
const leader = await signedIn('马建军', ['leader'])
await signedIn('李慧', ['ogiHead'])
const stranger = await signedIn('外人', ['clerk'], other.organ.id)

const first = ['名单公示如下。', '公示期为五个工作日。', '异议请书面提出。']
const content = (...paragraphs: string[]) => aContent({ text: aText(...paragraphs) })
async function aDraft(): Promise<string> {
  const { recordId, edition } = (await clerk.send('POST', '/records', { type: 'notice' })).json()
  const address = `/records/${recordId}/editions/${edition}`
  await clerk.send('PUT', address, { basedOn: 1, content: content(...first) })
  return address
}
const viewOf = async (address: string, by = clerk) => (await by.send('GET', address)).json()
const commentsOn = async (address: string, by = clerk): Promise<CommentItem[]> => (await viewOf(address, by)).comments
const say = async (address: string, paragraph: number, words: string, by = head) => {
  const answer = await by.send('POST', `${address}/comments`, { revision: 2, paragraph, words })
  expect(answer.statusCode, answer.body).toBe(200)
  return `${address}/comments/${answer.json().id}`
}

describe('批注', () => {
  test('say who said what of which paragraph and when, and are answered and resolved', async () => {
    const address = await aDraft()
    const comment = await say(address, 1, '请核对公示期')
    await clerk.send('POST', `${comment}/answers`, { words: '已改为七个工作日' })
    expect(await commentsOn(address)).toEqual([
      {
        id: expect.any(String),
        paragraph: 1,
        quoted: first[1],
        words: '请核对公示期',
        name: '赵志强',
        at: now().toISOString(),
        answers: [{ words: '已改为七个工作日', name: '王芳', at: now().toISOString() }],
        resolved: null,
        mayResolve: true,
      },
    ])
    expect((await clerk.send('PUT', comment, { isResolved: true })).statusCode).toBe(200)
    expect((await commentsOn(address))[0]?.resolved).toEqual({ name: '王芳', at: now().toISOString() })
    expect((await head.send('PUT', comment, { isResolved: false })).statusCode).toBe(200)
    expect((await commentsOn(address))[0]?.resolved).toBeNull()
  })

  test('follow their paragraph as the text is written on, come back with it, and say when it is gone', async () => {
    const address = await aDraft()
    await say(address, 1, '请核对公示期')
    const [one = '', two = '', three = ''] = first
    const save = async (basedOn: number, ...paragraphs: string[]) => {
      const saved = await clerk.send('PUT', address, { basedOn, content: content(...paragraphs) })
      expect(saved.json()).toMatchObject({ revision: basedOn + 1 })
      return (await commentsOn(address))[0]?.paragraph
    }
    expect(await save(2, '为了解情况，', one, '公示期为七个工作日。', three)).toBe(2)
    expect(await save(3, one, three)).toBeNull()
    expect(await save(4, one, three, two)).toBe(2)
  })

  test('are no part of the text: its hash is the same, the step form that is open goes on, no signature is lost', async () => {
    const address = await aDraft()
    const before = await viewOf(address)
    await say(address, 0, '标题是否准确')
    const { hash, seq } = await viewOf(address)
    expect({ hash, seq }).toEqual({ hash: before.hash, seq: before.seq })
    const input = { hash, secrecy: freeOfSecrets(content(...first)) }
    const submitted = await clerk.send('POST', `${address}/steps/submit`, { seq: before.seq, input })
    expect(submitted.json()).toMatchObject({ status: 'reviewing', comments: [{ words: '标题是否准确' }] })
  })

  test('who neither made it nor may change the text does not resolve it', async () => {
    const address = await aDraft()
    const comment = await say(address, 0, '请核对', clerk)
    const clerkElsewhere = await signedIn('孙丽', ['clerk'], organ.id, false)
    expect((await clerkElsewhere.send('PUT', comment, { isResolved: true })).statusCode).toBe(403)
    expect((await leader.send('PUT', comment, { isResolved: true })).statusCode).toBe(200)
  })

  test('a paragraph that the text does not have is refused at its field', async () => {
    const address = await aDraft()
    const answer = await head.send('POST', `${address}/comments`, { revision: 2, paragraph: 3, words: '请核对' })
    expect(answer.json()).toMatchObject({ code: 'unknown_paragraph', fields: { paragraph: expect.any(String) } })
  })

  test('what is over is only read', async () => {
    const address = await aDraft()
    const comment = await say(address, 0, '请核对')
    const { seq } = await viewOf(address)
    await clerk.send('POST', `${address}/steps/discard`, { seq, input: { reason: '不再需要' } })
    const view = await viewOf(address)
    expect(view).toMatchObject({
      comments: [{ words: '请核对', mayResolve: false }],
      whyNotComment: expect.any(String),
    })
    for (const [method, path, body] of [
      ['POST', `${address}/comments`, { revision: 2, paragraph: 0, words: '再看' }],
      ['POST', `${comment}/answers`, { words: '好' }],
      ['PUT', comment, { isResolved: true }],
    ] as const)
      expect((await head.send(method, path, body)).json().code).toBe('comments_closed')
  })

  test('another organ neither reads nor writes them; their words stand in no log', async () => {
    const address = await aDraft()
    const comment = await say(address, 0, '只给本机关看的话')
    expect((await stranger.send('GET', address)).statusCode).toBe(404)
    expect((await stranger.send('POST', `${comment}/answers`, { words: '看到了' })).statusCode).toBe(404)
    const logged = await owner.selectFrom('auditEntries').select(['action', 'detail']).execute()
    expect(logged.map(({ action }) => action)).toContain('comment.added')
    expect(JSON.stringify(logged)).not.toContain('只给本机关看的话')
  })
})
