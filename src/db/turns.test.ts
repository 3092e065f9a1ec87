import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { openTurns } from './turns.ts'

const gate = () => {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

test('one who sends many waits for himself; another has the next turn', async () => {
  const turns = openTurns({ atOnce: 1, ofOne: 1, waiting: 100 })
  const first = gate()
  const order: string[] = []
  const many = Array.from({ length: 20 }, (_, index) =>
    turns.enter('甲', (run) =>
      run(async () => {
        if (index === 0) await first.opened
        order.push('甲')
      }),
    ),
  )
  const other = turns.enter('乙', (run) => run(async () => void order.push('乙')))
  first.open()
  await Promise.all([...many, other])
  expect(order.indexOf('乙')).toBe(1)
  expect(order).toHaveLength(21)
})

test('one key never has all places, and too many of one are refused without keeping others out', async () => {
  const turns = openTurns({ atOnce: 3, ofOne: 2, waiting: 5 })
  const held = gate()
  let most = 0
  let now = 0
  const hold = (key: string) =>
    turns.enter(key, (run) =>
      run(async () => {
        now += 1
        most = Math.max(most, now)
        await held.opened
        now -= 1
      }),
    )
  const all = Array.from({ length: 8 }, () => hold('甲').catch((error: unknown) => error))
  await turns.enter('乙', (run) => run(async () => {}))
  expect(most).toBe(2)
  held.open()
  const refused = (await Promise.all(all)).filter((each) => each instanceof Refusal)
  expect(refused).toHaveLength(3)
  await hold('甲')
})

test('work that fails gives its turn back', async () => {
  const turns = openTurns({ atOnce: 1, ofOne: 1, waiting: 1 })
  const fails = () => turns.enter('甲', (run) => run(async () => Promise.reject(new Error('no'))))
  await expect(fails()).rejects.toThrow('no')
  await expect(fails()).rejects.toThrow('no')
})
