import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { testDatabase } from '../../db/testing/database.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { addStaff, Browser, sessionCookie } from '../../organs/testing/staff.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import { aContent, aText, freeOfSecrets } from '../testing/a-record.ts'

const { db, url, owner } = await testDatabase()
const now = () => new Date('2026-11-24T02:00:00Z')
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' }, now)
afterAll(() => app.close())
const { organ, unitId } = await anOffice(db)
const other = await anOffice(db, { slug: 'shili-daj', name: '示例市档案局', letterCode: '示档' })

async function signedIn(login: string, roles: readonly Role[], organId = organ.id): Promise<Browser> {
  const browser = new Browser(app)
  const unit = organId === organ.id ? { unitId } : {}
  const id = await addStaff(db, organId, { login, roles, ...unit })
  browser.cookie = await sessionCookie(db, organId, id, true, now())
  return browser
}
const clerk = await signedIn('clerk', ['clerk'])
const head = await signedIn('head', ['unitHead'])
for (const role of ['ogiHead', 'leader'] as const) await signedIn(role.toLowerCase(), [role])
const stranger = await signedIn('stranger', ['clerk'], other.organ.id)

const begin = async () => {
  const { recordId, edition } = (await clerk.send('POST', '/records', { type: 'notice' })).json()
  return `/records/${recordId}/editions/${edition}`
}

test('a clerk begins a record, saves it, and submits it; the next in turn sees it on the list', async () => {
  const address = await begin()
  const saved = await clerk.send('PUT', address, { basedOn: 1, content: aContent() })
  expect(saved.json()).toMatchObject({ revision: 2, overtakenBy: null })
  const view = (await clerk.send('GET', address)).json()
  expect(view).toMatchObject({
    status: 'drafting',
    statusLabel: '拟稿',
    seq: 3,
    publishBy: '2026-12-18',
    whyNotSave: null,
  })
  const input = { hash: view.hash, secrecy: freeOfSecrets(aContent()) }
  const submitted = await clerk.send('POST', `${address}/steps/submit`, { seq: view.seq, input })
  expect(submitted.json()).toMatchObject({ status: 'reviewing', stepDueOn: '2026-11-26' })
  const { items } = (await head.send('GET', '/records?view=mine')).json()
  expect(items).toMatchObject([
    { title: aContent().title, isMyTurn: true, turnLabel: '科室负责人', columnName: '通知公告' },
  ])
})

test('a clerk who holds no other role sees their own drafts among what waits for them', async () => {
  const address = await begin()
  const { items } = (await clerk.send('GET', '/records?view=mine')).json()
  expect(items.map((item: { recordId: string }) => item.recordId)).toContain(address.split('/')[2])
})

describe('the list', () => {
  type Listed = { recordId: string; type: string; publishBy: string | null }[]
  const listed = async (query: string): Promise<Listed> =>
    (await clerk.send('GET', `/records?view=all&${query}`)).json().items
  const idOf = (address: string) => address.split('/')[2] ?? ''

  test('is narrowed by type, column, unit, state and days, and ordered by its heads', async () => {
    const address = await begin()
    await clerk.send('PUT', address, { basedOn: 1, content: aContent() })
    const { columnId } = (await clerk.send('GET', address)).json().content
    const ids = async (query: string) => (await listed(query)).map(({ recordId }) => recordId)
    for (const query of [
      'type=notice',
      `column=${columnId}`,
      `unit=${unitId}`,
      'status=drafting',
      'act=publish',
      'day=publishBy&from=2026-12-18&to=2026-12-18',
    ])
      expect(await ids(query)).toContain(idOf(address))
    for (const query of [
      'type=policyInterpretation',
      `column=other`,
      'unit=none',
      'status=live',
      'act=withdraw',
      'day=publishBy&from=2026-12-19',
      'from=2026-01-01',
    ])
      expect(await ids(query)).not.toContain(idOf(address))
    const days = (await listed('sort=-publishBy')).map(({ publishBy }) => publishBy ?? '')
    expect(days.filter(Boolean)).toEqual(days.filter(Boolean).toSorted().toReversed())
  })

  test('is exported as it is narrowed, which is recorded; a span that is none is refused', async () => {
    const address = await begin()
    await clerk.send('PUT', address, { basedOn: 1, content: aContent() })
    const answer = await clerk.send('GET', '/records/export?view=all&type=notice')
    const { sheets } = await readXlsx(answer.rawPayload)
    const [headers = [], ...lines] = sheets.flatMap(({ rows }) => rows)
    expect(headers[0]).toBe('标题')
    expect(lines).toHaveLength((await listed('type=notice')).length)
    expect(lines).toContainEqual(expect.arrayContaining([aContent().title, '通知公告', '拟稿', '2026-12-18']))
    const entry = await owner
      .selectFrom('auditEntries')
      .select('detail')
      .where('action', '=', 'record.exported')
      .executeTakeFirstOrThrow()
    expect(entry.detail).toMatchObject({ type: 'notice', count: lines.length, words: false })
    const refused = await clerk.send('GET', '/records/export?from=2026-12-01&to=2026-01-01')
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'span_too_long'])
    const theirs = await readXlsx((await stranger.send('GET', '/records/export?view=all')).rawPayload)
    expect(theirs.sheets[0]?.rows).toHaveLength(1)
  })
})

test('a record is begun with the text of one that is there, which stays as it is; who copied it writes it', async () => {
  const address = await begin()
  await clerk.send('PUT', address, { basedOn: 1, content: aContent({ documentNumber: '示统〔2026〕1号' }) })
  const copied = (await clerk.send('POST', `${address}/copies`, {})).json()
  expect(copied.recordId).not.toBe(address.split('/')[2])
  const view = (await clerk.send('GET', `/records/${copied.recordId}/editions/1`)).json()
  expect(view).toMatchObject({ status: 'drafting', revision: 1, whyNotSave: null })
  expect(view.content).toEqual(aContent({ madeOn: null }))
  expect((await clerk.send('GET', address)).json().content.documentNumber).toBe('示统〔2026〕1号')
  expect((await head.send('POST', `${address}/copies`, {})).statusCode).toBe(403)
  expect((await stranger.send('POST', `${address}/copies`, {})).statusCode).toBe(404)
})

describe('what is refused', () => {
  test('a text with what the tree does not know, at its field; nothing of it is kept', async () => {
    const address = await begin()
    const script = { type: 'doc', content: [{ type: 'script', content: 'alert(1)' }] }
    const answer = await clerk.send('PUT', address, { basedOn: 1, content: { ...aContent(), text: script } })
    expect(answer.statusCode).toBe(422)
    expect(Object.keys(answer.json().fields)[0]).toMatch(/^content\.text/)
    const link = aText('看这里')
    link.content = [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: '看', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }],
      },
    ]
    expect((await clerk.send('PUT', address, { basedOn: 1, content: { ...aContent(), text: link } })).statusCode).toBe(
      422,
    )
    expect((await clerk.send('GET', address)).json()).toMatchObject({ revision: 1 })
  })

  test('a text nested ten thousand deep, without harm', async () => {
    const address = await begin()
    const depth = 10_000
    const nested = `${'{"type":"blockquote","content":['.repeat(depth)}${']}'.repeat(depth)}`
    const body = JSON.stringify({ basedOn: 1, content: aContent() }).replace(
      /"text":\{"type":"doc".*?\]\}\]\}/,
      `"text":{"type":"doc","content":[${nested}]}`,
    )
    const answer = await app.inject({
      method: 'PUT',
      url: `/api/console${address}`,
      payload: body,
      headers: {
        'content-type': 'application/json',
        host: '127.0.0.1',
        origin: 'http://127.0.0.1:3000',
        'x-kaicheng': 'console',
        cookie: clerk.cookie,
      },
    })
    expect(answer.statusCode).toBe(400)
    expect((await clerk.send('GET', address)).json()).toMatchObject({ revision: 1 })
  })

  test('a column that the organ does not have, and a file of nobody', async () => {
    const address = await begin()
    const wrong = await clerk.send('PUT', address, { basedOn: 1, content: aContent({ columnId: 'nirgends' }) })
    expect(wrong.json()).toMatchObject({ code: 'unknown_column', fields: { columnId: expect.any(String) } })
    const file = {
      fileId: 'b3b1f1f0-0000-4000-8000-000000000001',
      name: '附件.pdf',
      size: 9,
      contentType: 'application/pdf',
      sha256: 'a'.repeat(64),
      alternative: '',
    }
    const foreign = await clerk.send('PUT', address, { basedOn: 1, content: aContent({ attachments: [file] }) })
    expect(foreign.statusCode).toBe(404)
  })

  test('whoever looks at an old state, or at another organ’s record', async () => {
    const address = await begin()
    await clerk.send('PUT', address, { basedOn: 1, content: aContent() })
    const late = await clerk.send('POST', `${address}/steps/discard`, { seq: 2, input: { reason: '不用了' } })
    expect(late.json()).toMatchObject({ code: 'changed_meanwhile' })
    expect(late.statusCode).toBe(409)
    expect((await stranger.send('GET', address)).statusCode).toBe(404)
    expect((await stranger.send('PUT', address, { basedOn: 1, content: aContent() })).statusCode).toBe(404)
    expect((await stranger.send('GET', '/records?view=all')).json().items).toEqual([])
  })

  test('a reviewer who begins a record, and a step that is not theirs', async () => {
    expect((await head.send('POST', '/records', { type: 'notice' })).statusCode).toBe(403)
    const address = await begin()
    const { seq, hash } = (await clerk.send('GET', address)).json()
    const answer = await head.send('POST', `${address}/steps/submit`, {
      seq,
      input: { hash, secrecy: [{ item: 'text', opinion: 'mayPublish', basis: '无' }] },
    })
    expect(answer.json()).toMatchObject({ code: 'not_your_step' })
  })

  test('submission with something missing, at the field that is to be mended', async () => {
    const address = await begin()
    const { seq, hash, findings } = (await clerk.send('GET', address)).json()
    expect(findings.map(({ place }: { place: string }) => place)).toEqual(['title', 'madeOn', 'text'])
    const input = { hash, secrecy: [{ item: 'text', opinion: 'mayPublish', basis: '无' }] }
    const answer = await clerk.send('POST', `${address}/steps/submit`, { seq, input })
    expect(answer.json()).toMatchObject({ code: 'gate_shut', fields: { title: '请填写标题' } })
  })
})
