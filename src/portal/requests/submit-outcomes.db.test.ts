import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { openDatabase } from '../../db/database.ts'
import { submissionFields, submissionOf } from '../../requests/applicant/submission.ts'
import { aFilledForm } from '../../requests/testing/a-submission.ts'
import { aForm, aSiteToAsk, today } from '../testing/a-site-to-ask.ts'
import { aVisitor } from '../testing/forms.ts'
import { limits } from './limits.ts'
import { submittingTogether } from './submit-together.ts'

const { app, url, owner, organ, path, casePath, visitor, count, ask, follow } = await aSiteToAsk()
const unknown = '不能确定申请是否已经提交'
const nothingFilledIn = Object.fromEntries(submissionFields.map((field) => [field, '']))
const anApplicant = {
  kind: 'applicant',
  id: null,
  name: '申请人',
  roles: [],
  unitId: null,
  today,
  address: '',
} as const
const notSent = '这一次没有提交成功'

/** A server of its own, whose line to the database may be cut: at once, or when the answer to the commit of a request comes. */
async function aServer() {
  const line = { isCut: false, isCutAtCommit: false }
  const local = new URL(url.replace('@/', '@localhost/'))
  const socket = `${local.searchParams.get('host')}/.s.PGSQL.5432`
  const door = createServer((guest) => {
    if (line.isCut) return guest.destroy()
    const host = connect(socket)
    let [isWriting, isCommitting] = [false, false]
    for (const end of [guest, host]) end.on('error', () => {})
    guest.on('data', (bytes) => {
      if (line.isCut) return guest.destroy()
      isWriting ||= bytes.includes('insert into "submissions"')
      isCommitting = isWriting && line.isCutAtCommit && bytes.includes('commit')
      return host.write(bytes)
    })
    host.on('data', (bytes) => (isCommitting ? guest.destroy() : guest.write(bytes)))
    guest.on('close', () => host.destroy())
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  local.searchParams.delete('host')
  const db = openDatabase(local.href.replace('@localhost', `@127.0.0.1:${(door.address() as AddressInfo).port}`))
  const server = await buildApp({ db, url }, { KAICHENG_TODAY: today })
  onTestFinished(async () => {
    await server.close()
    await db.destroy()
    door.close()
  })
  const who = aVisitor(server, '192.0.2.250')
  const isReady = async () => {
    await who.get(`${path}/new`)
    return (await who.get('/readyz')).statusCode === 200
  }
  await vi.waitUntil(isReady, { timeout: 15_000 })
  return { line, who }
}

test('when the database has gone away nothing is submitted, and the form comes back with everything that was typed', async () => {
  const { line, who } = await aServer()
  const before = await count('requests')
  line.isCut = true
  const typed = aForm({ content: '写了很久的内容' })
  const answer = await who.upload(`${path}/submit`, typed)
  expect(answer.statusCode).toBe(503)
  expect(answer.body).toContain(`系统正忙，${notSent}`)
  expect(answer.body).toContain('写了很久的内容')
  expect(answer.body).toContain(`name="key" value="${typed.key}"`)
  const wish = await who.send(`${path}/new`, { content: '写了很久的愿望' })
  expect([wish.statusCode, wish.body.includes('写了很久的愿望</textarea>')]).toEqual([503, true])
  expect(await count('requests')).toBe(before)
  expect((await visitor().upload(`${path}/submit`, typed)).statusCode).toBe(200)
})

test('what is typed about an own request comes back while the database is away, to be sent again as it is', async () => {
  const { cookie } = await follow(await ask())
  const { line, who } = await aServer()
  line.isCut = true
  const answer = await who.send(`${casePath}/withdraw`, { seq: '1', reason: '写了很久的原因' }, { cookie })
  expect(answer.statusCode).toBe(503)
  expect(answer.body).toContain(`action="${casePath}/withdraw"`)
  expect(answer.body).toContain('name="reason" value="写了很久的原因"')
})

test('only who is cut off from the answer to the commit hears that it is not known', async () => {
  const { line, who } = await aServer()
  const typed = aForm({ content: '写了很久的内容' })
  const before = await count('requests')
  line.isCutAtCommit = true
  const answer = await who.upload(`${path}/submit`, typed)
  expect([answer.statusCode, answer.body.includes(unknown)]).toEqual([503, true])
  expect(answer.body).toContain('写了很久的内容')
  expect(await count('requests')).toBe(before + 1)
})

test('who is let go since too many wait has certainly not submitted, and is told so', async () => {
  const before = await count('requests')
  const [first, late] = [visitor(), visitor()]
  await owner.transaction().execute(async (tx) => {
    await sql`lock table counters in access exclusive mode`.execute(tx)
    const waiting = first.upload(`${path}/submit`, aForm())
    waiting.catch(() => {})
    const { statusCode, body } = await late.upload(`${path}/submit`, aForm())
    expect([statusCode, body.includes(`系统正忙，${notSent}`)]).toEqual([503, true])
  })
  await expect.poll(() => count('requests')).toBe(before + 1)
})

test('a fault of our own is no bustle, and leaves nothing behind', async () => {
  await sql`alter table requests add constraint broken check (summary <> '坏了') not valid`.execute(owner)
  const { statusCode, body } = await visitor().upload(`${path}/submit`, aForm({ content: '坏了' }))
  expect([statusCode, body.includes(`系统出现故障，${notSent}`)]).toEqual([500, true])
})

test('H380: another text under a used key is set aside, and those who came with it still share one transaction', async () => {
  const together = submittingTogether(app, limits.submissions)
  const send = (key: string, facts: Record<string, string> = {}) => {
    const submission = submissionOf({ today: app.clock.today(), hasPowerOfAttorney: false }).parse({
      ...nothingFilledIn,
      ...aFilledForm(facts),
    })
    const actor = { ...anApplicant, organId: organ.id, today: app.clock.today() }
    return together.submit({ organ, network: '192.0.2.1', isProven: true, actor, sent: { key, submission, files: [] } })
  }
  const keys = Array.from({ length: 5 }, () => randomUUID())
  const [used = '', ...fresh] = keys
  const all = await Promise.allSettled([
    send(used),
    ...fresh.map((key) => send(key)),
    send(used, { content: '另一件事' }),
  ])
  expect(all.map(({ status }) => status)).toEqual([...keys.map(() => 'fulfilled'), 'rejected'])
  expect(all.at(-1)).toMatchObject({ reason: { code: 'submitted_otherwise' } })
  const { rows } = await sql`select distinct act from audit_entries where act is not null and subject in (
    select request_id::text from submissions where key = any(${fresh}::uuid[]))`.execute(owner)
  expect(rows).toHaveLength(1)
})
