import { sql } from 'kysely'
import { extractText } from 'unpdf'
import { expect, test } from 'vitest'
import { inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { anOffice } from '../organs/testing/officers.ts'
import { registerIntake } from './actions/register-intake.ts'
import { takeStep } from './actions/take-step.ts'
import { letterFile, setLetters } from './letter-files.ts'
import { letterHash } from './letters/letter-hash.ts'
import { listLetters } from './store/letters.ts'
import { anIntake } from './testing/an-intake.ts'
import { letOut } from './testing/let-out.ts'

const day = '2026-03-03'
const { db, owner } = await testDatabase()
const wish = { items: '请写明文件名称', dueOn: '2026-03-25' }

async function anOrgan(slug: string) {
  const { organ, officer } = await anOffice(db, { slug, name: `示例市${slug}局`, letterCode: `示${slug}` })
  const clerk = await officer(day, ['clerk'])
  const within = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, work)
  const register = async () => {
    const [one] = await within((tx) => registerIntake(tx, clerk, anIntake(day)))
    if (!one) throw new Error('nothing registered')
    return one.request
  }
  return { organ, officer, clerk, within, register }
}

/** A letter sent by a server that was killed before it could typeset it. */
async function aSentLetter(slug: string) {
  const office = await anOrgan(slug)
  const request = await office.register()
  await office.within((tx) => takeStep(tx, office.clerk, request.id, 'requestSupplement', wish))
  const { sentBy } = (await letOut(db, request, (role) => office.officer(day, [role]))) ?? { sentBy: null }
  if (sentBy === null) throw new Error('nothing was sent')
  return { ...office, request, seq: sentBy }
}

const count = async (organId: number) => {
  const { rows } = await sql<{ sets: number; files: number; links: number }>`select
    (select count(*)::int from letter_files where organ_id = ${organId}) as sets,
    (select count(*)::int from files where organ_id = ${organId}) as files,
    (select count(*)::int from request_files where organ_id = ${organId} and purpose = 'letter') as links`.execute(
    owner,
  )
  return rows[0]
}

test('a letter whose server was killed before it was typeset gets its files from whoever opens it first, once', async () => {
  const { organ, request, seq, within } = await aSentLetter('yi')
  expect(await count(organ.id)).toEqual({ sets: 0, files: 0, links: 0 })
  const asked = Array.from({ length: 20 }, (_, index) =>
    letterFile(db, request, { seq, form: index % 2 === 0 ? 'pdf' : 'docx' }),
  )
  const files = await Promise.all(asked)
  expect(new Set(files.map(({ id }) => id)).size).toBe(2)
  expect(await count(organ.id)).toEqual({ sets: 1, files: 2, links: 2 })
  // What is handed out is what was sent, number included.
  const [letter] = await within((tx) => listLetters(tx, request))
  if (!letter || !files[0]) throw new Error('no letter')
  expect(letterHash(letter.letter)).toBe(letter.hash)
  const { text } = await extractText(new Uint8Array(files[0].bytes), { mergePages: true })
  for (const words of [letter.number, '请写明文件名称', letter.letter.addressee])
    expect(text.replace(/\s/g, '')).toContain(words)
})

test('the clock typesets what a killed server has left, and nothing twice', async () => {
  const { organ, request, seq } = await aSentLetter('er')
  expect(await setLetters(db, organ.id)).toBe(1)
  expect(await setLetters(db, organ.id)).toBe(0)
  expect(await count(organ.id)).toEqual({ sets: 1, files: 2, links: 2 })
  const before = await letterFile(db, request, { seq, form: 'pdf' })
  expect((await letterFile(db, request, { seq, form: 'pdf' })).bytes).toEqual(before.bytes)
})

test('a letter to a third party is not typeset for somebody who may not have it', async () => {
  const { organ, request, seq } = await aSentLetter('san')
  await expect(letterFile(db, request, { seq, form: 'pdf', mayHave: () => false })).rejects.toThrow()
  expect((await count(organ.id))?.sets).toBe(0)
})

test('two officers at once on each of ten requests: ten letters, numbers without a gap', async () => {
  const { organ, officer, clerk, within, register } = await anOrgan('si')
  const other = await officer(day, ['clerk'])
  const requests = []
  for (let index = 0; index < 10; index += 1) requests.push(await register())
  const taken = await Promise.allSettled(
    requests.flatMap(({ id, lastSeq }) =>
      [clerk, other].map((actor) => within((tx) => takeStep(tx, actor, id, 'requestSupplement', wish, lastSeq))),
    ),
  )
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  // Up for approval they have no number yet; ten are let out at once.
  expect((await sql`select from request_letters where organ_id = ${organ.id}`.execute(owner)).rows).toHaveLength(0)
  const head = await officer(day, ['unitHead'])
  await Promise.all(requests.map((request) => letOut(db, request, async () => head)))
  const { rows } = await sql<{
    number: string
  }>`select number from request_letters where organ_id = ${organ.id}`.execute(owner)
  expect(rows.map(({ number }) => Number(/(\d+)号$/.exec(number)?.[1])).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 10 }, (_, index) => index + 1),
  )
})

test('a step that is refused has drawn no number, and has not locked the count of the organ for others', async () => {
  const { organ, clerk, within, register } = await anOrgan('wu')
  const request = await register()
  const last = () =>
    sql<{ n: number }>`select count(*)::int as n from counters where organ_id = ${organ.id} and series = 'letter'`
  await within(async (tx) => {
    await expect(takeStep(tx, clerk, request.id, 'requestReasons', { facts: '多次', dueOn: day })).rejects.toThrow()
    expect((await last().execute(tx)).rows[0]?.n).toBe(0)
  })
})
