import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { inActs, inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { publishAsSigned } from '../demo/publish-as-signed.ts'
import { confirmAll } from '../ledgers/years/testing/confirm-all.ts'
import { operatorActor } from '../organs/actor.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { compileAndCheck } from './actions.ts'

const { db } = await testDatabase()

test('现行有效 follows from last year: repealed, lapsed on the last day, and issued but not yet in effect', async () => {
  const organ = await inActs(db, (tx) => organs.add(tx, anOrgan()))
  const within = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, work)
  const document = (number: string, issued: string, effective: string, more = {}) => ({
    organId: organ.id,
    kind: 'normativeDocuments',
    title: `办法${number}`,
    documentNumber: number,
    issuedOn: plainDate(issued),
    effectiveFrom: plainDate(effective),
    ...more,
  })
  const rows = [
    document('1', '2022-01-01', '2022-01-01', { validUntil: plainDate('2024-12-31') }),
    document('2', '2024-12-28', '2025-02-01'),
    document('3', '2023-03-01', '2023-03-01', { repealedOn: plainDate('2025-06-01') }),
    document('4', '2024-05-01', '2024-05-01', { validUntil: plainDate('2025-05-01') }),
  ]
  await within((tx) => tx.insertInto('normativeDocuments').values(rows).execute())
  const inForce = []
  for (const year of [2023, 2024, 2025]) {
    const publishedOn = plainDate(`${year + 1}-01-10`)
    await within((tx) => confirmAll(tx, organ, year, publishedOn))
    const { report, findings } = await within((tx) => compileAndCheck(tx, organ, year, publishedOn))
    inForce.push(report.proactive['normativeDocuments.inForce'])
    expect(findings.filter(({ code }) => code === 'IN_FORCE')).toEqual([])
    const how = { publishedOn, calendarVersion: 'test', reason: null }
    await publishAsSigned(db, operatorActor(organ.id, publishedOn), organ, year, how)
  }
  expect(inForce).toEqual([2, 3, 1])
})
