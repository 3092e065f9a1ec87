import { type RawBuilder, sql } from 'kysely'
import { expect } from 'vitest'
import { buildApp } from '../../../src/app/build-app.ts'
import { record } from '../../../src/audit/record.ts'
import { verifyAudit } from '../../../src/audit/verify.ts'
import { nationalCalendar } from '../../../src/calendar/calendar.ts'
import { addWorkingDays } from '../../../src/calendar/working-days.ts'
import { daysBetween, plainDate } from '../../../src/days/plain-date.ts'
import type { Tx } from '../../../src/db/database.ts'
import { inOrgan } from '../../../src/db/organ.ts'
import { queueMail, sendQueued } from '../../../src/mail/outbox.ts'
import type { OutgoingMail } from '../../../src/mail/transport.ts'
import { codeAt } from '../../../src/organs/testing/staff.ts'
import { Unreachable } from '../../../src/outbox/kind.ts'
import { reportCells } from '../../../src/requests/report-cells.ts'
import { aFilledForm } from '../../../src/requests/testing/a-submission.ts'
import { judged, type Outcome } from '../answer.ts'
import { textOf } from '../generate.ts'
import type { Scene } from '../scene.ts'
import { told, type Way } from '../way.ts'
import { idNumber, keptAs, numberOn, submit } from './public-form.ts'

const accepted: Outcome = { verdict: 'accept', answers: [] }

class Undo extends Error {}

/** Whoever owns the database changes the log; the chain shows where, and then it is put back. */
const tampering =
  (...statements: RawBuilder<unknown>[]): Way =>
  async ({ owner, mine }) => {
    const verify = (tx: Tx) => verifyAudit(tx, mine.organ.id)
    const audit = { kind: 'system', id: null, address: '', organId: mine.organ.id } as const
    for (let count = 0; count < 6; count += 1) await inOrgan(owner, mine.organ.id, (tx) => record(tx, audit, 'test'))
    expect((await inOrgan(owner, mine.organ.id, verify)).broken).toBeNull()
    let broken = null
    const attempt = inOrgan(owner, mine.organ.id, async (tx) => {
      await sql`alter table audit_entries disable trigger all`.execute(tx)
      for (const statement of statements) await statement.execute(tx)
      broken = (await verify(tx)).broken
      throw new Undo()
    })
    await expect(attempt).rejects.toThrow(Undo)
    return { verdict: broken ? 'detect' : 'accept', answers: [] }
  }

export const audit = told(
  [
    /by the app role/,
    async ({ db, mine }) => {
      for (const statement of [
        'update audit_entries set subject = subject',
        'delete from audit_entries',
        'truncate audit_entries',
      ])
        await expect(inOrgan(db, mine.organ.id, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow(
          'permission denied',
        )
      return { verdict: 'reject', answers: [] }
    },
  ],
  [/DELETE event/i, tampering(sql`delete from audit_entries where seq = 3`)],
  [/TRUNCATE/i, tampering(sql`truncate audit_entries`)],
  [/tail|last events|roll/i, tampering(sql`delete from audit_entries where seq > 2`)],
  [/swap|order/i, tampering(sql`update audit_entries set seq = seq + 1000 where seq = 3`)],
  [
    /forged/i,
    tampering(
      sql`update audit_entries set action = 'forged', hash = sha256(previous_hash || 'forged'::bytea) where seq = 3`,
    ),
  ],
  [/actor/i, tampering(sql`update audit_entries set actor_id = 'somebody else' where seq = 3`)],
  [/time/i, tampering(sql`update audit_entries set at = at - interval '1 day' where seq = 3`)],
  [
    /re-create/i,
    tampering(
      sql`create temporary table copied as select * from audit_entries`,
      sql`truncate audit_entries`,
      sql`insert into audit_entries select organ_id, seq, now(), 'system', '', '', 'made anew', '', true, '{}', previous_hash, hash from copied`,
    ),
  ],
  [/UPDATE|change/i, tampering(sql`update audit_entries set subject = subject || 'x' where seq = 3`)],
  [
    /disable the audit writer/,
    async (scene) => {
      await sql`revoke insert on audit_entries from kaicheng_app`.execute(scene.owner)
      const answer = await submit(scene, aFilledForm())
      await sql`grant insert on audit_entries to kaicheng_app`.execute(scene.owner)
      return { verdict: answer.statusCode === 503 ? 'reject' : 'accept', status: answer.statusCode, answers: [] }
    },
  ],
)

export const idColumn: Way = async (scene) => {
  await submit(scene, aFilledForm())
  const { rows } = await sql<{ found: number }>`
    select count(*) as found from (
      select to_jsonb(r)::text as row from requests r union all select to_jsonb(e)::text from request_events e
      union all select to_jsonb(a)::text from request_applicants a union all select to_jsonb(s)::text from submissions s
      union all select to_jsonb(f)::text from files f union all select to_jsonb(x)::text from audit_entries x) everything
    where row like '%11010519491231002X%' or row like '%13800138000%'`.execute(scene.owner)
  expect(rows[0]?.found).toBe(0)
  const sealed = await scene.owner.selectFrom('requestApplicants').select('sealed').execute()
  for (const each of sealed) expect(each.sealed).toMatch(/^[\w-]+(?:\.[\w-]+){4}$/)
  return accepted
}

/** A step taken on a day, by whoever may take it, of a request that was received on another. */
async function stepOn(scene: Scene, received: string, on: string, name: string, input: unknown) {
  const { clock } = scene
  const app = await buildApp({ db: scene.db, url: '' }, { KAICHENG_TODAY: on }, () => clock.at)
  const role = name === 'extendReply' ? 'ogiHead' : 'clerk'
  const request = await scene.register(scene.mine, { arrivedOn: plainDate(received) })
  const { browser } = await scene.staff([role])
  const answer = await app.inject({
    method: 'POST',
    url: `/api/console/requests/${request.id}/steps/${name}`,
    payload: { seq: 2, input },
    headers: { host: '127.0.0.1', origin: 'http://127.0.0.1', 'x-kaicheng': 'console', cookie: browser.cookie },
  })
  await app.close()
  return judged(answer)
}

const workingDay = (start: string, count: number) => addWorkingDays(nationalCalendar, plainDate(start), count)

export const deadline = told(
  [
    /Spring Festival/,
    async (scene) => {
      const { dueOn } = await scene.register(scene.mine, { arrivedOn: plainDate('2026-02-14') })
      expect(dueOn).toBe('2026-03-20')
      return accepted
    },
  ],
  [
    /extension (?:of|by) (\d+)/,
    (scene, input) => {
      const [, days] = /(\d+)/.exec(textOf(input)) ?? []
      return stepOn(scene, '2026-03-02', '2026-03-05', 'extendReply', { days: Number(days), reason: '检索量大' })
    },
  ],
  [
    /extension asked on working day (\d+)/,
    (scene, input) => {
      const day = workingDay('2026-03-02', Number(/(\d+)/.exec(textOf(input))?.[1]))
      return stepOn(scene, '2026-03-02', day, 'extendReply', { days: 20, reason: '检索量大' })
    },
  ],
  [
    /supplement asked on working day (\d+)/,
    (scene, input) => {
      const day = workingDay('2026-03-02', Number(/(\d+)/.exec(textOf(input))?.[1]))
      return stepOn(scene, '2026-03-02', day, 'requestSupplement', { items: '名称', dueOn: workingDay(day, 10) })
    },
  ],
)

/** The clock of the machine is put back: numbers and the audit go on rising, and no code works twice. */
export const clock: Way = async (scene) => {
  const { browser, login } = await scene.staff(['clerk'])
  const first = await submit(scene, aFilledForm())
  expect((await browser.signIn(login, scene.clock.at)).statusCode).toBe(200)
  const used = codeAt(scene.clock.at)
  const before = scene.clock.at
  scene.clock.at = new Date(before.getTime() - 3_600_000)
  const second = await submit(scene, aFilledForm())
  const count = (page: string) => Number(/(\d+)号$/.exec(numberOn(page))?.[1])
  expect(count(second.body)).toBeGreaterThan(count(first.body))
  scene.clock.at = before
  await browser.send('DELETE', '/session')
  await browser.send('POST', '/session', { login, password: 'Jinzhong-2718-Lu' })
  expect((await browser.send('POST', '/session/second-factor', { code: used })).statusCode).toBe(422)
  const { organ } = scene.mine
  expect((await inOrgan(scene.db, organ.id, (tx) => verifyAudit(tx, organ.id))).broken).toBeNull()
  return judged(second)
}

/** Received at that instant by the office's clock, wherever the machine believes itself to be. */
export const receivedAt: Way = async (scene, input) => {
  const [instant = ''] = /\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/.exec(textOf(input)) ?? []
  const [zone = 'UTC'] = /[A-Z]\w+\/\w+/.exec(textOf(input)) ?? []
  const before = process.env.TZ
  process.env.TZ = zone
  const app = await buildApp({ db: scene.db, url: '' }, {}, () => new Date(instant))
  try {
    const answer = await submit({ ...scene, visitor: () => scene.visitorAt(app) }, aFilledForm())
    const { id } = await keptAs(scene, answer.body)
    const { arrivedOn } = await scene.owner
      .selectFrom('requests')
      .select('arrivedOn')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(arrivedOn).toBe(instant.slice(0, 10))
    return judged(answer)
  } finally {
    await app.close()
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
}

/** Days of birth in the years of Chinese summer time. */
export const birth: Way = async (scene, input, entry) => {
  for (const day of textOf(input).match(/\d{4}-\d\d-\d\d/g) ?? []) {
    expect(daysBetween(plainDate(`${day.slice(0, 8)}01`), plainDate(day))).toBe(Number(day.slice(8)) - 1)
    const outcome = await idNumber(scene, withCheckDigit(`110105${day.replaceAll('-', '')}002`), entry)
    expect(outcome.verdict).toBe('accept')
  }
  return accepted
}

/** GB 11643: the eighteenth sign. */
function withCheckDigit(number: string): string {
  const sum = [...number].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0)
  return number + '10X98765432'.charAt(sum % 11)
}

export const reportYear: Way = async () => {
  const request = { applicantKind: 'naturalPerson', outcome: 'granted', ...days('2025-12-31', '2026-01-02') } as const
  expect(reportCells(request, 2025).map(({ row }) => row)).toEqual(['newReceived', 'carriedForward'])
  expect(reportCells(request, 2026).map(({ row }) => row)).toEqual(['carriedOver', 'granted'])
  return accepted
}
const days = (receivedOn: string, concludedOn: string) => ({
  receivedOn: plainDate(receivedOn),
  concludedOn: plainDate(concludedOn),
})

/** Killed after the mail has gone and before that is noted: it goes once more, as the same mail. */
export const reminder: Way = async ({ db, mine }) => {
  const { organ } = mine
  await inOrgan(db, organ.id, (tx) => queueMail(tx, organ.id, { to: 'a@shili.invalid', subject: '到期提醒', body: '' }))
  const sent: OutgoingMail[] = []
  const send = async (mail: OutgoingMail) => {
    sent.push(mail)
    if (sent.length === 1) throw new Unreachable(new Undo('killed'))
  }
  await expect(sendQueued(db, organ.id, { send, close: () => {} })).rejects.toThrow('killed')
  await sendQueued(db, organ.id, { send, close: () => {} })
  expect(sent).toHaveLength(2)
  expect(sent[1]?.id).toBe(sent[0]?.id)
  return accepted
}
