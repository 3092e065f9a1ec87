import type { PlainDate } from '../../days/plain-date.ts'
import type { Actor } from '../../organs/actor.ts'
import type { NewEvent } from '../event.ts'
import type { StepWith } from '../step-inputs.ts'

/** The day that stands under the letter of a step: an answer that was posted before it was taken down has the day of posting. */
export const leavesOn = ({ name, input }: StepWith, { today }: Pick<Actor, 'today'>): PlainDate =>
  name === 'issueAnswer' ? (input.on ?? today) : today

/** Whether a fact may move the day on which a request was answered. */
export const isOfService = ({ kind }: Pick<NewEvent, 'kind'>): boolean =>
  kind === 'serviceAttempted' || kind === 'serviceResult'
