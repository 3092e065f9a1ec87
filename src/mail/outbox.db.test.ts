import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../db/database.ts'
import { inActs, inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { queueMail, sendQueued } from './outbox.ts'
import { type MailTransport, transportFrom } from './transport.ts'

const { db, owner, url } = await testDatabase()
const organ = await inActs(owner, (tx) => organs.add(tx, anOrgan()))

interface Received {
  readonly to: string[]
  readonly text: string
}

/** A real SMTP server; `before` may hold or refuse a mail before it is taken. */
async function aMailServer(before: (mail: Received) => Promise<void> = async () => {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _, answer) => {
      const codes: Record<string, number> = { 'gone@shili.invalid': 550, 'later@shili.invalid': 451 }
      const responseCode = codes[address]
      answer(responseCode ? Object.assign(new Error('not now'), { responseCode }) : null)
    },
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        const mail = { to, text: Buffer.concat(chunks).toString() }
        received.push(mail)
        await before(mail)
        answer()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  const env = { KAICHENG_SMTP_URL: `smtp://127.0.0.1:${port}`, KAICHENG_MAIL_FROM: 'xxgk@shili.invalid' }
  const transport = transportFrom(env)
  if (!transport) throw new Error('no transport')
  const close = async () => {
    transport.close()
    await new Promise<void>((resolve) => server.close(resolve))
  }
  return { received, transport, close }
}

const open: { close: () => Promise<void> }[] = []
const started = async (...how: Parameters<typeof aMailServer>) => {
  const server = await aMailServer(...how)
  open.push(server)
  return server
}
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})
beforeEach(() => sql`delete from outbox`.execute(owner))

const queue = (to: string, subject = '办理提醒', body = '申请〔2026〕第1号将于3个工作日内到期') =>
  inOrgan(db, organ.id, (tx) => queueMail(tx, organ.id, { to, subject, body }))
const send = (transport: MailTransport) => sendQueued(db, organ.id, transport)
const queued = async () =>
  (
    await sql<{ to: string; attempts: number; outcome: string | null; lastError: string | null }>`
      select payload ->> 'to' as to, attempts, outcome, last_error from outbox order by queued_at, id`.execute(owner)
  ).rows
/** As if the minutes had passed since whatever was last tried. */
const pass = (minutes: number) =>
  sql`update outbox set next_at = next_at - ${minutes} * interval '1 minute'`.execute(owner)
const messageIds = (received: readonly Received[]) =>
  received.map(({ text }) => /^Message-ID: (.*)\r$/m.exec(text)?.[1])

test('a queued mail arrives once, in Chinese, marked as sent by a machine', async () => {
  const { received, transport } = await started()
  await queue('san@shili.invalid')
  expect(await send(transport)).toBe(1)
  expect(await send(transport)).toBe(0)
  const [mail] = received
  expect(received).toHaveLength(1)
  expect(mail?.to).toEqual(['san@shili.invalid'])
  expect(mail?.text).toContain('From: xxgk@shili.invalid')
  expect(mail?.text).toContain('Auto-Submitted: auto-generated')
  const [, words = ''] = /=\?UTF-8\?B\?([^?]*)\?=/.exec(mail?.text ?? '') ?? []
  expect(Buffer.from(words, 'base64').toString()).toBe('办理提醒')
})

test('a mail is queued with its cause or not at all', async () => {
  const failed = inOrgan(db, organ.id, async (tx) => {
    await queueMail(tx, organ.id, { to: 'san@shili.invalid', subject: '甲', body: '乙' })
    throw new Error('no cause')
  })
  await expect(failed).rejects.toThrow('no cause')
  expect(await queued()).toEqual([])
})

test('of one thing an address is told once, however often it is queued; of another thing, and another address, too', async () => {
  const tell = (to: string, edition: number) =>
    inOrgan(db, organ.id, (tx) =>
      queueMail(tx, organ.id, { to, subject: '甲', body: '乙', about: { kind: 'heldEdition', edition } }),
    )
  for (const edition of [1, 1, 2]) for (const to of ['san@shili.invalid', 'si@shili.invalid']) await tell(to, edition)
  expect(await queued()).toHaveLength(4)
})

test('what a mail server says may name the address: only its numbers are kept, for the administrator who reads them', async () => {
  const { transport } = await started()
  await queue('gone@shili.invalid')
  await send(transport)
  expect(JSON.stringify((await queued()).map(({ lastError }) => lastError))).not.toContain('@')
})

test.for([
  'a@b.cn,c@d.cn',
  'a@b.cn\r\nBcc: c@d.cn',
  'a@b.cn\nBcc: c@d.cn',
  '张三 <a@b.cn>',
  'a@b.cn ',
  '<a@b.cn>',
  '',
  `${'a'.repeat(300)}@b.cn`,
])('not one address is refused: %j', (to) => expect(queue(to)).rejects.toThrow('请填写一个电子邮箱地址'))

test('a line end in a subject begins no header', async () => {
  const { received, transport } = await started()
  await queue('san@shili.invalid', 'Due\r\nBcc: thief@evil.example')
  await send(transport)
  expect(received[0]?.to).toEqual(['san@shili.invalid'])
  expect(received[0]?.text).toContain('Subject: Due Bcc: thief@evil.example')
  expect(received[0]?.text).not.toMatch(/^Bcc:/m)
})

test('an address that is gone holds up nobody and is not tried again', async () => {
  const { received, transport } = await started()
  await queue('gone@shili.invalid')
  await queue('san@shili.invalid')
  expect(await send(transport)).toBe(1)
  await pass(3 * 24 * 60)
  expect(await send(transport)).toBe(0)
  expect(received).toHaveLength(1)
  const [gone] = await queued()
  expect(gone).toMatchObject({ to: 'gone@shili.invalid', outcome: 'givenUp', lastError: '邮件服务器没有接收（550）' })
})

test('one that is turned down for now is tried again after 1, 2, 4 … minutes, ten times', async () => {
  const { transport } = await started()
  await queue('later@shili.invalid')
  const triesAfter = async (minutes: number) => {
    await pass(minutes)
    await send(transport)
    return (await queued())[0]?.attempts
  }
  for (const [minutes, tries] of [
    [0, 1],
    [0.9, 1],
    [0.1, 2],
    [1.9, 2],
    [0.1, 3],
    [3.9, 3],
    [0.1, 4],
    [8, 5],
    [16, 6],
    [32, 7],
    [64, 8],
    [128, 9],
    [255, 9],
    [1, 10],
    [10_000, 10],
  ] as const)
    expect(await triesAfter(minutes), `after ${minutes} minutes`).toBe(tries)
  expect(await queued()).toMatchObject([{ outcome: 'givenUp', lastError: '邮件服务器没有接收（451）' }])
})

test('without a mail server mails wait, and the waiting is no try', async () => {
  const { transport, close } = await aMailServer()
  await close()
  await queue('san@shili.invalid')
  await expect(send(transport)).rejects.toThrow('ECONNREFUSED')
  expect(await queued()).toMatchObject([{ attempts: 0, outcome: null }])
  const again = await started()
  expect(await send(again.transport)).toBe(1)
})

test('two servers that send at the same time send each mail once', async () => {
  const { received, transport } = await started()
  for (let n = 0; n < 20; n += 1) await queue(`n${n}@shili.invalid`)
  const sent = await Promise.all([send(transport), send(transport), send(transport)])
  expect(sent.reduce((sum, count) => sum + count)).toBe(20)
  expect(new Set(received.flatMap(({ to }) => to)).size).toBe(20)
  expect(received).toHaveLength(20)
})

test('killed between sending and marking: once more when its claim has run out, under the same Message-ID', async () => {
  const dying = openDatabase(url)
  const { received, transport } = await started(async () => {
    if (received.length === 1) await dying.destroy()
  })
  await queue('san@shili.invalid')
  await expect(sendQueued(dying, organ.id, transport)).rejects.toThrow()
  // Nobody knows yet that it is dead.
  expect(await send(transport)).toBe(0)
  await sql`update outbox set locked_at = locked_at - interval '5 minutes'`.execute(owner)
  expect(await send(transport)).toBe(1)
  expect(await send(transport)).toBe(0)
  const [first, second] = messageIds(received)
  expect(received).toHaveLength(2)
  expect(first).toMatch(/^<[0-9a-f-]{36}@shili\.invalid>$/)
  expect(second).toBe(first)
})

test('wrong settings stop the start with the right way to write them; none at all is no mail', () => {
  expect(transportFrom({})).toBeUndefined()
  expect(() => transportFrom({ KAICHENG_SMTP_URL: 'http://x', KAICHENG_MAIL_FROM: 'a@b.cn' })).toThrow('smtps://')
  expect(() => transportFrom({ KAICHENG_SMTP_URL: 'smtp://x' })).toThrow('KAICHENG_MAIL_FROM')
})

test('no transaction is open while the mail server is spoken to, so that a slow one kills none', async () => {
  const seen: number[] = []
  const { transport } = await started(async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`.execute(owner)
    seen.push(rows[0]?.n ?? -1)
  })
  await queue('san@shili.invalid')
  expect(await send(transport)).toBe(1)
  expect(seen).toEqual([0])
})
