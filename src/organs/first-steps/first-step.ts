import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { joinedList } from '../../joined-list.ts'
import type { Organ } from '../organ.ts'
import type { Role } from '../role.ts'

/** What a step is looked for in. */
export interface FirstDay {
  readonly organ: Organ
  readonly today: PlainDate
  /** Whether this server has a mail server to send by. */
  readonly sendsMail: boolean
}

/** What a bureau needs before it is whole, declared by the room that lacks it until then. Nobody ticks it: it is done when nothing is missing. */
export interface FirstStep {
  readonly id: string
  readonly title: string
  /** What does not work until then, as the administrator reads it. */
  readonly why: string
  /** The page of the console where it is set. */
  readonly path: string
  /** Whose work it is. */
  readonly by: Role
  /** The bureau can work without it; it may take weeks, or never be there. */
  readonly canWait?: true
  /** What is missing, each in words; empty: the step is done. */
  missing(tx: Tx, day: FirstDay): Promise<readonly string[]>
}

/** Every step of every room, in the order in which a bureau takes them. */
export const firstSteps = joinedList<FirstStep>('firstSteps')

/** A step as the console shows it. */
export interface FirstStepView extends Omit<FirstStep, 'missing' | 'canWait'> {
  readonly canWait: boolean
  readonly missing: readonly string[]
}
