import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { type StepName, stepInputs } from '../../../requests/step-inputs.ts'
import { typedDay } from '../../fields/typed-day.ts'
import { missingDemanded, mustBeGiven } from './step-field.ts'
import { stepFields } from './step-fields.ts'

/** What the form adds by itself: the text on the screen that is signed, and whether signs go out as codes. */
const bound = ['hash', 'asCodes']
/** What was asked before, and is still read where a letter waits that was put up then. */
const former = { correctLetter: ['service'] } as const satisfies Partial<Record<StepName, readonly string[]>>

const names = Object.keys(stepFields) as Exclude<StepName, 'draftAnswer'>[]

test('every step has a form but the answer, which has questions', () => {
  expect(names.toSorted()).toEqual(
    Object.keys(stepInputs)
      .filter((name) => name !== 'draftAnswer')
      .toSorted(),
  )
})

test.each(names)('the form of %s asks for what the step needs, and for nothing else', (name) => {
  const past: readonly string[] = name === 'correctLetter' ? former.correctLetter : []
  const needed = Object.keys(stepInputs[name].shape).filter((field) => ![...bound, ...past].includes(field))
  // Of several fields of one name one is asked, as the way of service wants it.
  expect([...new Set(stepFields[name].map((field) => field.name))].toSorted()).toEqual(needed.toSorted())
})

test('what is typed and is no day makes no confirmation late, and no registration right', () => {
  const asked = stepFields.confirmReceipt.find(({ name }) => name === 'lateReason')
  const view = { due: { kind: 'confirmReceipt', on: plainDate('2026-11-24') } } as CaseView
  const isAsked = (on: string) => asked?.when?.(view, { on }, plainDate('2026-11-24'))
  expect([isAsked('2026-11-25'), isAsked('2026-11-24'), isAsked(typedDay('2026/13/1'))]).toEqual([true, false, false])
  const correct = (arrivedOn: string) =>
    stepInputs.correctRegistration.safeParse({ to: { arrivedOn, name: '?何' }, reason: '见信封' }).error?.issues
  expect(correct('2026-11-24')).toBeUndefined()
  expect(correct(typedDay('2026-11'))).toMatchObject([{ path: ['to', 'arrivedOn'] }])
})

test.each(names)('the form of %s marks as optional what may be empty', (name) => {
  const empty = stepInputs[name].safeParse({ hash: '' })
  const missing = new Set(empty.error?.issues.map(({ path }) => path[0]) ?? [])
  for (const field of stepFields[name])
    expect([field.name, !field.optional]).toEqual([field.name, missing.has(field.name)])
})

test('why it was late must be said where it is asked; a day that was written rightly may be left', () => {
  const of = (step: 'confirmReceipt' | 'issueAnswer' | 'correctLetter', field: string) =>
    stepFields[step].filter(({ name }) => name === field).map(mustBeGiven)
  expect([of('confirmReceipt', 'lateReason'), of('issueAnswer', 'lateReason')]).toEqual([[true], [true]])
  expect(of('correctLetter', 'dueOn')).toEqual([false])
})

test('a list is asked for only where the level in turn has one, and then all of it', () => {
  const list = stepFields.approveAnswer.find(({ name }) => name === 'checklist')
  const asked = (checklist: readonly string[]) =>
    list?.when?.({ approvals: [{ approved: null, checklist }] } as never, {}, plainDate('2026-11-24'))
  expect([asked([]), asked(['结论与依据一致'])]).toEqual([false, true])
  expect(missingDemanded(stepFields.returnAnswer, { reason: '再核' })).toEqual([
    { path: ['to'], message: '请选择退回到' },
    { path: ['category'], message: '请选择理由类别' },
  ])
  expect(missingDemanded(stepFields.approveAnswer, { checklist: [] })).toEqual([
    { path: ['checklist'], message: '请逐项核对并勾选' },
  ])
})

test('why it was late is asked together with all else that is missing, wherever it is asked at all', () => {
  expect(missingDemanded(stepFields.confirmReceipt, { on: '2026-11-25' })).toEqual([
    { path: ['lateReason'], message: '请写明逾期才确认的原因' },
  ])
  expect(missingDemanded(stepFields.confirmReceipt, { lateReason: '系统故障' })).toEqual([])
})
