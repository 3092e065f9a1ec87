import { expect, test } from 'vitest'
import { crash } from './crash.ts'

test('nothing acknowledged is lost, no number is given twice and none is left out, whatever is killed', async () => {
  const { verdict, kills } = await crash({
    ...{ clients: 20, submissions: 400 },
    kills: { application: 2, database: 2, backEnd: 2 },
  })
  expect(verdict).toEqual({
    ...{ attempted: 400, acknowledged: 400, stored: 400, recovered: expect.any(Number) },
    ...{ lost: 0, unexpected: 0, twice: 0, numbersTwice: 0, wrongReceipts: 0, gaps: 0 },
    ...{ chainsBroken: 0, unaudited: 0, filesWrong: 0 },
  })
  expect(kills).toEqual({ application: 2, database: 2, backEnd: 2 })
})

test('the count can fail: acknowledged before it is on disk, it is lost', async () => {
  const { verdict } = await crash({
    ...{ clients: 20, submissions: 300, losing: true },
    kills: { application: 0, database: 2, backEnd: 0 },
  })
  expect(verdict.lost).toBeGreaterThan(0)
})
