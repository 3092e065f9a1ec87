import type { RequestEvent } from './event.ts'
import { textsOfStep } from './letter-texts.ts'
import { type StepName, stepInputs } from './step-inputs.ts'

/**
 * Letters and what was registered of a person are read where they are opened, not with every look at the page; of what was
 * typed for a letter, only what it says.
 */
export function asShown(event: RequestEvent): RequestEvent {
  const hidden = ['letter', 'personal'].filter((part) => part in event.data).map((part) => [part, null])
  if (hidden.length === 0) return event
  const input = event.kind === 'letterDrafted' ? { input: saidBy(event.data.step, event.data.input) } : {}
  return { ...event, data: { ...event.data, ...Object.fromEntries(hidden), ...input } }
}

function saidBy(step: StepName, input: Readonly<Record<string, unknown>>): Record<string, string> {
  if (step === 'correctLetter') {
    const { data } = stepInputs.correctLetter.safeParse(input)
    const changes = (data?.corrections ?? []).map(({ from, to }) => `“${from}”更正为“${to}”`)
    return { changes: changes.join('；'), reason: `理由：${data?.reason ?? ''}` }
  }
  return Object.fromEntries(
    textsOfStep(step, input).flatMap(({ field, text }) => (field && field !== 'name' ? [[field, text]] : [])),
  )
}
