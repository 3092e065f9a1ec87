import type { Actor } from '../../organs/actor.ts'
import type { Role } from '../../organs/role.ts'
import { type Refusal, refusals } from '../../refusal.ts'
import type { Absent, StandingIn } from '../../review/chain.ts'
import { type CoHandling, isOpen, type NoteToRead, type WorkState } from './fold-work.ts'

/** What is asked about of whoever works beside those who have the request in hand. */
export interface WorkMatter {
  readonly history: WorkState
  readonly actor: Actor
  readonly standingIn: readonly StandingIn[]
}

/** Who speaks for a unit: its head, its clerks, and of the work body also the head of that. */
const speakers: readonly Role[] = ['clerk', 'unitHead', 'ogiHead']

/** The unit's head in whose name they speak for it; null in their own; undefined: they do not. */
export function speaksFor(
  { actor, standingIn }: Omit<WorkMatter, 'history'>,
  unitId: string,
): Absent | null | undefined {
  if (actor.kind !== 'staff') return undefined
  if (actor.unitId === unitId && actor.roles.some((role) => speakers.includes(role))) return null
  const absent = standingIn.find((each) => each.role === 'unitHead' && each.unitId === unitId)
  return absent && { staffId: absent.staffId, name: absent.name }
}

const isTheirs = (matter: WorkMatter, unitId: string): boolean => speaksFor(matter, unitId) !== undefined

/** What the units for which they speak were asked and have not answered. */
export const askedOf = (matter: WorkMatter): CoHandling[] =>
  matter.history.coHandlings.filter((each) => isOpen(each) && isTheirs(matter, each.unitId))

/** The notes that wait for them. */
export const notesFor = ({ history, actor }: WorkMatter): NoteToRead[] =>
  history.notesToRead.filter(({ staffId }) => staffId === actor.id)

/** Whether the request asks something of them, although it may not be theirs. */
export const isAsked = (matter: WorkMatter): boolean => {
  const { offer } = matter.history
  return (offer !== null && isTheirs(matter, offer.unitId)) || askedOf(matter).length > 0 || notesFor(matter).length > 0
}

/** Why they have not been asked what the step answers; undefined for every other step. */
export function whyNotAsked(name: string, matter: WorkMatter): Refusal | undefined {
  const { offer, coHandlings } = matter.history
  switch (name) {
    case 'acceptHandover':
    case 'refuseHandover':
      if (!offer) return refusals.nothingOffered()
      return isTheirs(matter, offer.unitId) ? undefined : refusals.offeredToOthers(offer.unitName)
    case 'answerCoHandling': {
      if (askedOf(matter).length > 0) return undefined
      const names = coHandlings.filter(isOpen).map(({ unitName }) => unitName)
      return names.length > 0 ? refusals.coHandlingOfOthers(names.join('、')) : refusals.noCoHandling()
    }
    case 'readNote':
      return notesFor(matter).length === 0 ? refusals.noNoteToRead() : undefined
    default:
      return undefined
  }
}
