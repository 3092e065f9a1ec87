import type { PlainDate } from '../../days/plain-date.ts'
import { addDays, chineseDate } from '../../days/plain-date.ts'
import { refusals } from '../../refusal.ts'
import { actsAsOneOf } from '../../review/acting.ts'
import type { NewEvent } from '../event.ts'
import type { StepInput } from '../step-inputs.ts'
import { askedOf, notesFor, speaksFor, type WorkMatter } from './asked.ts'
import type { Link } from './fold-links.ts'
import { isOpen, type Offer } from './fold-work.ts'
import type { Charged } from './work-events.ts'

/** What the steps of the work inside the organ ask about. */
export interface WorkStepMatter extends WorkMatter {
  /** The names of the units and persons to whom the step hands on or turns. */
  readonly assignee?: Assignee
  /** The request with which the step links this one. */
  readonly toLink?: { readonly id: string; readonly number: string }
  /** Those with which it is linked. */
  readonly links?: readonly Link[]
  /** The number of the request from which a link is taken. */
  readonly linkedNumber?: string
  /** Whom a note names. */
  readonly named?: readonly { readonly id: string; readonly name: string }[]
}

export interface Assignee {
  readonly unitName: string
  readonly staffName: string
  /** The unit of whoever takes the step; empty where they belong to none. */
  readonly ownUnitName?: string
}

/**
 * Whether it is that unit's at once: whoever hands on works in it, the unit has it already and only its person changes, or the head of
 * the work body decides after a unit has refused (decision 0059). To any other unit it is offered.
 */
export const bindsAtOnce = (matter: WorkMatter, unitId: string): boolean => {
  const { history, actor } = matter
  return (
    actor.unitId === unitId ||
    history.assignment?.unitId === unitId ||
    (history.refusals > 0 && actsAsOneOf(matter, ['ogiHead']))
  )
}

/** Whose it stays until another unit takes it on: whose it is, else the sender's. */
const keptBy = ({ history, actor, assignee }: WorkStepMatter): Charged =>
  history.assignment ?? {
    unitId: actor.unitId,
    unitName: assignee?.ownUnitName ?? '',
    staffId: actor.roles.includes('clerk') ? actor.id : null,
    staffName: actor.roles.includes('clerk') ? actor.name : '',
  }

function offerUp({ history: { offer } }: WorkMatter): Offer {
  if (!offer) throw refusals.nothingOffered()
  return offer
}

const inPlace = (matter: WorkMatter, unitId: string) => {
  const absent = speaksFor(matter, unitId)
  return absent ? { standsInFor: absent } : {}
}

/** What is asked of another unit is asked for soon: a year typed wrong is not taken for a day. */
const mostDaysGiven = 366

function dueDay({ actor: { today } }: WorkMatter, day: PlainDate): PlainDate {
  const last = addDays(today, mostDaysGiven)
  if (day < today || day > last) throw refusals.dayOutOfRange('dueOn', chineseDate(today), chineseDate(last))
  return day
}

/** What each step of the work inside the organ adds to the history. */
export const workEffects = {
  assign: (matter: WorkStepMatter, { unitId, staffId }: StepInput<'assign'>): NewEvent => {
    const { actor, assignee } = matter
    const to = { unitId, staffId, unitName: assignee?.unitName ?? '', staffName: assignee?.staffName ?? '' }
    if (bindsAtOnce(matter, unitId)) return { kind: 'assigned', happenedOn: actor.today, data: to }
    return { kind: 'handoverOffered', happenedOn: actor.today, data: { ...to, keptBy: keptBy(matter) } }
  },
  acceptHandover: (matter: WorkStepMatter, { staffId }: StepInput<'acceptHandover'>): NewEvent => {
    const { unitId, unitName, seq } = offerUp(matter)
    const staffName = matter.assignee?.staffName ?? ''
    const data = { unitId, unitName, staffId, staffName, accepts: seq, ...inPlace(matter, unitId) }
    return { kind: 'assigned', happenedOn: matter.actor.today, data }
  },
  refuseHandover: (matter: WorkStepMatter, { reason, betterUnitId }: StepInput<'refuseHandover'>): NewEvent => {
    const { unitId, unitName, seq } = offerUp(matter)
    if (betterUnitId === unitId) throw refusals.betterUnitIsOwn()
    return {
      kind: 'handoverRefused',
      happenedOn: matter.actor.today,
      data: {
        offer: seq,
        unitId,
        unitName,
        reason,
        betterUnitId,
        betterUnitName: matter.assignee?.unitName ?? '',
        ...inPlace(matter, unitId),
      },
    }
  },
  askCoHandling: (
    matter: WorkStepMatter,
    { unitId, about, dueOn, isAwaited }: StepInput<'askCoHandling'>,
  ): NewEvent => {
    const { history, actor, assignee } = matter
    const unitName = assignee?.unitName ?? ''
    if (unitId === (history.assignment?.unitId ?? actor.unitId)) throw refusals.coHandlingOfOwnUnit()
    if (history.coHandlings.some((each) => isOpen(each) && each.unitId === unitId))
      throw refusals.coHandlingOpen(unitName)
    return {
      kind: 'coHandlingAsked',
      happenedOn: actor.today,
      data: { unitId, unitName, about, dueOn: dueDay(matter, dueOn), isAwaited },
    }
  },
  answerCoHandling: (matter: WorkStepMatter, { asked, opinion }: StepInput<'answerCoHandling'>): NewEvent => {
    const found = askedOf(matter).find(({ seq }) => seq === asked)
    if (!found) throw refusals.unknownCoHandling()
    const data = { asked, opinion, ...inPlace(matter, found.unitId) }
    return { kind: 'coHandlingAnswered', happenedOn: matter.actor.today, data }
  },
  endCoHandling: ({ history, actor }: WorkStepMatter, { asked, reason }: StepInput<'endCoHandling'>): NewEvent => {
    if (!history.coHandlings.some((each) => isOpen(each) && each.seq === asked)) throw refusals.unknownCoHandling()
    return { kind: 'coHandlingEnded', happenedOn: actor.today, data: { asked, reason } }
  },
  note: ({ actor, named = [] }: WorkStepMatter, { text }: StepInput<'note'>): NewEvent => ({
    kind: 'noted',
    happenedOn: actor.today,
    data: { text, ...(named.length > 0 ? { to: [...named] } : {}) },
  }),
  readNote: (matter: WorkStepMatter): NewEvent => ({
    kind: 'noteRead',
    happenedOn: matter.actor.today,
    data: { notes: [...new Set(notesFor(matter).map(({ seq }) => seq))] },
  }),
  link: ({ actor, toLink, links = [] }: WorkStepMatter, { why, reason }: StepInput<'link'>): NewEvent => {
    if (!toLink) throw refusals.noSuchNumber()
    if (links.some(({ otherId }) => otherId === toLink.id)) throw refusals.linkedAlready()
    const data = { otherId: toLink.id, otherNumber: toLink.number, why, reason }
    return { kind: 'linked', happenedOn: actor.today, data }
  },
  unlink: (
    { actor, links = [], linkedNumber = '' }: WorkStepMatter,
    { otherId, reason }: StepInput<'unlink'>,
  ): NewEvent => {
    if (!links.some((link) => link.otherId === otherId)) throw refusals.notLinked()
    return { kind: 'unlinked', happenedOn: actor.today, data: { otherId, otherNumber: linkedNumber, reason } }
  },
} as const
