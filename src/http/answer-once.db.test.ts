import { globSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { inActs, lookInOrgan, lookInto } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { addStaff, sessionCookie } from '../organs/testing/staff.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {})
afterAll(() => app.close())
await app.ready()
const organ = await inActs(db, (tx) => organs.add(tx, anOrgan()))
const roles = ['systemAdmin'] as const
const one = await addStaff(db, organ.id, { login: 'one', roles })
const other = await addStaff(db, organ.id, { login: 'other', roles })

const send = async (staffId: string, key: string | undefined, name: string) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/console/units',
    headers: {
      host: '127.0.0.1',
      origin: 'http://127.0.0.1',
      'x-kaicheng': 'console',
      cookie: await sessionCookie(db, organ.id, staffId, true),
      ...(key && { 'idempotency-key': key }),
    },
    payload: { name },
  })
  return { status: answer.statusCode, body: answer.json() }
}
const unitsCalled = (name: string) =>
  lookInOrgan(db, organ.id, (tx) => tx.selectFrom('workUnits').select('id').where('name', '=', name).execute())

describe('whatever creates something is done once for each key', () => {
  test('the same from the same person has the same answer, and there is one thing', async () => {
    const first = await send(one, 'key-number-1', '一科')
    expect(first.status).toBe(200)
    expect(await send(one, 'key-number-1', '一科')).toEqual(first)
    expect(await unitsCalled('一科')).toHaveLength(1)
  })

  test('at the same moment too', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(one, 'key-number-2', '二科')))
    expect(answers[0]?.status).toBe(200)
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(await unitsCalled('二科')).toHaveLength(1)
  })

  test('something else under a used key is refused in plain words, and nothing is made', async () => {
    await send(one, 'key-number-3', '三科')
    const { status, body } = await send(one, 'key-number-3', '四科')
    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'form_key_used', message: expect.stringContaining('此前已经提交成功') })
    expect(await unitsCalled('四科')).toHaveLength(0)
  })

  test('a key is a person’s own', async () => {
    await send(one, 'key-number-4', '五科')
    expect((await send(other, 'key-number-4', '六科')).status).toBe(200)
    expect(await unitsCalled('六科')).toHaveLength(1)
  })

  test('what was refused may be sent again under its key', async () => {
    expect((await send(one, 'key-number-5', '一科')).body.code).toBe('unit_name_taken')
    expect((await send(one, 'key-number-5', '七科')).status).toBe(200)
  })

  test('an unfit key is refused', async () => {
    expect((await send(one, 'short', '八科')).body.code).toBe('bad_form_key')
    expect(await unitsCalled('八科')).toHaveLength(0)
  })

  test('is forgotten only after a day, and its answer is not in clear', async () => {
    const kept = () =>
      lookInOrgan(db, organ.id, (tx) => tx.selectFrom('keptAnswers').select(['key', 'sealed']).orderBy('key').execute())
    expect((await kept()).some(({ sealed }) => sealed === null || sealed.includes('科'))).toBe(false)
    const age = (key: string, hours: number) =>
      db.transaction().execute(async (tx) => {
        await lookInto(tx, organ.id)
        const cameAt = new Date(Date.now() - hours * 3_600_000)
        await tx.updateTable('keptAnswers').set({ cameAt }).where('key', '=', key).execute()
      })
    await age('key-number-1', 25)
    await age('key-number-2', 24 * 8)
    await send(one, 'key-number-6', '九科')
    expect((await kept()).map(({ key }) => key)).toEqual(expect.arrayContaining(['key-number-1', 'key-number-6']))
    expect((await kept()).map(({ key }) => key)).not.toContain('key-number-2')
  })
})

/** Every POST of the console that takes no key, and why it makes nothing twice. */
const unkeyed: Readonly<Record<string, string>> = {
  setup: 'the second time there is an organ, and it is refused',
  'setup/enrolment': 'shows the secret that the key has',
  'setup/enrolment/confirm': 'a code is used once',
  session: 'signs in; each makes a session of its own',
  'session/second-factor': 'a code is used once',
  'session/enrolment': 'shows the secret that the session has',
  'session/enrolment/confirm': 'a code is used once',
  'session/passkeys/challenge': 'another challenge takes the place of the one before',
  'session/second-factor/passkey': 'a challenge is used once',
  'session/proof': 'a code and a challenge are used once',
  'session/passkeys/offer': 'another challenge takes the place of the one before',
  'session/passkeys': 'a challenge is used once',
  'audit/verify': 'reads',
  'audit/verify-deep': 'reads',
  'operations/backup/proof': 'one runs at a time',
  'staff/:id/disable': 'is so already the second time',
  'staff/:id/enable': 'is so already the second time',
  'staff/:id/second-factor-reset': 'is so already the second time',
  'outbox/:id/again': 'waits already the second time, and is refused',
  'staff/:id/unlock': 'is so already the second time',
  'offices/:id/end': 'refused once it has ended',
  'reminders/seen': 'is so already the second time',
  find: 'reads, and what a code leads to is recorded',
  'requests/:id/steps/:step/preview': 'reads',
  'requests/:id/applicant': 'reads, and each look is recorded',
  'requests/:id/first-values': 'reads, and each look is recorded',
  'filings/:year/reminders': 'of a day each is reminded once',
  'annual-reports/:year/opening': 'reads a file and keeps nothing of it',
  'feedback/:id/sender': 'reads, and each look is recorded',
  'calendar/preview': 'reads',
  'stand-ins/:id/end': 'refused once it has ended',
  'coverage/declarations/:id/end': 'refused once it has ended',
  'columns/unit': 'to the same unit',
  'columns/:id/move': 'to the same place',
  'columns/:id/close': 'refused once it is closed',
  'columns/:id/reopen': 'refused once it is open',
  'word-lists/preview': 'reads',
  'ledgers/imports/preview': 'reads',
  'ledgers/confirmations/:id/end': 'refused once it has ended',
  'ledgers/documents/:id/lapse': 'refused once it has lapsed',
  'ledgers/documents/:id/repeal': 'refused once it is repealed',
  'ledgers/decisions/hand-over': 'makes a file of what is there, and each is recorded',
  'ledgers/decisions/:id/person': 'reads, and each look is recorded',
  'ledgers/decisions/:id/quash': 'refused once it is quashed',
  'ledgers/decisions/:id/withdrawn': 'is so already the second time',
  'channels/publications/:id/down': 'refused once it is down',
  'channels/originality/check': 'compares what has not been compared',
}

describe('a closed world', () => {
  const prefix = '/api/console/'
  const posts = app.declaredRoutes
    .filter(({ method, url }) => method === 'POST' && url.startsWith(prefix))
    .map(({ url }) => url.slice(prefix.length))
  /** The address and the handler of every route as written. */
  const written = globSync('src/**/*.ts', { exclude: (path) => /\.test\.ts$|testing/.test(path) })
    .flatMap((path) => readFileSync(path, 'utf8').split(/\bapp\.(?=(?:get|post|put|patch|delete)\()/))
    .flatMap((text) => {
      const [, address] = /^post\(\s*'\/([^']*)'/.exec(text) ?? []
      return address === undefined ? [] : [{ address, isKeyed: /\b(?:onceInOrgan|answerOnce)\(/.test(text) }]
    })

  test('every POST of the console takes a key or says why not', () => {
    const keyed = written.filter(({ isKeyed }) => isKeyed).map(({ address }) => address)
    expect(posts.filter((address) => !keyed.includes(address)).sort()).toEqual(Object.keys(unkeyed).sort())
    expect(keyed.filter((address) => !posts.includes(address))).toEqual([])
  })
})
