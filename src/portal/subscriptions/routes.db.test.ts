import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { composeMail, mailEnded } from '../../app/compose-mail.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { sendQueued } from '../../mail/outbox.ts'
import { transportFrom } from '../../mail/transport.ts'
import { Browser, sessionCookie } from '../../organs/testing/staff.ts'
import { listTroubled, standingOf } from '../../outbox/standing.ts'
import { queueDigest } from '../../subscriptions/digest.ts'
import { subscriptionJobs } from '../../subscriptions/jobs.ts'
import { aSiteOfRecords, origin, today } from '../testing/a-site-of-records.ts'
import { aVisitor, hiddenField } from '../testing/forms.ts'

const site = await aSiteOfRecords()
const { db, owner, organ } = site
const app = await site.anApp({ KAICHENG_SMTP_URL: 'smtp://127.0.0.1:1' })
const path = `/${organ.slug}/subscribe`

/** Quoted-printable (RFC 2045). */
const unquoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

const received: { to: string; head: string; text: string }[] = []
const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: ({ address }, _, answer) =>
    answer(address.startsWith('gone@') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
  onData: (stream, session, answer) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const mail = Buffer.concat(chunks).toString()
      const at = mail.indexOf('\r\n\r\n')
      const head = mail.slice(0, at)
      const isBase64 = /Content-Transfer-Encoding: base64/i.test(head)
      const text = isBase64 ? Buffer.from(mail.slice(at), 'base64').toString() : unquoted(mail.slice(at))
      const [to] = session.envelope.rcptTo
      received.push({ to: to?.address ?? '', head: head.replace(/\r\n\s+/g, ' '), text })
      answer()
    })
  },
})
await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
const { port } = smtp.server.address() as { port: number }
const transport = transportFrom({
  KAICHENG_SMTP_URL: `smtp://127.0.0.1:${port}`,
  KAICHENG_MAIL_FROM: 'x@shili.invalid',
})
if (!transport) throw new Error('no transport')
afterAll(async () => {
  transport.close()
  await new Promise<void>((resolve) => smtp.close(resolve))
})
const compose = composeMail(() => plainDate(today), origin)
const send = () => sendQueued(db, organ.id, transport, compose, mailEnded)
/** What the tests before have left to be sent. */
beforeEach(async () => {
  await send()
  received.length = 0
})
const digest = async () => {
  await inOrgan(db, organ.id, (tx) => queueDigest(tx, organ.id))
  await send()
}
const linkIn = (text: string, place: string): string =>
  new RegExp(`${origin}(/${organ.slug}/${place}\\?code=[\\w-]{43})`).exec(text)?.[1] ?? ''

let visitors = 0
const visitor = () => {
  visitors += 1
  return aVisitor(app, `192.0.2.${visitors}`)
}
const aForm = (email: string, facts: Record<string, string> = {}) => ({
  key: randomUUID(),
  page: `/${organ.slug}/`,
  what: 'organ',
  email,
  ...facts,
})
const count = async (table: 'subscribers' | 'subscriptionRequests' | 'subscriptions') => {
  const { total } = await owner
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** Fills in the form, opens the mail and confirms; answers the link to what is subscribed. */
async function subscribed(email: string, facts: Record<string, string> = {}): Promise<string> {
  const reader = visitor()
  await reader.send(path, aForm(email, facts))
  await send()
  const link = linkIn(received.at(-1)?.text ?? '', 'subscribe/confirm')
  const confirmed = await reader.send(`${path}/confirm`, { code: link.split('code=')[1] ?? '' })
  expect(confirmed.statusCode).toBe(303)
  received.length = 0
  return String(confirmed.headers.location)
}

describe('the form', () => {
  test('is offered where a list or a record is followed, and names what is followed', async () => {
    const record = await site.publish({ title: '示例市普查办法' })
    const get = async (url: string) => (await visitor().get(url)).body
    const onRecord = /href="([^"]+)"[^>]*>本文件修改/.exec(await get(record.path))?.[1] ?? ''
    expect(await get(onRecord.replaceAll('&amp;', '&'))).toContain('《示例市普查办法》的变动')
    const onOrgan = /href="([^"]+)"[^>]*>邮件</.exec(await get(`/${organ.slug}/`))?.[1] ?? ''
    expect(await get(onOrgan)).toContain('本机关新公开的全部信息')
    expect((await visitor().get('/subscribe')).headers.location).toBe(path)
  })

  test('a site that sends no mail offers the feeds, and takes no address', async () => {
    const without = aVisitor(site.app, '192.0.2.200')
    const page = await without.get(path)
    expect(page.body).toContain('feed.atom')
    expect(page.body).not.toContain('name="email"')
    expect((await without.get(`/${organ.slug}/`)).body).not.toContain('/subscribe')
    expect((await without.get(`${path}/asked`)).headers.location).toBe(path)
    const before = await count('subscriptionRequests')
    expect((await without.send(path, aForm('a@shili.example'))).headers.location).toBe(path)
    expect(await count('subscriptionRequests')).toBe(before)
  })

  test('a wrong address comes back as it was typed, with what is wrong', async () => {
    const answer = await visitor().send(path, aForm('nobody at home'))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('value="nobody at home"')
    expect(answer.body).toContain('电子邮箱写法有误')
  })

  test('it answers the same for an address that is subscribed and for one that is not, and writes to both', async () => {
    await subscribed('known@shili.example')
    const answers = []
    for (const email of ['known@shili.example', 'unknown@shili.example']) {
      const { statusCode, headers, body } = await visitor().send(path, aForm(email))
      answers.push({ statusCode, location: headers.location, body })
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.statusCode).toBe(303)
    await send()
    expect(received.map(({ to }) => to).sort()).toEqual(['known@shili.example', 'unknown@shili.example'])
  })

  test('one address is asked three times a day at most, whoever asks; the answer is the same', async () => {
    for (let n = 0; n < 5; n += 1)
      expect((await visitor().send(path, aForm('Often@shili.example'))).headers.location).toBe(`${path}/asked`)
    await send()
    expect(received).toHaveLength(3)
  })

  test('the sixth form from one network in an hour costs a proof of work, and nothing typed is lost', async () => {
    const one = aVisitor(app, '192.0.2.201')
    for (let n = 0; n < 5; n += 1) await one.send(path, aForm(`n${n}@shili.example`))
    const answer = await one.send(path, aForm('sixth@shili.example'))
    expect(answer.body).toContain('还没有提交')
    expect(hiddenField(answer.body, 'email')).toBe('sixth@shili.example')
  })

  test('another site’s page subscribes nobody', async () => {
    const answer = await visitor().send(path, aForm('a@shili.example'), { origin: 'https://evil.example' })
    expect(answer.statusCode).toBe(403)
  })
})

describe('the confirmation', () => {
  test('looking at the link begins nothing; the button does, once', async () => {
    const reader = visitor()
    await reader.send(path, aForm('reader@shili.example'))
    await send()
    const link = linkIn(received[0]?.text ?? '', 'subscribe/confirm')
    const before = await count('subscribers')
    const page = await reader.get(link)
    expect(page.body).toContain('r*****@shili.example')
    expect(await count('subscribers')).toBe(before)
    const code = hiddenField(page.body, 'code')
    const confirmed = await reader.send(`${path}/confirm`, { code })
    expect(confirmed.statusCode).toBe(303)
    expect((await reader.get(String(confirmed.headers.location))).body).toContain('本机关新公开的全部信息')
    expect(await count('subscribers')).toBe(before + 1)
    expect((await reader.send(`${path}/confirm`, { code })).statusCode).toBe(404)
    expect((await reader.get(link)).body).toContain('已经失效')
  })

  test('a link whose time is over confirms nothing, and its address is removed', async () => {
    await visitor().send(path, aForm('late@shili.example'))
    await send()
    const link = linkIn(received[0]?.text ?? '', 'subscribe/confirm')
    await sql`update subscription_requests set expires_at = now()`.execute(owner)
    expect((await visitor().get(link)).statusCode).toBe(404)
    expect((await visitor().send(`${path}/confirm`, { code: link.split('code=')[1] ?? '' })).statusCode).toBe(404)
    await subscriptionJobs.find(({ name }) => name === 'remove-unconfirmed')?.run(db, organ.id, plainDate(today))
    expect(await count('subscriptionRequests')).toBe(0)
  })

  test('no address stands legible in the database, and none in the audit log', async () => {
    await subscribed('secret@shili.example')
    await visitor().send(path, aForm('waiting@shili.example'))
    for (const table of ['subscribers', 'subscriptionRequests', 'outbox', 'auditEntries', 'attempts'] as const) {
      const rows = JSON.stringify(await owner.selectFrom(table).selectAll().execute())
      expect(rows, table).not.toMatch(/secret@|waiting@/)
    }
  })
})

describe('the mail', () => {
  test('tells of what is new, changed and withdrawn, each once, with number, day and link, from the organ', async () => {
    await subscribed('told@shili.example')
    const kept = await site.publish({ title: '示例市统计办法', documentNumber: '示统规〔2026〕7号' })
    const going = await site.publish({ title: '示例市误发公告' })
    const never = await site.publish({ title: '示例市撤得快的公告' })
    await site.follow(never.key, { kind: 'withdraw', reason: '误发' })
    await digest()
    const [first] = received.filter(({ to }) => to === 'told@shili.example')
    expect(first?.text).toContain('示例市统计办法\r\n   示统规〔2026〕7号')
    expect(first?.text).toContain(`${origin}${kept.path}`)
    expect(first?.text).not.toContain('撤得快')
    expect(Buffer.from(/From: =\?UTF-8\?B\?([^?]+)/.exec(first?.head ?? '')?.[1] ?? '', 'base64').toString()).toBe(
      organ.name,
    )
    const end = linkIn(first?.text ?? '', 'subscription/end')
    expect(first?.head).toContain(`List-Unsubscribe: <${origin}${end}>`)
    expect(first?.head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')

    received.length = 0
    await digest()
    expect(received).toEqual([])
    await site.follow(going.key, { kind: 'withdraw', reason: '误发' })
    await digest()
    const [second] = received.filter(({ to }) => to === 'told@shili.example')
    expect(second?.text).toMatch(/示例市误发公告\s+已撤回/)
    expect(second?.text).not.toContain('示例市统计办法')
  })

  test('a licence that is withdrawn is called by its type, in the mail and among what is subscribed', async () => {
    const licence = await site.publish({
      type: 'licenceDecision',
      columnId: 'xzxk',
      title: '关于王某某的行政许可决定书',
      documentNumber: '示统许〔2026〕3号',
      fields: { counterparty: '王某某', decidedOn: '2026-11-20' },
    })
    const own = await subscribed('licence@shili.example', { page: licence.path, what: 'page' })
    await digest()
    await site.follow(licence.key, { kind: 'withdraw', reason: '公示期限届满' })
    received.length = 0
    await digest()
    const [mail] = received.filter(({ to }) => to === 'licence@shili.example')
    expect(mail?.text).toMatch(/行政许可决定\s+示统许〔2026〕3号\s+已撤回/)
    expect(mail?.text).not.toContain('王某某')
    const page = (await visitor().get(own)).body
    expect(page).toContain('《行政许可决定》')
    expect(page).not.toContain('王某某')
  })

  test('a record that is followed tells of its own changes only', async () => {
    const record = await site.publish({ title: '示例市跟踪办法' })
    await subscribed('one@shili.example', { page: record.path, what: 'page' })
    await digest()
    received.length = 0
    await site.publish({ title: '示例市别的公告' })
    await digest()
    expect(received.map(({ to }) => to)).not.toContain('one@shili.example')
    await site.follow(record.key, { kind: 'correct', reason: '笔误' }, { title: '示例市跟踪办法（更正）' })
    received.length = 0
    await digest()
    const [mail] = received.filter(({ to }) => to === 'one@shili.example')
    expect(mail?.text).toMatch(/示例市跟踪办法（更正）[\s\S]*更正/)
  })

  test('an address that nobody has is the matter of whoever gave it: no fault of the house, and nothing to try again', async () => {
    await visitor().send(path, aForm('gone@shili.example'))
    await send()
    const { outcome, lastError } = await owner
      .selectFrom('outbox')
      .select(['outcome', 'lastError'])
      .orderBy('queuedAt', 'desc')
      .executeTakeFirstOrThrow()
    expect([outcome, lastError]).toEqual(['dropped', '邮件服务器没有接收（550）'])
    const inTrouble = await inOrgan(db, organ.id, async (tx) => [
      ...(await standingOf(tx, organ.id)),
      ...(await listTroubled(tx, organ.id)),
    ])
    expect(inTrouble).toEqual([])
  })

  test('three in a row that are refused for good end the subscription', async () => {
    const before = await count('subscribers')
    await subscribed('soon@shili.example')
    const { id } = await owner.selectFrom('subscribers').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
    const refuse = async () => {
      await site.publish({ title: `示例市公告${randomUUID()}` })
      await inOrgan(db, organ.id, (tx) => queueDigest(tx, organ.id))
      const gone: typeof compose = async (tx, organId, mail) => {
        const said = await compose(tx, organId, mail)
        return said && said.to === 'soon@shili.example' ? { ...said, to: 'gone@shili.example' } : said
      }
      await sendQueued(db, organ.id, transport, gone, mailEnded)
    }
    const refusals = async () =>
      (await owner.selectFrom('subscribers').select('refusals').where('id', '=', id).executeTakeFirst())?.refusals
    await refuse()
    await refuse()
    expect(await refusals()).toBe(2)
    await refuse()
    expect(await count('subscribers')).toBe(before)
  })
})

describe('the way out', () => {
  const oneClick = (url: string) =>
    app.inject({
      method: 'POST',
      url,
      headers: { host: '127.0.0.1', 'content-type': 'multipart/form-data; boundary=x', origin: 'https://mail.example' },
      payload: '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    })

  test('by one click of a mail program, without cookie and from anywhere; a look ends nothing', async () => {
    const before = await count('subscribers')
    const own = await subscribed('click@shili.example')
    const end = own.replace('/subscription?', '/subscription/end?').replace('&done=confirmed', '')
    expect((await visitor().get(end)).body).toContain('c****@shili.example')
    expect(await count('subscribers')).toBe(before + 1)
    expect((await oneClick(end)).statusCode).toBe(200)
    expect(await count('subscribers')).toBe(before)
    // Once more, it is so already.
    expect((await oneClick(end)).statusCode).toBe(200)
    expect((await visitor().get(end)).body).toContain('已经退订')
  })

  test('by the button of its page', async () => {
    const before = await count('subscribers')
    const own = await subscribed('button@shili.example')
    const end = own.replace('/subscription?', '/subscription/end?').replace('&done=confirmed', '')
    expect((await visitor().send(end, {})).headers.location).toBe(`/${organ.slug}/subscription/ended`)
    expect(await count('subscribers')).toBe(before)
  })

  test('one of several things is left off; of the last one the address goes too', async () => {
    const record = await site.publish({ title: '示例市留下的办法' })
    const before = await count('subscribers')
    await subscribed('two@shili.example')
    const own = await subscribed('Two@shili.example', { page: record.path, what: 'page' })
    expect(await count('subscribers')).toBe(before + 1)
    const code = /code=([\w-]{43})/.exec(own)?.[1] ?? ''
    const page = (await visitor().get(own)).body
    expect(page.match(/name="keep"/g)).toHaveLength(2)
    const of = `record ${record.number}`
    // A page that has shown one of them leaves the other alone, also where it is not there any more.
    await visitor().send(`/${organ.slug}/subscription`, { code, shown: 'organ' })
    expect((await visitor().get(own)).body.match(/name="keep"/g)).toHaveLength(1)
    const stale = await visitor().send(`/${organ.slug}/subscription`, { code, shown: 'organ', keep: 'organ' })
    expect([stale.statusCode, await count('subscribers')]).toEqual([303, before + 1])
    await visitor().send(`/${organ.slug}/subscription`, { code, shown: of })
    expect(await count('subscribers')).toBe(before)
    expect((await visitor().get(own)).statusCode).toBe(404)
  })
})

test('the office sees how many are told of what, and no address', async () => {
  await subscribed('counted@shili.example')
  const clerk = await site.officer(today, ['clerk'])
  const browser = new Browser(app)
  browser.cookie = await sessionCookie(db, organ.id, clerk.id ?? '')
  const answer = await browser.send('GET', '/subscriptions')
  expect(answer.json().organ).toBeGreaterThan(0)
  expect(answer.body).not.toContain('@')
})
