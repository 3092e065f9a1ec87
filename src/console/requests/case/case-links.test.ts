import { expect, test } from 'vitest'
import type { ApprovalLevelView, CaseView } from '../../../requests/case-view.ts'
import { answerLinks, letterLinks } from './case-links.ts'

const given = { by: '赵志强（代李慧）', on: '2026-03-03', hash: 'a'.repeat(64) }
const level = (id: string, facts: Partial<ApprovalLevelView> = {}) =>
  ({ id, role: 'unitHead', unitId: null, checklist: [], approved: null, voided: null, ...facts }) as never
const draft = { by: '王秀兰', hash: 'a'.repeat(64) } as NonNullable<CaseView['draft']>
const links = (...approvals: ApprovalLevelView[]) => answerLinks({ events: [], approvals } as never, draft)

test('an answer that was sent back to a level waits there; who signed after it must again', () => {
  const seen = links(level('firstReview', { voided: given as never }), level('finalReview', { voided: given as never }))
  expect(seen.map(({ state }) => state)).toEqual(['signed', 'turn', 'broken', 'waiting'])
  expect(seen[2]).toMatchObject({ by: '赵志强（代李慧）', words: '退回后须重新签' })
})

test('signed at every level it waits to be sent; signed over another text the chain is broken', () => {
  const signed = (hash = given.hash) => level('finalReview', { approved: { ...given, hash, opinion: '同意' } as never })
  expect(links(signed()).at(-1)).toMatchObject({ state: 'turn', awaits: '等待发出' })
  expect(links(signed('b'.repeat(64)))[1]?.state).toBe('broken')
})

test('a level of the unit whose matter it is says so', () => {
  const waiting = { by: '王秀兰', hash: 'a', levels: [level('finalReview', { unitId: 'u' })] } as never
  expect(letterLinks(waiting)[1]).toMatchObject({ label: '终审', role: '承办科室负责人', state: 'turn' })
})
