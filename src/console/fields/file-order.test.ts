import { expect, test } from 'vitest'
import { withArrived, withMoved } from './file-order.ts'

const files = (ids: string) => [...ids].map((id) => ({ id }))
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('')
/** 甲 was there before; 乙丙丁 were chosen at once, in this order. */
const chosenAs = new Map([...'乙丙丁'].map((id, place) => [id, place]))

test.each(['乙丙丁', '乙丁丙', '丙乙丁', '丙丁乙', '丁乙丙', '丁丙乙'])(
  'files stand in the order of choosing, though they arrive as %s',
  (arriving) => {
    const kept = files(arriving).reduce((all, each) => withArrived(all, each, chosenAs), files('甲'))
    expect(ids(kept)).toBe('甲乙丙丁')
  },
)

test('a file goes up or down by one place, and no further than the ends', () => {
  expect(ids(withMoved(files('甲乙丙'), '丙', -1))).toBe('甲丙乙')
  expect(ids(withMoved(files('甲乙丙'), '甲', 1))).toBe('乙甲丙')
  for (const [id, by] of [
    ['甲', -1],
    ['丙', 1],
    ['戊', 1],
  ] as const)
    expect(ids(withMoved(files('甲乙丙'), id, by))).toBe('甲乙丙')
})
