import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import type { Role } from '../organs/role.ts'
import { latestOnTop, type TopMatter, whyNotOnTop } from './top-place.ts'

const today = plainDate('2026-11-24')
const actor = (unitId: string | null, roles: readonly Role[] = ['clerk']) => ({
  kind: 'staff' as const,
  id: 'somebody',
  name: '李文',
  organId: 1,
  roles,
  unitId,
  today,
  address: '',
})
const matter: Omit<TopMatter, 'actor'> = {
  record: { unitId: 'writing', begunBy: 'drafter' },
  workBodyId: 'workBody',
  columnUnitId: 'column',
  isWithdrawn: false,
}

describe('who may put a record first in its column', () => {
  test.for([
    { who: 'a clerk of the unit that wrote it', unitId: 'writing', may: true },
    { who: 'a clerk of the unit of the column', unitId: 'column', may: true },
    { who: 'a clerk of the work body', unitId: 'workBody', may: true },
    { who: 'a clerk of another unit', unitId: 'other', may: false },
    { who: 'a clerk of no unit', unitId: null, may: false },
  ])('$who: $may', ({ unitId, may }) => {
    expect(whyNotOnTop({ ...matter, actor: actor(unitId) }) === undefined).toBe(may)
  })

  test('a column without a unit opens it to nobody else', () => {
    expect(whyNotOnTop({ ...matter, columnUnitId: null, actor: actor(null) })?.code).toBe('not_your_record')
  })

  test('who reviews does not', () => {
    expect(whyNotOnTop({ ...matter, actor: actor('writing', ['ogiHead']) })?.code).toBe('not_your_step')
  })

  test('what is withdrawn nobody puts first', () => {
    expect(whyNotOnTop({ ...matter, isWithdrawn: true, actor: actor('writing') })?.code).toBe('withdrawn_on_top')
  })
})

test('a year is the longest', () => expect(latestOnTop(today)).toBe('2027-11-24'))
