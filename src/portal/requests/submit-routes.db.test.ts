import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { anOffice } from '../../organs/testing/officers.ts'
import { aForm, aSiteToAsk, onReceipt } from '../testing/a-site-to-ask.ts'
import { aBrowser } from '../testing/asking.ts'

const { app, db, owner, organ, path, visitor, count } = await aSiteToAsk()

describe('a request over the internet', () => {
  test('is kept with its number, sealed applicant, first event and audit entry, and answered with a receipt', async () => {
    const answer = await visitor().upload(`${path}/submit`, aForm({ name: '阿卜杜拉·买买提' }))
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['x-robots-tag']).toBe('noindex')
    expect(onReceipt(answer.body, '申请编号')).toBe('示统依申请〔2026〕1号')
    expect(onReceipt(answer.body, '查询码')).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(onReceipt(answer.body, '查询口令')).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    const request = await owner.selectFrom('requests').selectAll().executeTakeFirstOrThrow()
    expect(request).toMatchObject({
      channel: 'online',
      status: 'arrived',
      receivedOn: null,
      arrivedOn: '2026-11-24',
      origin: 'live',
      lastSeq: 1,
      formWanted: '电子文件',
      routeWanted: '网上下载',
      applicantKind: 'naturalPerson',
      purpose: '',
    })
    const { sealed } = await owner.selectFrom('requestApplicants').select('sealed').executeTakeFirstOrThrow()
    expect(sealed).not.toContain('阿卜杜拉')
    const entries = await owner
      .selectFrom('auditEntries')
      .select(['action', 'actorKind', 'subject'])
      .where('action', '<>', 'rows.changed')
      .execute()
    expect(entries).toEqual([{ action: 'request.submitted', actorKind: 'applicant', subject: request.id }])
  })

  test('H380, H382: sent twice, one after the other or at once, it is one request with one receipt', async () => {
    const before = await count('requests')
    const [twice, atOnce] = [aForm(), aForm()]
    const one = visitor()
    const answers = [await one.upload(`${path}/submit`, twice), await one.upload(`${path}/submit`, twice)]
    const race = await Promise.all(Array.from({ length: 6 }, () => visitor().upload(`${path}/submit`, atOnce)))
    for (const same of [answers, race]) {
      expect(same.map(({ statusCode }) => statusCode)).toEqual(same.map(() => 200))
      expect(new Set(same.map(({ body }) => body)).size).toBe(1)
    }
    expect(await count('requests')).toBe(before + 2)
  })

  test('art. 45, H380: those who send at once share transactions, each with a number, an entry and an answer of its own', async () => {
    const used = aForm()
    await visitor().upload(`${path}/submit`, used)
    const before = await count('requests')
    const forms = [...Array.from({ length: 30 }, () => aForm()), { ...used, content: '另一件事' }]
    const answers = await Promise.all(forms.map((form) => visitor().upload(`${path}/submit`, form)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array.from({ length: 30 }, () => 200), 409])
    const numbers = answers
      .slice(0, 30)
      .map(({ body }) => Number(/〔2026〕(\d+)号/.exec(onReceipt(body, '申请编号') ?? '')?.[1]))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => before + 1 + index))
    const told = await owner
      .selectFrom('auditEntries')
      .select(['subject', 'act'])
      .where('action', '=', 'request.submitted')
      .execute()
    expect(new Set(told.map(({ subject }) => subject)).size).toBe(await count('requests'))
    const acts = new Set(told.flatMap(({ act }) => act ?? []))
    expect(acts.size).toBeLessThan(told.length)
  })

  test('another text under a used key is refused and not lost in silence', async () => {
    const first = aForm()
    await visitor().upload(`${path}/submit`, first)
    const answer = await visitor().upload(`${path}/submit`, { ...first, content: '另一件事' })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('之后改动的内容没有提交')
  })

  test('a key from before yesterday no longer shows code and secret', async () => {
    const old = aForm()
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
    const answers = await Promise.all(Array.from({ length: 40 }, () => visitor().upload(`${path}/submit`, aForm())))
    const numbers = answers.map(({ body }) => Number(/〔2026〕(\d+)号/.exec(body)?.[1])).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => last + 1 + index))
  })
})

test('an organ whose numbers are held up keeps nobody from asking another, not even from the same network', async () => {
  const other = await anOffice(db, { slug: 'shili-sjj', name: '示例市审计局' })
  const one = visitor()
  await one.upload(`${path}/submit`, aForm())
  const ask = (slug: string) => one.upload(`/${slug}/requests/submit`, aForm())
  const held: ReturnType<typeof ask>[] = []
  await owner.transaction().execute(async (tx) => {
    await sql`select from counters where organ_id = ${organ.id} for update`.execute(tx)
    held.push(ask(organ.slug))
    const isHeld = () =>
      sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(owner)
    while ((await isHeld()).rows.length === 0);
    expect((await ask(other.organ.slug)).body).toContain('申请已经提交')
  })
  expect((await held[0])?.body).toContain('申请已经提交')
})

describe('a faulty form', () => {
  test('comes back with every problem at its field, and with what was typed', async () => {
    const before = await count('requests')
    const typed = aForm({ name: '张\u202E三', identityNumber: '110105194912310021', content: '<b>请公开</b>\n第二行' })
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
    const { statusCode, body } = await visitor().upload(`${path}/submit`, aForm({ content: long }))
    expect([statusCode, body.includes(long)]).toEqual([422, true])
    const wish = await aBrowser(visitor()).send(`${path}/new`, { content: long })
    expect([wish.body.includes('现有5000个字'), wish.body.includes(long)]).toEqual([true, true])
  })

  test.for([
    ['H225', { caseNo: '1-2026-000001' }, 'caseNo'],
    ['H227', { status: 'closed', orgId: '2' }, 'status'],
    ['a purpose', { purpose: '科研' }, 'purpose'],
    ['H034', { name: ['张三', '李四'] }, 'name'],
  ])('%s: an unknown field, or one that stands twice, is refused by name', async ([, more, name]) => {
    for (const send of [visitor().send, visitor().upload]) {
      const answer = await send(`${path}/submit`, { ...aForm(), ...(more as Record<string, string>) })
      expect(answer.statusCode).toBe(400)
      expect(answer.body).toContain(`“${name}”`)
    }
  })

  test('prototypes, other encodings and other bodies are refused', async () => {
    const { key, ...rest } = aForm()
    expect((await visitor().upload(`${path}/submit`, { key, ['__proto__']: 'x', ...rest })).statusCode).toBe(400)
    const gbk = await app.inject({
      method: 'POST',
      url: `${path}/submit`,
      payload: 'name=%D5%C5%C8%FD',
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
      method: 'POST',
      url: `${path}/submit`,
      payload: bytes,
      headers: { host: '127.0.0.1', 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
    expect(raw.statusCode).toBe(400)
    for (const type of ['application/json', 'application/x-www-form-urlencoded; charset=gbk', 'text/plain']) {
      const answer = await app.inject({
        method: 'POST',
        url: `${path}/submit`,
        payload: '{}',
        headers: { host: '127.0.0.1', 'content-type': type },
      })
      expect(answer.statusCode).toBe(415)
    }
    const endless = await visitor().send(`${path}/new`, { content: 'x'.repeat(300_000) })
    expect([endless.statusCode, endless.body.includes('每一栏最多2000个字')]).toEqual([413, true])
    const many = '政'.repeat(80_000)
    expect((await visitor().upload(`${path}/submit`, aForm({ content: many }))).body).toContain(many)
  })
})

test('personal data stand in the sealed column and nowhere else', async () => {
  const secret = {
    name: '欧阳测试丙',
    phone: '13912345678',
    email: 'ouyang.bing@example.cn',
    address: '示例市秘密路9号',
  }
  await visitor().upload(`${path}/submit`, aForm(secret))
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
