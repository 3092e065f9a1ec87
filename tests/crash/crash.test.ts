import { expect, test } from 'vitest'
import { crash } from './crash.ts'
import { killUpgrade } from './upgrade.ts'

const timeout = 300_000

test('nothing acknowledged is lost, in no backup either, no number is given twice and none is left out, whatever is killed', {
  timeout,
}, async () => {
  const { verdict, kills, backups, unsure, deaths } = await crash({
    clients: 20,
    submissions: 300,
    kills: { application: 2, database: 2, backEnd: 2 },
    backups: { made: 1, killed: 2, restored: 1, restoresKilled: 2 },
  })
  expect(verdict).toEqual({
    attempted: 300,
    acknowledged: 300,
    stored: 300,
    recovered: expect.any(Number),
    lost: 0,
    unexpected: 0,
    twice: 0,
    numbersTwice: 0,
    wrongReceipts: 0,
    gaps: 0,
    chainsBroken: 0,
    unaudited: 0,
    filesWrong: 0,
  })
  expect(kills).toEqual({ application: 2, database: 2, backEnd: 2 })
  expect(backups).toMatchObject({ made: 1, killed: 2, restored: 1, halves: 0, wrong: 0 })
  expect(backups?.acknowledgedBefore).toBeGreaterThan(0)
  expect(deaths).toEqual([])
  // A connection that breaks, or a plain word that it is busy: no other answer.
  expect(Object.keys(unsure).filter((status) => !['0', '503'].includes(status))).toEqual([])
})

test('the count can fail: acknowledged before it is on disk, it is lost', { timeout }, async () => {
  const { verdict } = await crash({
    clients: 20,
    submissions: 200,
    losing: true,
    kills: { application: 0, database: 1, backEnd: 0 },
  })
  expect(verdict.lost).toBeGreaterThan(0)
})

test('an upgrade of 0.1 that is killed again and again goes on to its end, and loses nothing', {
  timeout,
}, async () => {
  const { rows, killed, ...left } = await killUpgrade('0.1.0', 2)
  expect(rows).toBeGreaterThan(50_000)
  expect(killed).toBeGreaterThan(0)
  expect(left).toEqual({ lost: 0, more: 0, notAdopted: 0, oldSeals: 0 })
})
