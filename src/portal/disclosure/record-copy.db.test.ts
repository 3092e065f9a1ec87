import { sql } from 'kysely'
import { extractText } from 'unpdf'
import { describe, expect, test, vi } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { contentHash } from '../../disclosure/content-hash.ts'
import { openEdition } from '../../disclosure/prepare.ts'
import { findCopy, keepCopy } from '../../disclosure/store/copies.ts'
import { findPublic } from '../../disclosure/store/public.ts'
import { aText } from '../../disclosure/testing/a-record.ts'
import { typesetPdf } from '../../typesetting/typeset.ts'
import { aSiteOfRecords } from '../testing/a-site-of-records.ts'
import { printOf } from './record-download.ts'

const site = await aSiteOfRecords({ slug: 'shili-tjj', name: '示例市统计局' })
// Every making and replacing of a copy leaves a line.
await sql`create table makings (record_id uuid not null, form text not null)`.execute(site.owner)
await sql`create function note_making() returns trigger language plpgsql security definer as $$ begin
  insert into makings values (new.record_id, new.form); return null; end $$`.execute(site.owner)
await sql`create trigger note_making after insert or update on record_copies for each row execute function note_making()`.execute(
  site.owner,
)
const makings = async (recordId: string) =>
  (await sql<{ form: string }>`select form from makings where record_id = ${recordId}`.execute(site.owner)).rows.length
const copies = async (recordId: string) =>
  (
    await sql<{ form: string; hash: string; edition: number; print: string }>`
      select form, hash, edition, print from record_copies where record_id = ${recordId}`.execute(site.owner)
  ).rows
const wordsOf = async (pdf: Buffer) =>
  (await extractText(new Uint8Array(pdf), { mergePages: true })).text.replace(/\s/g, '')
const display = (size: string) => ({ cookie: `display=${size}` })

describe('PDF and Word of a published record', () => {
  test('are made once and kept with the signed text: every server hands out the same bytes', async () => {
    const { key, path } = await site.publish({ title: '关于统计年报的公告', text: aText('年报定于三月举行。') })
    const first = await site.get(`${path}.pdf`)
    expect(first.statusCode).toBe(200)
    expect(await wordsOf(first.rawPayload)).toContain('年报定于三月举行。')
    const { content } = await inOrgan(site.db, site.organ.id, (tx) => openEdition(tx, key))
    expect(await copies(key.recordId)).toMatchObject([{ form: 'pdf', edition: 1, hash: contentHash(content) }])
    const other = await site.anApp()
    const again = await other.inject({ url: `${path}.pdf`, headers: { host: '127.0.0.1' } })
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true)
    expect(again.headers.etag).toBe(first.headers.etag)
    const etag = String(first.headers.etag)
    expect((await site.get(`${path}.pdf`, { 'if-none-match': etag })).statusCode).toBe(304)
    expect(await makings(key.recordId)).toBe(1)
    expect((await site.get(`${path}.docx`)).rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect(await makings(key.recordId)).toBe(2)
  })

  test('a hundred readers of one that is not kept yet cause one typesetting', async () => {
    const { key, path } = await site.publish({ title: '关于统计月报的公告' })
    const apps = [await site.anApp(), await site.anApp()]
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        apps[index % 2]?.inject({
          url: `${path}.pdf`,
          remoteAddress: `10.0.0.${index}`,
          headers: { host: '127.0.0.1', ...display(index % 3 === 0 ? 'large' : 'normal') },
        }),
      ),
    )
    expect(new Set(answers.map((each) => each?.statusCode))).toEqual(new Set([200]))
    expect(new Set(answers.map((each) => each?.headers.etag)).size).toBe(1)
    expect(await makings(key.recordId)).toBe(1)
  })

  test('a corrected text has its own, and of what was hidden nothing is left', async () => {
    const { key, path } = await site.publish({ title: '关于处理结果的公告', text: aText('对欧阳雪梅不予采纳。') })
    expect(await wordsOf((await site.get(`${path}.pdf`)).rawPayload)).toContain('欧阳雪梅')
    await site.get(`${path}.docx`)
    const act = { kind: 'correct' as const, reason: '更正', hideReason: '误将姓名公开' }
    await site.follow(key, act, { text: aText('对一户不予采纳。') })
    expect(await copies(key.recordId)).toEqual([])
    await vi.waitUntil(async () => (await site.get(path)).body.includes('对一户不予采纳'))
    const words = await wordsOf((await site.get(`${path}.pdf`)).rawPayload)
    expect(words).toContain('对一户不予采纳。')
    expect(words).not.toContain('欧阳')
    expect(await copies(key.recordId)).toMatchObject([{ form: 'pdf', edition: 2 }])
  })

  test('a withdrawn text has none at once, from memory neither', async () => {
    const { key, path } = await site.publish({ title: '关于误发事项的公告' })
    // The page too is in memory, so that it is gone when the server has heard and not before.
    for (const form of ['', '.pdf'])
      for (let time = 0; time < 3; time += 1) expect((await site.get(`${path}${form}`)).statusCode).toBe(200)
    await site.follow(key, { kind: 'withdraw', reason: '误发' })
    // The server hears of it within a moment; from then on nothing of it is left.
    await vi.waitUntil(async () => (await site.get(path)).statusCode === 410)
    for (const headers of [{}, { 'accept-encoding': 'gzip' }]) {
      expect((await site.get(`${path}.pdf`, headers)).statusCode).toBe(410)
      expect((await site.get(`${path}.docx`, headers)).statusCode).toBe(410)
    }
    expect(await copies(key.recordId)).toEqual([])
  })

  test('a copy that was being made while its text went is not kept', async () => {
    const { key } = await site.publish({ title: '关于撤下事项的公告' })
    const { organ, db } = site
    const { content } = await inOrgan(db, organ.id, (tx) => openEdition(tx, key))
    const of = { edition: 1, hash: contentHash(content), print: 'x' }
    const copyKey = { organId: organ.id, recordId: key.recordId, form: 'pdf' as const }
    const keep = () => inOrgan(db, organ.id, (tx) => keepCopy(tx, copyKey, of, Buffer.from('%PDF')))
    expect(await keep()).toBe(true)
    await site.follow(key, { kind: 'withdraw', reason: '误发' })
    expect(await keep()).toBe(false)
    expect(await copies(key.recordId)).toEqual([])
  })

  test('a copy that somebody has altered is made anew, not handed out', async () => {
    const { key, path } = await site.publish({ title: '关于核对事项的公告' })
    const true_ = (await site.get(`${path}.pdf`)).rawPayload
    await sql`update record_copies set bytes = '\\x25504446' where record_id = ${key.recordId}`.execute(site.owner)
    const other = await site.anApp()
    const again = await other.inject({ url: `${path}.pdf`, headers: { host: '127.0.0.1' } })
    expect(again.rawPayload.equals(true_)).toBe(true)
    const [kept] = await copies(key.recordId)
    if (!kept) throw new Error('nothing is kept')
    const copyKey = { organId: site.organ.id, recordId: key.recordId, form: 'pdf' as const }
    const found = await inOrgan(site.db, site.organ.id, (tx) => findCopy(tx, copyKey, kept))
    expect(found?.equals(true_)).toBe(true)
  })

  test('it stays while all that it says stays, from day to day; a document that comes into force is another print', async () => {
    const { number } = await site.publish({ title: '关于统计用表的公告' })
    const found = await findPublic(site.db, site.organ.id, number)
    if (!found) throw new Error('nothing was published')
    const effectiveFrom = plainDate('2026-12-01')
    const content = { ...found.content, type: 'normativeDocument' as const }
    const record = { ...found, content, type: content.type, effectiveFrom }
    const printed = (today: string, facts = {}) =>
      printOf('pdf', {
        organ: site.organ,
        record: { ...record, ...facts },
        origin: 'https://a.example',
        today: plainDate(today),
      })
    expect(printed('2026-11-24')).toBe(printed('2026-11-30'))
    expect(printed('2026-12-01')).not.toBe(printed('2026-11-30'))
    expect(printed('2027-12-01')).toBe(printed('2026-12-01'))
    expect(printed('2027-12-01', { repealedOn: plainDate('2027-11-01') })).not.toBe(printed('2026-12-01'))
  })
})

describe('many readers of many records', () => {
  test('one network is given few places and told when to come again; pages and the office are served meanwhile', async () => {
    const long = aText(...Array.from({ length: 400 }, (_, index) => `第${index + 1}段，统计调查对象应当真实准确。`))
    const paths = []
    for (let index = 0; index < 9; index += 1)
      paths.push((await site.publish({ title: `第${index + 1}号长公告`, text: long })).path)
    const from = (path: string, remoteAddress: string) =>
      site.app.inject({ url: path, remoteAddress, headers: { host: '127.0.0.1' } })
    const downloads = paths.map((path) => from(`${path}.pdf`, '10.1.1.1'))
    const [page, own] = await Promise.all([
      from(paths[0] ?? '', '10.1.1.1'),
      typesetPdf('#set document(title: "x", date: none)\n#set text(lang: "zh")\n#title()', {}),
    ])
    expect(page.statusCode).toBe(200)
    expect(Buffer.from(own).subarray(0, 4).toString()).toBe('%PDF')
    const answers = await Promise.all(downloads)
    const refused = answers.filter(({ statusCode }) => statusCode === 503)
    // One under way and four that wait; whoever comes when the first are done finds a place again.
    const served = answers.filter(({ statusCode }) => statusCode === 200)
    expect(served.length).toBeGreaterThanOrEqual(5)
    expect(refused.length).toBeGreaterThan(0)
    expect(served.length + refused.length).toBe(9)
    for (const { headers, body } of refused) {
      expect(Number(headers['retry-after'])).toBeGreaterThan(0)
      expect(body).toContain('请过一会儿再下载')
    }
    // Nobody is turned away for good.
    expect((await from(`${paths.at(-1)}.pdf`, '10.1.1.1')).statusCode).toBe(200)
  })
})
