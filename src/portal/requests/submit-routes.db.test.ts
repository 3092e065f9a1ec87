import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../cli/serve.ts'
import { testDatabase } from '../../db/testing/database.ts'
import type { Organ } from '../../organs/organ.ts'
import * as organs from '../../organs/store.ts'
import { anOrgan } from '../../organs/testing/organ.ts'
import { aFilledForm } from '../../requests/testing/a-submission.ts'
import { aVisitor, hiddenField } from '../testing/forms.ts'

const { db, url, owner } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' })
afterAll(() => app.close())

let organ: Organ
let visitors = 0
/** Everybody comes from another address. */
const visitor = () => aVisitor(app, `192.0.2.${++visitors}`)
const path = '/shili-tjj/requests'
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
)

beforeAll(async () => {
  organ = await owner.transaction().execute((tx) => organs.add(tx, anOrgan({ slug: 'shili-tjj' })))
})

const form = (facts: Record<string, string> = {}) => ({ key: randomUUID(), ...aFilledForm(facts) })
const count = async (table: 'requests' | 'submissions' | 'files' | 'requestFiles' | 'suggestionUses') =>
  Number((await owner.selectFrom(table).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()).n)
const printed = (page: string, name: string) => new RegExp(`<dt>${name}</dt><dd[^>]*>([^<]+)</dd>`).exec(page)?.[1]

describe('a request over the internet', () => {
  test('is kept with its number, sealed applicant, first event and audit entry, and answered with a receipt', async () => {
    const answer = await visitor().upload(`${path}/submit`, form({ name: '阿卜杜拉·买买提' }))
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['x-robots-tag']).toBe('noindex')
    expect(printed(answer.body, '申请编号')).toBe('示统依申请〔2026〕1号')
    expect(printed(answer.body, '查询码')).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(printed(answer.body, '查询口令')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    const request = await owner.selectFrom('requests').selectAll().executeTakeFirstOrThrow()
    expect(request).toMatchObject({
      ...{
        channel: 'online',
        status: 'arrived',
        receivedOn: null,
        arrivedOn: '2026-11-24',
        origin: 'live',
        lastSeq: 1,
      },
      ...{ formWanted: '电子文件', routeWanted: '网上下载', applicantKind: 'naturalPerson', purpose: '' },
    })
    const { sealed } = await owner.selectFrom('requestApplicants').select('sealed').executeTakeFirstOrThrow()
    expect(sealed).not.toContain('阿卜杜拉')
    const entries = await owner.selectFrom('auditEntries').select(['action', 'actorKind', 'subject']).execute()
    expect(entries).toEqual([{ action: 'request.submitted', actorKind: 'applicant', subject: request.id }])
  })

  test('H380, H382: sent twice, one after the other or at once, it is one request with one receipt', async () => {
    const before = await count('requests')
    const [twice, atOnce] = [form(), form()]
    const one = visitor()
    const answers = [await one.upload(`${path}/submit`, twice), await one.upload(`${path}/submit`, twice)]
    const race = await Promise.all(Array.from({ length: 6 }, () => visitor().upload(`${path}/submit`, atOnce)))
    for (const same of [answers, race]) {
      expect(same.map(({ statusCode }) => statusCode)).toEqual(same.map(() => 200))
      expect(new Set(same.map(({ body }) => body)).size).toBe(1)
    }
    expect(await count('requests')).toBe(before + 2)
  })

  test('another text under a used key is refused and not lost in silence', async () => {
    const first = form()
    await visitor().upload(`${path}/submit`, first)
    const answer = await visitor().upload(`${path}/submit`, { ...first, content: '另一件事' })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('之后改动的内容没有提交')
  })

  test('a key from before yesterday no longer shows code and secret', async () => {
    const old = form()
    await visitor().upload(`${path}/submit`, old)
    await sql`update submissions set submitted_at = submitted_at - interval '25 hours' where key = ${old.key}`.execute(
      owner,
    )
    const answer = await visitor().upload(`${path}/submit`, old)
    expect(answer.statusCode).toBe(409)
    expect(answer.body).not.toContain('查询口令</dt>')
  })

  test('forty at once get forty numbers without gap', async () => {
    const { last } = await owner
      .selectFrom('counters')
      .select('last')
      .where('series', '=', 'request')
      .executeTakeFirstOrThrow()
    const answers = await Promise.all(Array.from({ length: 40 }, () => visitor().upload(`${path}/submit`, form())))
    const numbers = answers.map(({ body }) => Number(/〔2026〕(\d+)号/.exec(body)?.[1])).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => last + 1 + index))
  })
})

describe('a faulty form', () => {
  test('comes back with every problem at its field, and with what was typed', async () => {
    const before = await count('requests')
    const typed = form({ name: '张\u202E三', identityNumber: '110105194912310021', content: '<b>请公开</b>\n第二行' })
    const { statusCode, body } = await visitor().upload(`${path}/submit`, typed)
    expect(statusCode).toBe(422)
    expect(body).toContain('有2处需要改正')
    expect(body).toContain('<a href="#identityNumber">最后一位校验码不符')
    expect(body).toMatch(/<input id="identityNumber"[^>]*aria-invalid="true"[^>]*value="110105194912310021"/)
    expect(body).toContain('&lt;b&gt;请公开&lt;/b&gt;\n第二行</textarea>')
    expect(body).toContain(`name="key" value="${typed.key}"`)
    expect(body).toMatch(/<title>有误，请改正/)
    expect(await count('requests')).toBe(before)
  })

  test('H003: a text that is far too long comes back whole', async () => {
    const long = '政'.repeat(5000)
    const { statusCode, body } = await visitor().upload(`${path}/submit`, form({ content: long }))
    expect([statusCode, body.includes(long)]).toEqual([422, true])
    const wish = await visitor().send(`${path}/new`, { content: long })
    expect([wish.statusCode, wish.body.includes(long)]).toEqual([422, true])
  })

  test.for([
    ['H225', { caseNo: '1-2026-000001' }, 'caseNo'],
    ['H227', { status: 'closed', orgId: '2' }, 'status'],
    ['a purpose', { purpose: '科研' }, 'purpose'],
    ['H034', { name: ['张三', '李四'] }, 'name'],
  ])('%s: an unknown field, or one that stands twice, is refused by name', async ([, more, name]) => {
    for (const send of [visitor().send, visitor().upload]) {
      const answer = await send(`${path}/submit`, { ...form(), ...(more as Record<string, string>) })
      expect(answer.statusCode).toBe(400)
      expect(answer.body).toContain(`“${name}”`)
    }
  })

  test('prototypes, other encodings and other bodies are refused', async () => {
    const { key, ...rest } = form()
    expect((await visitor().upload(`${path}/submit`, { key, ['__proto__']: 'x', ...rest })).statusCode).toBe(400)
    const gbk = await app.inject({
      ...{ method: 'POST', url: `${path}/submit`, payload: 'name=%D5%C5%C8%FD' },
      headers: { host: '127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(gbk.statusCode).toBe(400)
    const boundary = 'x'
    const bytes = Buffer.concat([
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="content"\r\n\r\n`),
      Buffer.from('d5c5c8fd', 'hex'),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const raw = await app.inject({
      ...{ method: 'POST', url: `${path}/submit`, payload: bytes },
      headers: { host: '127.0.0.1', 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
    expect(raw.statusCode).toBe(400)
    for (const type of ['application/json', 'application/x-www-form-urlencoded; charset=gbk', 'text/plain']) {
      const answer = await app.inject({
        ...{ method: 'POST', url: `${path}/submit`, payload: '{}' },
        headers: { host: '127.0.0.1', 'content-type': type },
      })
      expect(answer.statusCode).toBe(415)
    }
    expect((await visitor().send(`${path}/new`, { content: 'x'.repeat(300_000) })).statusCode).toBe(413)
  })
})

describe('files', () => {
  const scan = { field: 'identity', name: '身份证.pdf', bytes: pdf }

  test('a sound one waits for the corrected form, and then belongs to the request', async () => {
    const faulty = form({ name: '' })
    const exe = { field: 'attachment', name: '病毒.pdf', bytes: Buffer.from('4d5a90000300000004000000ffff0000', 'hex') }
    const first = await visitor().upload(`${path}/submit`, faulty, [scan, exe])
    expect(first.statusCode).toBe(422)
    expect(first.body).toContain('已上传：身份证.pdf')
    expect(first.body).toContain('<a href="#attachment">')
    const kept = hiddenField(first.body, 'kept')
    const before = await count('requestFiles')
    const second = await visitor().upload(`${path}/submit`, { ...faulty, name: '张三', kept })
    expect(second.statusCode).toBe(200)
    expect(await count('requestFiles')).toBe(before + 1)
    const file = await owner.selectFrom('files').selectAll().where('name', '=', '身份证.pdf').executeTakeFirstOrThrow()
    expect(file.expiresAt).toBeNull()
    expect(file.sealed.includes('%PDF')).toBe(false)
  })

  test('the box takes one away, and nobody can claim a file of another form', async () => {
    const faulty = form({ name: '' })
    const first = await visitor().upload(`${path}/submit`, faulty, [scan])
    const kept = hiddenField(first.body, 'kept')
    const id = /dropped-([0-9a-f-]{36})/.exec(first.body)?.[1] ?? ''
    const without = await visitor().upload(`${path}/submit`, { ...faulty, kept, dropped: id })
    expect(without.body).not.toContain('已上传')
    const before = await count('requestFiles')
    const thief = await visitor().upload(`${path}/submit`, { ...form(), kept })
    expect(thief.statusCode).toBe(200)
    expect(await count('requestFiles')).toBe(before)
  })

  test('H009, H011: one that is too large or empty is refused, and the text stays', async () => {
    const large = { ...scan, bytes: Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]) }
    const answer = await visitor().upload(`${path}/submit`, form({ content: '还在这里' }), [large])
    expect(answer.statusCode).toBe(413)
    expect(answer.body).toContain('超过20MB')
    expect(answer.body).toContain('还在这里')
    const empty = await visitor().upload(`${path}/submit`, form(), [{ ...scan, bytes: Buffer.alloc(0) }])
    expect(empty.statusCode).toBe(422)
    expect(empty.body).toContain('是空的')
  })

  test('more than five are refused at the field', async () => {
    const six = Array.from({ length: 6 }, (_, index) => ({ ...scan, name: `${index}.pdf` }))
    const answer = await visitor().upload(`${path}/submit`, form(), six)
    expect(answer.statusCode).toBe(413)
    expect(answer.body).toContain('一次最多上传5个文件')
    expect(answer.body.match(/name="kept"/g)).toHaveLength(5)
  })

  test('a box that was left empty is no file; an unknown box is refused by name', async () => {
    const none = await visitor().upload(`${path}/submit`, form(), [{ ...scan, name: '', bytes: Buffer.alloc(0) }])
    expect(none.statusCode).toBe(200)
    const unknown = await visitor().upload(`${path}/submit`, form(), [{ ...scan, field: 'shell' }])
    expect([unknown.statusCode, unknown.body.includes('“shell”')]).toEqual([400, true])
  })
})

describe('many requests from one address', () => {
  test('the sixth costs a proof of work and is not refused; all that was typed is carried on', async () => {
    const many = visitor()
    for (let sent = 0; sent < 5; sent += 1) {
      expect((await many.upload(`${path}/submit`, form())).body).toContain('申请已经提交')
    }
    const before = await count('requests')
    const sixth = form({ assistance: '大字版' })
    const asked = await many.upload(`${path}/submit`, sixth, [{ field: 'attachment', name: '图.pdf', bytes: pdf }])
    expect(asked.body).toContain('您的申请还没有提交')
    expect(asked.body).toContain('当面提交或者邮寄')
    expect(asked.headers['content-security-policy']).toContain("script-src 'self'")
    expect(await count('requests')).toBe(before)
    const [, challenge = '', bits = ''] = /data-challenge="([^"]+)" data-bits="(\d+)"/.exec(asked.body) ?? []
    const kept = hiddenField(asked.body, 'kept')
    const again = { ...sixth, challenge, kept }
    expect((await many.upload(`${path}/submit`, { ...again, proof: '0' })).body).toContain('还没有提交')
    const proof = String(work(challenge, Number(bits)))
    const other = await many.upload(`${path}/submit`, { ...again, key: randomUUID(), proof })
    expect(other.body).toContain('还没有提交')
    const done = await many.upload(`${path}/submit`, { ...again, proof })
    expect(done.body).toContain('申请已经提交')
    expect(await count('requests')).toBe(before + 1)
    expect((await many.upload(`${path}/submit`, { ...again, proof })).body).toBe(done.body)
  })

  test('the script is our own, and no other page has one', async () => {
    const { body } = await visitor().get(`${path}/new`)
    expect(body).not.toContain('<script')
  })
})

const work = (challenge: string, bits: number): number => {
  for (let tried = 0; ; tried += 1) {
    const hash = createHash('sha256').update(`${challenge}.${tried}`).digest()
    if (hash.readUInt32BE(0) >>> (32 - bits) === 0) return tried
  }
}

test('personal data stand in the sealed column and nowhere else', async () => {
  const secret = {
    name: '欧阳测试丙',
    phone: '13912345678',
    email: 'ouyang.bing@example.cn',
    address: '示例市秘密路9号',
  }
  await visitor().upload(`${path}/submit`, form(secret))
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
    owner,
  )
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(owner)
    const text = rows.map(({ row }) => row).join('\n')
    for (const value of [...Object.values(secret), '11010519491231002X']) expect(text.includes(value), name).toBe(false)
  }
})

describe('what is public already', () => {
  beforeAll(async () => {
    const channel = await owner
      .insertInto('channels')
      .values({ organId: organ.id, kind: 'website', name: '示例市政府网站' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const item = {
      organId: organ.id,
      channelId: channel.id,
      originality: 'original',
      publishedOn: '2025-03-01',
    } as const
    await owner
      .insertInto('publications')
      .values([
        { ...item, title: '示例市2025年老旧小区改造计划', url: 'https://www.shili.example/1' },
        { ...item, title: '老旧小区改造资金安排', url: 'javascript:alert(1)' },
        { ...item, title: '老旧小区改造旧公告', url: 'https://www.shili.example/2', withdrawnOn: '2025-04-01' },
      ] as never)
      .execute()
    await owner
      .insertInto('normativeDocuments')
      .values({
        ...{
          organId: organ.id,
          kind: 'normativeDocuments',
          title: '统计上严重失信企业信用管理办法',
          documentNumber: '示统发〔2024〕3号',
        },
        ...{ issuedOn: '2024-02-01', effectiveFrom: '2024-03-01', repealedOn: '2025-12-31' },
      } as never)
      .execute()
  })

  test('is shown before the form, by words or by document number; withdrawn items are not', async () => {
    const byWords = await visitor().send(`${path}/new`, { content: '我想了解老旧小区改造的计划' })
    expect(byWords.body).toContain('<a href="https://www.shili.example/1"')
    expect(byWords.body).toContain('老旧小区改造资金安排')
    expect(byWords.body).not.toContain('javascript:')
    expect(byWords.body).not.toContain('旧公告')
    const byNumber = await visitor().send(`${path}/new`, { content: '示统发〔2024〕3号' })
    expect(byNumber.body).toContain('统计上严重失信企业信用管理办法')
    expect(byNumber.body).toContain('已废止')
  })

  test('helped, nothing is asked and it is counted once; else the form follows with the text', async () => {
    const { body } = await visitor().send(`${path}/new`, { content: '老旧小区改造计划' })
    const carried = { key: hiddenField(body, 'key'), content: '老旧小区改造计划' }
    for (let clicked = 0; clicked < 2; clicked += 1) {
      expect((await visitor().send(`${path}/new/helped`, carried)).body).toContain('您的申请没有提交')
    }
    const other = await visitor().send(`${path}/new`, { content: '老旧小区改造计划' })
    const details = await visitor().send(`${path}/new/details`, { ...carried, key: hiddenField(other.body, 'key') })
    expect(details.body).toContain('>老旧小区改造计划</textarea>')
    const uses = await owner.selectFrom('suggestionUses').select('helped').orderBy('helped').execute()
    expect(uses).toEqual([{ helped: false }, { helped: true }])
  })

  test('where nothing fits, the form comes at once', async () => {
    const { body } = await visitor().send(`${path}/new`, { content: '企业一套表直报名录' })
    expect(body).toContain('填写政府信息公开申请')
  })

  test.for(["政策' OR '1'='1", '100%_折扣\\', 'a & | ! ( ) :* <->', '<script>alert(1)</script>'])(
    'the wish “%s” is a text',
    async (content) => {
      const { statusCode, body } = await visitor().send(`${path}/new`, { content })
      expect(statusCode).toBe(200)
      expect(body).not.toContain('<script')
    },
  )
})

test('every page says what it is; unknown organs are not found; forms reached by address begin again', async () => {
  for (const page of ['/', '/form', '/new', '/follow']) {
    const { statusCode, body } = await visitor().get(path + page)
    expect(statusCode).toBe(200)
    expect(body).toContain('依申请公开')
    expect(body).not.toMatch(/ style="|<style| on[a-z]+="/)
  }
  expect((await visitor().get('/nowhere/requests/')).statusCode).toBe(404)
  expect((await visitor().upload('/nowhere/requests/submit', form())).statusCode).toBe(404)
  for (const page of ['/new/details', '/submit']) {
    const answer = await visitor().get(path + page)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${path}/new`])
  }
  expect((await visitor().get('/sitemap.xml')).body).toContain(`${path}/</loc>`)
  expect((await visitor().get('/shili-tjj/')).body).toContain(`href="${path}/"`)
})
