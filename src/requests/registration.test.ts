import { expect, test } from 'vitest'
import { Agent, Applicant } from './applicant.ts'
import { Intake } from './intake.ts'
import { registrationFieldIds } from './registration.ts'

/** Where a part of what is taken down is corrected under another name, or why it is not. */
const elsewhere: Readonly<Record<string, string>> = {
  kind: 'applicantKind',
  applicant: 'field by field, below',
  agent: 'field by field, below',
  confirmation: 'confirmationMethod, confirmationEvidence',
  pieces: 'summary; pieces are parted by the step 拆分',
  onBehalf: 'note',
  lateReason: 'stays with the receipt; why it was corrected is said in the correction',
  isDayConfirmed: 'only answers a question',
  files: 'what was handed in stays as it was handed in',
}
const agentField = (id: string) => `agent${id.slice(0, 1).toUpperCase()}${id.slice(1)}`

test('every part of a registration can be corrected, or says why not', () => {
  const taken = [
    ...Object.keys(Intake.shape),
    ...Object.keys(Applicant.shape),
    ...Object.keys(Agent.shape).map(agentField),
  ]
  const open = taken.filter((id) => !registrationFieldIds.some((field) => field === id) && !elsewhere[id])
  expect(open).toEqual([])
})
