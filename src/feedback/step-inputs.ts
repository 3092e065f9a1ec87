import { z } from 'zod'
import { readTyped } from '../refusal/typed.ts'
import { typed as text } from '../requests/typed.ts'

/** What each step asks. */
export const stepInputs = {
  answer: z.strictObject({
    text: text(2000, '请填写答复的内容').min(1, '请填写答复的内容'),
  }),
  assign: z.strictObject({ unitId: z.uuid('请选择承办科室'), staffId: z.uuid().nullable().default(null) }),
  close: z.strictObject({
    reason: text(500, '请写明为什么无须答复').min(2, '请写明为什么无须答复'),
  }),
} as const

export type StepName = keyof typeof stepInputs
export const stepNames = ['answer', 'assign', 'close'] as const satisfies readonly StepName[]
export type StepInput<Name extends StepName> = z.infer<(typeof stepInputs)[Name]>

type With<Name extends StepName> = { readonly name: Name; readonly input: StepInput<Name> }
/** A step with what was typed for it. */
export type StepWith = { [Name in StepName]: With<Name> }[StepName]

/** The step with its input, read by its schema. Refuses with the fields that are wrong. */
export function readStep(name: StepName, typed: unknown): StepWith {
  switch (name) {
    case 'answer':
      return { name, input: readTyped(stepInputs.answer, typed) }
    case 'assign':
      return { name, input: readTyped(stepInputs.assign, typed) }
    case 'close':
      return { name, input: readTyped(stepInputs.close, typed) }
  }
}
