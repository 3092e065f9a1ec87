import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { composeMail, mailEnded } from '../app/compose-mail.ts'
import { plainDate } from '../days/plain-date.ts'
import { inActs, inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { sendQueued } from '../mail/outbox.ts'
import type { OutgoingMail } from '../mail/transport.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { queueDigest } from './digest.ts'
import { aSubscriber } from './testing/a-subscriber.ts'
import { wholeOrgan } from './topic.ts'

const { db, owner } = await testDatabase()
let organCount = 0

/** An organ of which records are published as if by others, and whose mails are collected. */
async function aScene() {
  organCount += 1
  const organ = await inActs(owner, (tx) =>
    organs.add(tx, anOrgan({ slug: `organ-${organCount}`, name: `第${organCount}局` })),
  )
  const sent: OutgoingMail[] = []
  const change = (statement: ReturnType<typeof sql>) =>
    owner.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await statement.execute(tx)
    })
  return {
    organ,
    sent,
    put: (n: number, edition: number, isWithdrawn: boolean) =>
      change(sql`
        insert into published_records (organ_id, record_id, edition, number, index_number, hash, type, column_id, title, content,
          withdrawn_at)
        values (${organ.id}, ${`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`}, ${edition},
          ${`2026-${String(n).padStart(5, '0')}`}, ${String(n)}, '', 'notice', 'tzgg', ${`记录${n}版${edition}`},
          ${JSON.stringify({ act: { kind: edition > 1 ? 'correct' : 'publish' } })}, ${isWithdrawn ? sql`now()` : null})
        on conflict (organ_id, record_id) do update set edition = excluded.edition, title = excluded.title,
          content = excluded.content, withdrawn_at = excluded.withdrawn_at, changed_at = now()`),
    subscribe: (address: string) => aSubscriber({ db, owner }, organ.id, address, wholeOrgan),
    digest: () => inOrgan(db, organ.id, (tx) => queueDigest(tx, organ.id)),
    killed: () =>
      inOrgan(db, organ.id, async (tx) => {
        await queueDigest(tx, organ.id)
        throw new Error('killed')
      }).catch(() => {}),
    send: () =>
      sendQueued(
        db,
        organ.id,
        { send: async (mail) => void sent.push(mail), close: () => {} },
        composeMail(() => plainDate('2026-11-30'), 'https://www.shili.example'),
        mailEnded,
      ),
  }
}

const toldTo = (sent: readonly OutgoingMail[], address: string): string[] =>
  sent
    .filter(({ toAddress, body }) => toAddress === address && body.includes('您订阅了'))
    .flatMap(({ body }) =>
      body.split('\n\n').flatMap((block) => {
        const [, title] = /^\d+\. (记录\d+版\d+)/.exec(block) ?? []
        return title ? [`${title}${block.includes('已撤回') ? '撤回' : ''}`] : []
      }),
    )

const step = fc.oneof(
  fc.record({ what: fc.constant('publish' as const) }),
  fc.record({ what: fc.constantFrom('correct' as const, 'withdraw' as const), which: fc.nat(5) }),
  fc.record({ what: fc.constantFrom('digest' as const, 'killed' as const, 'two digests' as const, 'send' as const) }),
)

test('whatever happens between: the same is told to nobody twice, and how it stands at last to everybody once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), fc.nat(5), async (steps, comesAfter) => {
      const scene = await aScene()
      const editions: { edition: number; isWithdrawn: boolean; beforeSecond: boolean; noted: boolean }[] = []
      await scene.put(99, 1, false)
      await scene.subscribe('first@shili.example')
      let hasSecond = false
      const digest = async (run: () => Promise<unknown>) => {
        await run()
        for (const each of editions) each.noted = true
      }
      for (const [index, each] of steps.entries()) {
        if (index === comesAfter) {
          await scene.subscribe('second@shili.example')
          hasSecond = true
        }
        const n = 'which' in each && editions.length > 0 ? each.which % editions.length : -1
        const found = editions[n]
        if (each.what === 'publish') {
          editions.push({ edition: 1, isWithdrawn: false, beforeSecond: !hasSecond, noted: false })
          await scene.put(editions.length, 1, false)
        } else if (each.what === 'digest') await digest(scene.digest)
        else if (each.what === 'two digests') await digest(() => Promise.all([scene.digest(), scene.digest()]))
        else if (each.what === 'killed') await scene.killed()
        else if (each.what === 'send') await scene.send()
        else if (found && !found.isWithdrawn) {
          found.edition += 1
          found.isWithdrawn = each.what === 'withdraw'
          await scene.put(n + 1, found.edition, found.isWithdrawn)
        }
      }
      const notedBefore = editions.map(({ noted }) => noted)
      await scene.digest()
      await scene.send()
      const first = toldTo(scene.sent, 'first@shili.example')
      const second = toldTo(scene.sent, 'second@shili.example')
      for (const told of [first, second]) expect(new Set(told).size).toBe(told.length)
      // What stood before anybody listened is news to nobody.
      expect([...first, ...second].filter((title) => title.startsWith('记录99'))).toEqual([])
      for (const [index, { edition, isWithdrawn, beforeSecond }] of editions.entries()) {
        const title = `记录${index + 1}版${edition}`
        if (!isWithdrawn) {
          expect(first.filter((each) => each === title)).toEqual([title])
          if (!beforeSecond) expect(second.filter((each) => each === title)).toEqual([title])
        } else {
          expect(first).not.toContain(title)
          const heard = first.some((each) => each.startsWith(`记录${index + 1}版`) && !each.endsWith('撤回'))
          // Told of by no digest, it is told by none that it has gone; whoever heard of it hears that.
          if (heard) expect(first).toContain(`${title}撤回`)
          else if (!notedBefore[index]) expect(first).not.toContain(`${title}撤回`)
        }
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('nothing new, no mail; nobody who listens, nothing noted', async () => {
  const scene = await aScene()
  await scene.put(1, 1, false)
  expect(await scene.digest()).toBe(0)
  await scene.subscribe('first@shili.example')
  expect(await scene.digest()).toBe(0)
  await scene.put(2, 1, false)
  expect(await scene.digest()).toBe(1)
  expect(await scene.digest()).toBe(0)
})

test('several servers send each mail once', async () => {
  const scene = await aScene()
  for (let n = 0; n < 10; n += 1) await scene.subscribe(`n${n}@shili.example`)
  await scene.send()
  scene.sent.length = 0
  await scene.put(1, 1, false)
  await Promise.all([scene.digest(), scene.digest(), scene.digest()])
  await Promise.all([scene.send(), scene.send(), scene.send()])
  expect(scene.sent.map(({ toAddress }) => toAddress).sort()).toEqual(
    Array.from({ length: 10 }, (_, n) => `n${n}@shili.example`),
  )
})

test('an address that was removed gets no mail that waited for it', async () => {
  const scene = await aScene()
  await scene.subscribe('first@shili.example')
  await scene.send()
  scene.sent.length = 0
  await scene.put(1, 1, false)
  await scene.digest()
  await owner.deleteFrom('subscribers').where('organId', '=', scene.organ.id).execute()
  await scene.send()
  expect(scene.sent).toEqual([])
})
