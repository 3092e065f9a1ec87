import { expect, test } from 'vitest'
import type { VoidSignature } from '../../../disclosure/edition.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { defaultPlan } from '../../../disclosure/review-plan.ts'
import { levelLabel } from '../../../review/level.ts'
import { isChainBroken } from '../../review/chain-links.ts'
import { editionLinks } from './edition-links.ts'

const at = '2026-11-24T02:00:00Z'
const who = (name: string) => ({ kind: 'staff' as const, id: name, name })
const signature = (level: VoidSignature['level'], hash = 'a'): VoidSignature => ({
  level,
  hash,
  at,
  by: who(level),
  standsInFor: null,
  opinion: '同意',
  checklist: [],
  secrecy: [],
  voidedBy: 'changed',
})
const levels = defaultPlan.levels.map((level) => ({
  ...level,
  unitId: null,
  label: levelLabel(level.id),
  roleLabel: level.role,
}))
const saved = { seq: 1, at, actor: who('李文'), kind: 'saved', data: { revision: 1, hash: 'a' } }
const view = (facts: Partial<RecordView>): RecordView =>
  ({
    levels,
    signatures: [],
    voided: [],
    hash: 'a',
    events: [saved],
    scheduledFor: null,
    publishedAt: null,
    ...facts,
  }) as never

const states = (facts: Partial<RecordView>) => editionLinks(view(facts)).map(({ state }) => state)

test('a draft waits for its drafter, a text in review for the level in turn', () => {
  expect(states({ status: 'drafting' })).toEqual(['turn', 'waiting', 'waiting', 'waiting', 'waiting'])
  const signatures = [signature('firstReview')]
  expect(states({ status: 'reviewing', signatures })).toEqual(['signed', 'signed', 'turn', 'waiting', 'waiting'])
})

test('signed at every level it waits for publication', () => {
  const signatures = levels.map(({ id }) => signature(id))
  expect(states({ status: 'signed', signatures }).at(-1)).toBe('turn')
  expect(isChainBroken(editionLinks(view({ status: 'signed', signatures })))).toBe(false)
})

test('a change after a signature breaks the chain at that level until it is signed again', () => {
  const voided = [signature('firstReview', 'a')]
  const drafting = editionLinks(view({ status: 'drafting', hash: 'b', voided }))
  expect(drafting[1]).toMatchObject({ state: 'broken', by: 'firstReview', words: '签后文本有改动，签名失效' })
  expect(isChainBroken(drafting)).toBe(true)
  const again = view({ status: 'reviewing', hash: 'b', voided, signatures: [signature('firstReview', 'b')] })
  expect(isChainBroken(editionLinks(again))).toBe(false)
})

test('published in an emergency, it waits for the approvals that must follow', () => {
  const published = {
    seq: 2,
    at,
    actor: who('马建军'),
    kind: 'published',
    data: { hash: 'a', urgentReason: '险情', confirmations: [] },
  }
  const facts = { status: 'live', events: [saved, published], urgentReason: '险情' } as unknown as Partial<RecordView>
  expect(states(facts)).toEqual(['signed', 'turn', 'waiting', 'waiting', 'signed'])
})
