import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { foldHistory } from '../history.ts'
import { type Told, told } from '../testing/a-history.ts'
import { isOpen } from './fold-work.ts'
import { workRemarks } from './work-remarks.ts'

const on = '2025-09-02'
const unit = (name: string) => ({ unitId: name, unitName: name, staffId: null, staffName: '' })
const keptBy = unit('公开科')
const offered = (name: string): Told => [on, 'handoverOffered', { ...unit(name), keptBy }]
const assigned = (name: string): Told => [on, 'assigned', unit(name)]
const refused = (offer: number): Told => [
  on,
  'handoverRefused',
  { offer, unitId: '甲', unitName: '甲', reason: '不属于', betterUnitId: null, betterUnitName: '' },
]
const begun: Told[] = [
  ['2025-09-01', 'arrived', {}],
  ['2025-09-01', 'received', {}],
]
const fold = (...lines: Told[]) => foldHistory(told(...begun, ...lines))

describe('whose a request is', () => {
  test('an assignment of before the offers means what it meant: taken on', () => {
    const { assignment, offer } = fold(assigned('甲'))
    expect([assignment?.unitName, offer]).toEqual(['甲', null])
  })
  test('what was offered stays with its keeper, what was refused too', () => {
    expect(fold(offered('甲')).assignment).toEqual(keptBy)
    const after = fold(offered('甲'), refused(3))
    expect([after.assignment, after.offer, after.refusals]).toEqual([keptBy, null, 1])
    expect(after.refusedOffer?.offeredBy.id).toBe('clerk')
  })
  test('only the last of what happened is open, and only what was taken on moves the charge', () => {
    const act = fc.oneof(
      fc.constantFrom('甲', '乙').map(offered),
      fc.constantFrom('甲', '乙').map(assigned),
      fc.constant(refused(3)),
    )
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 8 }), (acts) => {
        const { assignment, offer, refusedOffer } = fold(...acts)
        const last = acts.at(-1)
        expect(offer !== null).toBe(last?.[1] === 'handoverOffered')
        expect(refusedOffer !== null).toBe(last?.[1] === 'handoverRefused')
        const taken = acts.findLast(([, kind]) => kind === 'assigned')
        const first = acts.some(([, kind]) => kind === 'handoverOffered') ? keptBy.unitName : undefined
        expect(assignment?.unitName).toBe(taken?.[1] === 'assigned' ? taken[2].unitName : first)
      }),
    )
  })
})

describe('what colleagues are asked', () => {
  const asked: Told = [
    on,
    'coHandlingAsked',
    { unitId: '乙', unitName: '乙', about: '密级', dueOn: plainDate('2025-09-05'), isAwaited: false },
  ]
  test('an opinion is open until it has come or is no longer asked for, and warns before the answer is drafted', () => {
    const open = fold(asked)
    expect(open.coHandlings.map(isOpen)).toEqual([true])
    expect(workRemarks('draftAnswer', open, [])).toEqual(['乙的协办意见还没有提出（应于2025年9月5日前提出）。'])
    for (const end of [
      [on, 'coHandlingAnswered', { asked: 3, opinion: '可以' }],
      [on, 'coHandlingEnded', { asked: 3, reason: '不用了' }],
    ] satisfies Told[]) {
      const over = fold(asked, end)
      expect(over.coHandlings.map(isOpen)).toEqual([false])
      expect(workRemarks('draftAnswer', over, [])).toEqual([])
    }
  })
  test('each who is named is waited for until they read or write, whoever else does', () => {
    const note: Told = [on, 'noted', { text: '请看', to: ['甲', '乙'].map((id) => ({ id, name: id })) }]
    const waited = (...more: Told[]) => fold(note, ...more).notesToRead.map(({ staffId }) => staffId)
    expect(waited()).toEqual(['甲', '乙'])
    expect(waited([on, 'noteRead', { notes: [3] }, '甲'])).toEqual(['乙'])
    expect(waited([on, 'noted', { text: '好' }, '乙'])).toEqual(['甲'])
    expect(waited([on, 'noted', { text: '好' }, '丙'])).toEqual(['甲', '乙'])
  })
})
