import { expect, test } from 'vitest'
import { refusals } from '../refusal.ts'
import { type CaseKind, namesOf, stepViews, whyNot } from './step.ts'

/** A request for leave: the plainest case there is. */
type Name = 'ask' | 'grant' | 'take'
type Status = 'open' | 'asked' | 'granted'
type Who = 'person' | 'head'
interface Matter {
  readonly status: Status
  readonly roles: readonly Who[]
  readonly daysLeft: number
}

const leave: CaseKind<Name, Status, Who, Matter> = {
  steps: {
    ask: { label: '请假', article: '第一条', from: ['open'], by: ['person'] },
    grant: {
      label: '准假',
      article: '第二条',
      from: ['asked'],
      by: ['head'],
      unless: ({ daysLeft }) => daysLeft === 0 && refusals.noProposal(),
    },
    take: { label: '休假', article: '第三条', from: ['granted'], by: ['person', 'head'] },
  },
  statusOf: ({ status }) => status,
  actsAs: ({ roles }) => roles,
  next: ({ status }) => (({ open: 'ask', asked: 'grant', granted: 'take' }) as const)[status],
  refusals: {
    closed: (status) => refusals.closedInStatus(status),
    notTheirs: (by) => refusals.notYourStep(by.join('、')),
  },
}
const of = (status: Status, who: Who, daysLeft = 5): Matter => ({ status, roles: [who], daysLeft })

test('a step is open in its states, for its people, unless something shuts it: the whole world', () => {
  const open = namesOf(leave.steps).flatMap((name) =>
    (['open', 'asked', 'granted'] as const).flatMap((status) =>
      (['person', 'head'] as const).flatMap((who) =>
        whyNot(leave, name, of(status, who)) ? [] : [`${name} ${status} ${who}`],
      ),
    ),
  )
  expect(open).toEqual(['ask open person', 'grant asked head', 'take granted person', 'take granted head'])
})

test('the state is told before the person, and the person before the rest', () => {
  expect(whyNot(leave, 'grant', of('open', 'person', 0))?.code).toBe('closed_in_status')
  expect(whyNot(leave, 'grant', of('asked', 'person', 0))?.code).toBe('not_your_step')
  expect(whyNot(leave, 'grant', of('asked', 'head', 0))?.code).toBe('no_proposal')
})

test('what shuts every step is told first', () => {
  const shut = { ...leave, refusals: { ...leave.refusals, always: () => refusals.importedRequest() } }
  for (const name of namesOf(leave.steps))
    expect(whyNot(shut, name, of('open', 'person'))?.code).toBe('imported_request')
})

test('a page greys a step with the words of the refusal, and shows the next one first', () => {
  const views = stepViews(leave, of('asked', 'person'))
  expect(views.map(({ name, isNext }) => [name, isNext])).toEqual([
    ['grant', true],
    ['ask', false],
    ['take', false],
  ])
  expect(views[0]).toMatchObject({ label: '准假', article: '第二条', why: expect.stringContaining('head') })
})
