import { afterEach, expect, test, vi } from 'vitest'
import { Refusal } from '../../refusal.ts'
import { mostTries, placeLimits } from './limits.ts'
import { openPlaces, type Place } from './places.ts'

const from = (network: string) => ({ network })
/** Whether it is one's turn yet, or how it was refused. */
function stateOf(taking: Promise<Place>) {
  const state: { place?: Place; code?: string } = {}
  taking.then(
    (place) => {
      state.place = place
    },
    (error: unknown) => {
      state.code = error instanceof Refusal ? error.code : 'bug'
    },
  )
  return state
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

test('the public never has all places, a network one, and staff always find theirs', async () => {
  const places = openPlaces(placeLimits)
  const all = ['甲', '甲', '甲', '甲', '乙', '丙'].map((network) => stateOf(places.take(from(network))))
  await settled()
  expect(all.map(({ place, code }) => code ?? (place ? 'running' : 'waiting'))).toEqual([
    'running',
    'waiting',
    'waiting',
    'inspection_busy',
    'running',
    'waiting',
  ])
  const staff = stateOf(places.take('office'))
  await settled()
  expect(staff.place).toBeDefined()
  staff.place?.leave()
})

test('the queue ends: who comes too late is refused, but for who has nothing here yet', async () => {
  const places = openPlaces(placeLimits)
  for (const network of ['1', '2', '1', '1', '2', '2']) stateOf(places.take(from(network)))
  const last = ['3', '3', '4', '4'].map((network) => stateOf(places.take(from(network))))
  await settled()
  expect(last.map(({ code }) => code)).toEqual([undefined, undefined, undefined, undefined])
  const new_ = stateOf(places.take(from('5')))
  const again = stateOf(places.take(from('5')))
  await settled()
  expect([new_.code, again.code]).toEqual([undefined, 'inspection_busy'])
  expect(last.map(({ code }) => code)).toEqual([undefined, undefined, undefined, 'inspection_busy'])
})

test('a place is handed on before anybody new takes it, first to who has had least', async () => {
  let now = 0
  const places = openPlaces({ ...placeLimits, running: 1 }, () => now)
  const first = await places.take(from('甲'))
  const again = stateOf(places.take(from('甲')))
  const other = stateOf(places.take(from('乙')))
  now = 500
  first.leave()
  const late = stateOf(places.take(from('丙')))
  await settled()
  expect([again.place, other.place !== undefined, late.place]).toEqual([undefined, true, undefined])
  other.place?.leave()
  other.place?.leave()
  await settled()
  expect([again.place, late.place !== undefined]).toEqual([undefined, true])
})

test('a file that takes long gives way when others wait, and not before; one of staff never does', async () => {
  let now = 0
  let gaveWay: string[] = []
  const limits = { ...placeLimits, running: 2, runningForPublic: 1, undisturbedMs: 4 }
  const places = openPlaces(limits, () => now)
  const long = await places.take(from('甲'))
  long.whenWanted(() => {
    gaveWay = [...gaveWay, '甲']
    long.leave()
  })
  const staff = await places.take('office')
  staff.whenWanted(() => {
    gaveWay = [...gaveWay, 'office']
  })
  const waiting = places.take(from('乙'))
  expect(gaveWay).toEqual([])
  now = 4
  await waiting
  expect(gaveWay).toEqual(['甲'])
})

/** Files that take so long each, whatever they are: how each ended, and when. */
function aTrial(limits = placeLimits) {
  let now = 0
  vi.useFakeTimers({ toFake: ['setInterval', 'setTimeout', 'clearInterval', 'clearTimeout'] })
  const places = openPlaces(limits, () => now)
  const send = async (network: string, takesMs: number, bytes = 0) => {
    const arrivedAt = now
    const state = { waited: 0, gaveWay: 0, ended: '' }
    const tries = async () => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const place = await places.take(from(network), { bytes, arrivedAt })
        state.waited = now - arrivedAt
        const hasAnswer = await new Promise<boolean>((resolve) => {
          const timer = setTimeout(() => resolve(true), takesMs)
          place.whenWanted(() => {
            state.gaveWay += 1
            clearTimeout(timer)
            resolve(false)
          })
        })
        place.leave()
        if (hasAnswer) return 'answered'
      }
      return 'gaveWay'
    }
    tries().then(
      (ended) => (state.ended = ended),
      () => (state.ended = 'busy'),
    )
    await settled()
    return state
  }
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 50) {
      now += 50
      await vi.advanceTimersByTimeAsync(50)
    }
  }
  return { send, pass }
}

afterEach(() => void vi.useRealTimers())

test('a small file of a network that had nothing gets in within a second and is not disturbed, whoever attacks', async () => {
  const { send, pass } = aTrial()
  for (const network of ['甲', '乙']) for (let each = 0; each < 3; each += 1) await send(network, 3_000, 2_000_000)
  await pass(500)
  const citizen = await send('丙', 900, 1_000)
  await pass(2_500)
  expect(citizen).toMatchObject({ ended: 'answered', gaveWay: 0 })
  expect(citizen.waited).toBeLessThanOrEqual(1_000)
})

test('on a slow machine, where a sound file takes more than its second, it is not refused before the promised wait', async () => {
  const { send, pass } = aTrial()
  for (const network of ['甲', '乙']) for (let each = 0; each < 3; each += 1) await send(network, 3_000)
  const citizen = await send('丙', 1_600)
  await pass(8_000)
  expect(citizen.ended).toBe('answered')
})

test('many files that take long, each from its own address, give way to a newcomer though all places to wait are taken', async () => {
  const { send, pass } = aTrial()
  const attacks = []
  for (let each = 0; each < 10; each += 1) attacks.push(await send(`${each}`, 3_000, 2_000_000))
  // All places are taken: two are looked into and eight wait.
  expect(attacks.filter(({ ended }) => ended === 'busy')).toHaveLength(0)
  expect(await send('too many', 3_000, 2_000_000)).toMatchObject({ ended: 'busy' })
  await pass(1_500)
  const citizen = await send('citizen', 500, 1_000)
  await pass(1_500)
  expect(citizen).toMatchObject({ ended: 'answered', gaveWay: 0 })
})
