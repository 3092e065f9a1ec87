import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import { type StepName, stepInputs } from '../../../disclosure/edition-event.ts'
import type { Finding } from '../../../disclosure/gates/finding.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { typedDay } from '../../fields/typed-day.ts'
import { askedFor, checkStep, fieldOf, openConfirmations, type StepValues, wholeInput } from './step-input.ts'

const hash = 'a'.repeat(64)
const finding = (gate: string, place: string, severity: Finding['severity'] = 'confirm'): Finding => ({
  gate,
  place,
  severity,
  message: '请核对',
  excerpt: '',
})
const findings = [
  finding('phones', 'text:1'),
  finding('phones', 'text:1'),
  finding('words', 'title'),
  finding('links', 'text', 'hint'),
]
const view = {
  hash,
  findings,
  events: [],
  secrecyItems: [{ id: 'text', label: '正文' }],
} as unknown as RecordView

const opinion = { opinion: 'mayPublish', basis: '不含国家秘密' } as const
const filled: StepValues = {
  secrecy: { text: opinion },
  confirmations: { 'phones text:1': '对外公布的电话', 'words title': '法定名称' },
  opinion: '',
  checklist: ['核对一'],
  to: 'drafting',
  reason: 'fact',
  note: '请核对',
  paragraph: 1,
  day: plainDate('2026-12-01'),
  time: '09:30',
}

test.each(Object.keys(stepInputs) as StepName[])('what the form of %s sends is what the step takes', (step) => {
  expect(stepInputs[step].safeParse(wholeInput(view, step, filled)).error).toBeUndefined()
})

test('a time of publication is the time of the office', () => {
  expect(wholeInput(view, 'schedule', filled)).toMatchObject({ at: '2026-12-01T01:30:00.000Z' })
  const { day, ...without } = filled
  expect(stepInputs.schedule.safeParse(wholeInput(view, 'schedule', without)).success).toBe(false)
})

test('art. 26: set for a day after the last one, though today is not, the reason is asked for and sent', () => {
  const due = { ...view, act: 'publish', publishBy: plainDate('2026-11-30') } as RecordView
  const lateBy = (facts: Partial<RecordView>, day: string) => {
    const asked = askedFor({ ...due, ...facts }, 'schedule', { day: plainDate(day) })
    return openConfirmations(asked).filter(({ gate }) => gate === 'late')
  }
  expect(lateBy({}, '2026-11-30')).toEqual([])
  expect(lateBy({}, '2026-12-01')).toMatchObject([{ place: 'publishBy', message: expect.stringContaining('11月30日') }])
  // A day that is none has no side of any other.
  expect(askedFor(due, 'schedule', { day: typedDay('2026-11-31 09:00') })).toBe(due)
  expect(wholeInput(due, 'schedule', { ...filled, day: typedDay('2026-11-31') })).toMatchObject({ at: '' })
  expect(lateBy({ publishBy: null }, '2026-12-01')).toEqual([])
  expect(lateBy({ findings: [finding('late', 'publishBy')] }, '2026-12-01')).toHaveLength(1)
  const given = [
    { kind: 'submitted', data: { hash, confirmations: [{ gate: 'late', place: 'publishBy', reason: '会签' }] } },
  ]
  expect(lateBy({ events: given as never }, '2026-12-01')).toEqual([])
  const typed = { ...filled, confirmations: { ...filled.confirmations, 'late publishBy': '与上级同步发布' } }
  const asked = askedFor(due, 'schedule', typed)
  expect(wholeInput(asked, 'schedule', typed)).toMatchObject({
    confirmations: [{}, {}, { gate: 'late', place: 'publishBy', reason: '与上级同步发布' }],
  })
  expect(fieldOf(asked, ['confirmations', 2, 'reason'])).toEqual(['confirmations', 'late publishBy'])
  expect(askedFor(due, 'publish', typed)).toBe(due)
})

test('a reason is asked once for a gate and place, and not again for a text for which it was given', () => {
  expect(openConfirmations(view).map(({ gate }) => gate)).toEqual(['phones', 'words'])
  const given = { gate: 'words', place: 'title', reason: '法定名称' }
  const submitted = (of: string) => [{ kind: 'submitted', data: { hash: of, confirmations: [given] } }] as never
  expect(openConfirmations({ ...view, events: submitted(hash) }).map(({ gate }) => gate)).toEqual(['phones'])
  expect(openConfirmations({ ...view, events: submitted('b'.repeat(64)) })).toHaveLength(2)
})

test('an issue is told at the field of the form in which it is mended', () => {
  expect(fieldOf(view, ['secrecy', 0, 'basis'])).toEqual(['secrecy', 'text', 'basis'])
  expect(fieldOf(view, ['confirmations', 1, 'reason'])).toEqual(['confirmations', 'words title'])
  expect(fieldOf(view, ['text:1'])).toEqual(['confirmations', 'phones text:1'])
  expect(fieldOf(view, ['at'])).toEqual(['day'])
  expect(fieldOf(view, ['note'])).toEqual(['note'])
})

test('a list of which a point is not ticked stops a signature, and names the point', () => {
  const levels = [{ checklist: ['核对一', '核对二'] }, { checklist: [] }]
  const inTurn = (signed: number) => ({ ...view, levels, signatures: Array(signed).fill({}) }) as unknown as RecordView
  const half = checkStep(inTurn(0), 'sign', filled)
  expect(half).toEqual({ issues: [{ path: ['checklist'], message: '请核对“核对二”并勾选' }] })
  expect(checkStep(inTurn(0), 'sign', { ...filled, checklist: ['核对一', '核对二'] })).toHaveProperty('input')
  expect(checkStep(inTurn(1), 'sign', { ...filled, checklist: [] })).toHaveProperty('input')
  expect(checkStep(inTurn(0), 'publish', filled)).toHaveProperty('input')
})

test('what is wanting is told at the fields of the form, and nothing is sent', () => {
  const { secrecy, confirmations, ...without } = filled
  const checked = checkStep(view, 'submit', { ...without, confirmations: { 'phones text:1': '对外公布的电话' } })
  const paths = 'issues' in checked ? checked.issues.map(({ path }) => path.join('.')) : []
  expect(paths).toContain('secrecy.text.opinion')
  expect(paths).toContain('confirmations.words title')
  expect(checked).not.toHaveProperty('input')
})
