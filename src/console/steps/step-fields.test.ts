import { expect, test } from 'vitest'
import { type StepName, stepInputs } from '../../requests/step-inputs.ts'
import { stepFields } from './step-fields.ts'

/** What the form adds by itself: the text on the screen that is signed, and whether signs go out as codes. */
const bound = ['hash', 'asCodes']

const names = Object.keys(stepFields) as Exclude<StepName, 'draftAnswer'>[]

test('every step has a form but the answer, which has questions', () => {
  expect(names.toSorted()).toEqual(
    Object.keys(stepInputs)
      .filter((name) => name !== 'draftAnswer')
      .toSorted(),
  )
})

test.each(names)('the form of %s asks for what the step needs, and for nothing else', (name) => {
  const needed = Object.keys(stepInputs[name].shape).filter((field) => !bound.includes(field))
  expect(stepFields[name].map((field) => field.name).toSorted()).toEqual(needed.toSorted())
})

test.each(names)('the form of %s marks as optional what may be empty', (name) => {
  const empty = stepInputs[name].safeParse({ hash: '' })
  const missing = new Set(empty.error?.issues.map(({ path }) => path[0]) ?? [])
  for (const field of stepFields[name])
    expect([field.name, !field.optional]).toEqual([field.name, missing.has(field.name)])
})
