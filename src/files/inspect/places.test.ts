import { expect, test } from 'vitest'
import { Refusal } from '../../refusal.ts'
import { placeLimits } from './limits.ts'
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
    ...['running', 'waiting', 'waiting', 'inspection_busy', 'running', 'waiting'],
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
