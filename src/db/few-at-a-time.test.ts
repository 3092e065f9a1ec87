import { expect, test } from 'vitest'
import { fewAtATime } from './few-at-a-time.ts'

test.each([1, 2, 3])(
  '%i are done at a time, no more and no fewer, in order, also after one that failed',
  async (places) => {
    const inTurn = fewAtATime(places)
    const begun: number[] = []
    let underWay = 0
    let most = 0
    const work = (index: number) =>
      inTurn(async () => {
        begun.push(index)
        underWay += 1
        most = Math.max(most, underWay)
        await new Promise(setImmediate)
        underWay -= 1
        if (index === 1) throw new Error('failed')
        return index
      })
    const indices = [0, 1, 2, 3, 4, 5]
    const all = await Promise.allSettled(indices.map(work))
    expect(begun).toEqual(indices)
    expect(most).toBe(places)
    expect(all.map(({ status }) => status)).toEqual(indices.map((index) => (index === 1 ? 'rejected' : 'fulfilled')))
    await expect(inTurn(async () => 'again')).resolves.toBe('again')
  },
)
