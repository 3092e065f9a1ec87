import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { showDecisions } from '../../ledgers/decisions/show.ts'
import { decisionViews, WantedDecisions } from '../../ledgers/decisions/wanted.ts'
import * as organs from '../../organs/store.ts'
import { openPlatform } from '../../platform/columns/standing.ts'
import { compileReport } from '../../report/compile.ts'
import { bureau } from '../bureau.ts'
import { cityOrgan } from '../city.ts'
import { decisionsOf } from '../decisions.ts'
import { housing } from '../departments/housing.ts'
import { demoDecisions } from './decision-texts.ts'
import { tellDecisions } from './decisions.ts'
import { agoFrom } from './load.ts'
import { addOffice } from './office.ts'

const { db, owner } = await testDatabase()
const today = plainDate('2026-11-24')

test.for([
  { organ: cityOrgan(housing, 12, null), views: { all: 13, open: 2, late: 2, withdraw: 1 } },
  { organ: bureau, views: { all: 3, open: 1, late: 1, withdraw: 0 } },
])('$organ.name shows decisions in every state, and its report counts them', async ({ organ: facts, views }) => {
  const organ = await inActs(db, (tx) => organs.add(tx, facts))
  await inOrgan(db, organ.id, async (tx) => {
    await openPlatform(tx, organ.id)
    const office = await addOffice(tx, organ)
    await tellDecisions(tx, organ, office, agoFrom(today))
    const clerk = office.actor('clerk', today)
    for (const view of decisionViews) {
      const { total } = await showDecisions(tx, clerk, { ...WantedDecisions.parse({ view }), page: 1 })
      expect(total, view).toBe(views[view])
    }
    const { sections } = await compileReport(tx, organ, 2026)
    const penalties = demoDecisions.filter((each) => each.organ === organ.slug && each.kind === 'penalty').length
    expect(JSON.stringify(sections)).toContain(`${penalties}`)
  })
})

test('what the public reads of them names no person and no number of a document, and the quashed one is withdrawn', async () => {
  const published = await owner.selectFrom('publishedRecords').select(['content', 'withdrawnAt']).execute()
  const facts = await owner.selectFrom('administrativeDecisions').select('facts').execute()
  expect(published.filter(({ withdrawnAt }) => withdrawnAt !== null)).toHaveLength(1)
  const shown = JSON.stringify([published, facts])
  expect(shown).toContain('李**')
  expect(shown).not.toMatch(/李国富|张伟明|马志远|11010519491231002X/)
})

test('the ledger that the demo has already uses other numbers', () => {
  const known = new Set(decisionsOf(housing).map(({ number }) => number))
  const told = demoDecisions.filter(({ organ }) => organ === housing.slug)
  for (const year of [2023, 2024, 2025, 2026])
    for (const { number } of told) expect(known).not.toContain(`示建${number.replace('年', String(year))}`)
})
