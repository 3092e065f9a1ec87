import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { inActs, inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { systemActor } from '../organs/actor.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { tryAgain } from './actions.ts'
import { type OutboxKind, TurnedDown, Unreachable } from './kind.ts'
import { sendDue } from './send-due.ts'
import { countOutbox, listTroubled, standingOf } from './standing.ts'
import { enqueue, forgetOld, keptDays } from './store.ts'

const { db, owner, url } = await testDatabase()
const [mine, other] = await inActs(owner, async (tx) => [
  await organs.add(tx, anOrgan({ slug: 'shili-tjj', name: '示例市统计局' })),
  await organs.add(tx, anOrgan({ slug: 'shili-czj', name: '示例市财政局' })),
])
const organId = mine?.id ?? 0
const otherId = other?.id ?? 0

beforeEach(async () => {
  await sql`delete from outbox`.execute(owner)
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  return () => vi.restoreAllMocks()
})

const queue = (key: string, id = organId, kind = 'bell') =>
  inOrgan(db, id, (tx) => enqueue(tx, id, { kind, key, payload: { word: key } }))
/** A way out whose other side the test plays, with the word that was queued. */
const aBell = (ring: (word: string, id: string) => Promise<void>): OutboxKind => ({
  kind: 'bell',
  prepare: async (_, { payload, id }) => {
    const { word } = payload as { word: string }
    return () => ring(word, id)
  },
})
/** Not to be rung; one that throws would only be tried again. */
const wronglyRung: string[] = []
const never = async (word: string) => void wronglyRung.push(word)
afterEach(() => expect(wronglyRung.splice(0)).toEqual([]))
const rows = async () =>
  (
    await sql<{ key: string; attempts: number; outcome: string | null; lastError: string | null; isLocked: boolean }>`
      select idempotency_key as key, attempts, outcome, last_error, locked_by is not null as is_locked
      from outbox order by queued_at, id`.execute(owner)
  ).rows
const outcomes = async () => Object.fromEntries((await rows()).map(({ key, outcome }) => [key, outcome]))
const pass = (minutes: number) =>
  sql`update outbox set next_at = next_at - ${minutes} * interval '1 minute',
    locked_at = locked_at - ${minutes} * interval '1 minute'`.execute(owner)

test('the same cause queues once in its organ and its kind, also by two at once', async () => {
  expect((await Promise.all([queue('甲'), queue('甲'), queue('甲')])).filter(Boolean)).toHaveLength(1)
  expect(await queue('甲', otherId)).toBe(true)
  expect(await queue('甲', organId, 'gong')).toBe(true)
})

test('what has left under a key does not come back under the same', async () => {
  await queue('甲')
  const rung: string[] = []
  const bell = aBell(async (word) => void rung.push(word))
  expect(await sendDue(db, organId, bell)).toBe(1)
  expect(await queue('甲')).toBe(false)
  expect(await sendDue(db, organId, bell)).toBe(0)
  expect(rung).toEqual(['甲'])
})

test('a way out takes what is its own and nothing else', async () => {
  await queue('甲')
  await queue('乙', organId, 'gong')
  await queue('丙', otherId)
  const rung: string[] = []
  await sendDue(
    db,
    organId,
    aBell(async (word) => void rung.push(word)),
  )
  expect(rung).toEqual(['甲'])
  expect(await outcomes()).toEqual({ 甲: 'sent', 乙: null, 丙: null })
})

describe('trouble with one holds up no other', () => {
  test('a handler that throws, before or while it sends, is told by the id of its fault and tried again later', async () => {
    for (const word of ['甲', '坏', '毒', '乙']) await queue(word)
    const rung: string[] = []
    const bell: OutboxKind = {
      kind: 'bell',
      prepare: async (tx, { payload }) => {
        const { word } = payload as { word: string }
        if (word === '毒') await sql`select 1 / 0`.execute(tx)
        return async () => {
          if (word === '坏') throw new TypeError(`no bell for ${word}`)
          rung.push(word)
        }
      },
    }
    expect(await sendDue(db, organId, bell)).toBe(2)
    expect(rung).toEqual(['甲', '乙'])
    const troubled = await inOrgan(db, organId, (tx) => listTroubled(tx, organId))
    expect(troubled.map(({ attempts }) => attempts)).toEqual([1, 1])
    for (const { lastError } of troubled) expect(lastError).toMatch(/^故障编号 [2-9A-Z]{8}$/)
    await pass(1)
    expect(await sendDue(db, organId, bell)).toBe(0)
    expect((await rows()).map(({ attempts }) => attempts)).toEqual([1, 2, 2, 1])
  })

  test('ten times, never more than six hours apart, and then it is left', async () => {
    await queue('坏')
    const bell = aBell(async () => {
      throw new Error('broken')
    })
    const waits: number[] = []
    for (let n = 0; n < 12; n += 1) {
      await sendDue(db, organId, bell)
      const { rows } = await sql<{ minutes: number }>`
        select round(extract(epoch from next_at - now()) / 60)::int as minutes from outbox where done_at is null`.execute(
        owner,
      )
      waits.push(...rows.map(({ minutes }) => minutes))
      await pass(361)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256])
    expect(await rows()).toMatchObject([{ attempts: 10, outcome: 'givenUp' }])
  })

  test('one that kills the process each time is not tried for ever', async () => {
    await queue('杀')
    for (let n = 0; n < 10; n += 1) {
      const dying = openDatabase(url)
      const kill = aBell(async () => dying.destroy())
      await expect(sendDue(dying, organId, kill)).rejects.toThrow()
      await pass(6)
    }
    expect(await sendDue(db, organId, aBell(never))).toBe(0)
    expect(await rows()).toMatchObject([{ outcome: 'givenUp', lastError: '多次发送时程序中断' }])
  })

  test('what the other side turns down is left with its words; what it cannot be asked waits and counts as no try', async () => {
    await queue('否')
    await queue('远')
    const bell = aBell(async (word) => {
      throw word === '否' ? new TurnedDown('对方拒收（550）', { forGood: true }) : new Unreachable(new Error('no line'))
    })
    await expect(sendDue(db, organId, bell)).rejects.toThrow('no line')
    expect(await rows()).toMatchObject([
      { key: '否', outcome: 'givenUp', lastError: '对方拒收（550）' },
      { key: '远', outcome: null, attempts: 0, isLocked: false },
    ])
  })

  test('whoever cannot be reached goes behind what waits: one that breaks the line does not keep the others', async () => {
    await queue('断')
    await queue('甲')
    const rung: string[] = []
    const bell = aBell(async (word) => {
      if (word === '断') throw new Unreachable(new Error('no line'))
      rung.push(word)
    })
    await expect(sendDue(db, organId, bell)).rejects.toThrow('no line')
    await expect(sendDue(db, organId, bell)).rejects.toThrow('no line')
    expect(rung).toEqual(['甲'])
  })

  test('of another organ nothing is seen, sent or counted', async () => {
    await queue('甲')
    expect(await inOrgan(db, otherId, (tx) => standingOf(tx, otherId))).toEqual([])
    expect(await inOrgan(db, otherId, (tx) => standingOf(tx, organId))).toEqual([])
    expect(await sendDue(db, otherId, aBell(never))).toBe(0)
  })
})

describe('tried again because somebody says so', () => {
  const admin = { ...systemActor(organId, plainDate('2026-11-24')), roles: ['systemAdmin'] as const }
  const idOf = async (key: string) =>
    (await sql<{ id: string }>`select id from outbox where idempotency_key = ${key}`.execute(owner)).rows[0]?.id ?? ''
  const again = async (key: string, by = admin) => {
    const id = await idOf(key)
    return inOrgan(db, by.organId, (tx) => tryAgain(tx, by, id))
  }
  const aRefusingBell = aBell(async (word) => {
    throw new TurnedDown('对方拒收', { forGood: word === '否' })
  })

  test('what failed or was given up waits as if new, with all its tries', async () => {
    await queue('否')
    await queue('缓')
    await sendDue(db, organId, aRefusingBell)
    for (const key of ['否', '缓']) await again(key)
    const waiting = { attempts: 0, outcome: null, lastError: null, isLocked: false }
    expect(await rows()).toMatchObject([waiting, waiting])
    const rung: string[] = []
    expect(
      await sendDue(
        db,
        organId,
        aBell(async (word) => void rung.push(word)),
      ),
    ).toBe(2)
  })

  test('not what has left, what has nothing to tell, what is being sent, or what is another organ’s', async () => {
    const refused = { code: 'nothing_to_try_again' }
    for (const key of ['已发', '无事', '新']) await queue(key)
    await queue('否')
    await sendDue(db, organId, {
      kind: 'bell',
      prepare: async (tx, waiting) => {
        const { word } = waiting.payload as { word: string }
        if (word === '新') await expect(again('新')).rejects.toMatchObject(refused)
        return word === '无事' ? null : aBell(async () => {}).prepare(tx, waiting)
      },
    })
    for (const key of ['已发', '无事']) await expect(again(key)).rejects.toMatchObject(refused)
    await expect(again('否', { ...admin, organId: otherId })).rejects.toMatchObject({ code: 'unknown_leaving' })
  })
})

test('what came to its end half a year ago is forgotten, what waits is kept', async () => {
  for (const key of ['久', '近', '等']) await queue(key)
  await sendDue(db, organId, {
    kind: 'bell',
    prepare: async (_, { payload }) =>
      (payload as { word: string }).word === '等' ? () => Promise.reject(new Error('not yet')) : async () => {},
  })
  await sql`update outbox set done_at = now() - ${keptDays + 1} * interval '1 day' where idempotency_key = '久'`.execute(
    owner,
  )
  await sql`update outbox set queued_at = now() - interval '400 days' where idempotency_key = '等'`.execute(owner)
  await inOrgan(db, otherId, (tx) => forgetOld(tx, organId))
  await inOrgan(db, organId, (tx) => forgetOld(tx, organId))
  expect(Object.keys(await outcomes()).toSorted()).toEqual(['等', '近'].toSorted())
})

describe('two workers', () => {
  test('what is being sent is nobody else’s until the lease has run out', async () => {
    await queue('甲')
    let rung = 0
    await sendDue(
      db,
      organId,
      aBell(async () => {
        rung += 1
        await pass(4)
        expect(await sendDue(db, organId, aBell(never))).toBe(0)
      }),
    )
    expect(rung).toBe(1)
  })

  test('a worker that was slower than its lease: that it has sent stands, that it failed is no longer its to say', async () => {
    for (const fails of [false, true]) {
      await sql`delete from outbox`.execute(owner)
      await queue('甲')
      const slow = aBell(async () => {
        await pass(6)
        // Another one claims it, and is killed while it sends.
        const dying = openDatabase(url)
        await expect(
          sendDue(
            dying,
            organId,
            aBell(async () => dying.destroy()),
          ),
        ).rejects.toThrow()
        if (fails) throw new TurnedDown('对方拒收', { forGood: true })
      })
      expect(await sendDue(db, organId, slow)).toBe(fails ? 0 : 1)
      expect(await rows()).toMatchObject([
        fails ? { outcome: null, isLocked: true } : { outcome: 'sent', isLocked: false },
      ])
      await pass(6)
      let again = 0
      await sendDue(
        db,
        organId,
        aBell(async () => {
          again += 1
        }),
      )
      expect(again).toBe(fails ? 1 : 0)
    }
  })

  test.for(Array.from({ length: 12 }, (_, seed) => seed + 1))(
    'killed, slow, turned down and cut off in any order (%i): everything is sent at least once, nothing that was noted is sent again',
    async (seed) => {
      const chance = randomFrom(seed)
      const words = Array.from({ length: 8 }, (_, n) => `w${n}`)
      for (const word of words) await queue(word)
      const sent = new Map<string, Set<string>>()
      /** What was noted as sent, and how often it had been tried by then. */
      const noted = new Map<string, number>()
      const aWorker = async () => {
        const own = openDatabase(url)
        // Killed or cut off: another one comes.
        await sendDue(own, organId, anUnsteadyBell(own, chance, sent)).catch(() => {})
        await own.destroy()
        for (const { key, outcome, attempts } of await rows()) {
          if (outcome === 'sent' && !noted.has(key)) noted.set(key, attempts)
          if (noted.has(key))
            expect({ key, outcome, attempts }).toEqual({ key, outcome: 'sent', attempts: noted.get(key) })
        }
      }
      for (let turn = 0; turn < 40 && noted.size < words.length; turn += 1) {
        await Promise.all([aWorker(), aWorker()])
        await pass(chance() < 0.5 ? 6 : 400)
      }
      expect(await outcomes()).toEqual(Object.fromEntries(words.map((word) => [word, 'sent'])))
      for (const word of words) expect(sent.get(word)?.size, word).toBe(1)
      expect(await sendDue(db, organId, aBell(never))).toBe(0)
    },
  )
})

/** Now and then dies before or after it has sent, outlives its lease, is turned down or meets nobody. Keeps by word under which ids it was sent. */
function anUnsteadyBell(own: Database, chance: () => number, sent: Map<string, Set<string>>): OutboxKind {
  return aBell(async (word, id) => {
    const fate = chance()
    if (fate < 0.08) await own.destroy()
    else if (fate < 0.16) throw new TurnedDown('暂时不收', { forGood: false })
    else if (fate < 0.24) throw new Unreachable(new Error('no line'))
    sent.set(word, (sent.get(word) ?? new Set()).add(id))
    if (fate > 0.94) await own.destroy()
    else if (fate > 0.84) await pass(6)
  })
}

/** The same row of numbers for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

test('what waits and what fails is counted by kind for the organ, and for all together without naming any', async () => {
  await queue('甲')
  await queue('坏')
  await queue('丙', otherId)
  const bell = aBell(async (word) => {
    throw new TurnedDown('对方拒收', { forGood: word === '坏' })
  })
  await sendDue(db, organId, bell)
  const standing = await inOrgan(db, organId, (tx) => standingOf(tx, organId))
  expect(standing).toMatchObject([{ kind: 'bell', waiting: 1, failing: 1, givenUp: 1 }])
  const counts = await db.transaction().execute(countOutbox)
  expect(counts).toMatchObject([{ kind: 'bell', waiting: 2, failing: 1, givenUp: 1, oldest: expect.any(Date) }])
})
