import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { findLinkChecks, noteLinks } from '../store/link-checks.ts'
import { checkLinks } from './check-links.ts'

const { db, owner } = await testDatabase()
const { organ } = await anOffice(db)
const links = ['https://www.gov.cn/one', 'https://www.gov.cn/two']
const inside = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, work)
/** Nobody is called: no address is allowed. */
const nobody = { mayCall: () => false, urlOf: () => undefined, timeoutMs: 100 }

test('links are followed once they are noted, and again after a week; what came of it is known to the gates', async () => {
  await inside((tx) => noteLinks(tx, organ.id, [...links, ...links]))
  expect(await inside((tx) => findLinkChecks(tx, organ.id, links))).toEqual(new Map())
  expect(await checkLinks(db, organ.id, nobody)).toBe(2)
  const checks = await inside((tx) => findLinkChecks(tx, organ.id, links))
  expect([...checks.values()].map(({ problem }) => problem)).toEqual([
    '不是可以公开访问的网址',
    '不是可以公开访问的网址',
  ])
  expect(await checkLinks(db, organ.id, nobody)).toBe(0)
  await sql`update link_checks set checked_at = checked_at - interval '8 days' where url = ${links[0]}`.execute(owner)
  expect(await checkLinks(db, organ.id, nobody)).toBe(1)
  // Noted again, a link is still one, and what is known of it stays.
  await inside((tx) => noteLinks(tx, organ.id, links))
  expect((await inside((tx) => findLinkChecks(tx, organ.id, links))).size).toBe(2)
})
