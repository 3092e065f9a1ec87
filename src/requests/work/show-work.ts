import type { RequestEvent } from '../event.ts'
import { askedOf, notesFor, speaksFor, type WorkMatter } from './asked.ts'
import type { CoHandling } from './fold-work.ts'
import type { CoHandlingView, LinkView, WorkView } from './work-view.ts'

/** How the request is worked on inside the organ, with nothing left out. */
export function showWork(matter: WorkMatter, events: readonly RequestEvent[], links: readonly LinkView[]): WorkView {
  const mine = new Set(askedOf(matter).map(({ seq }) => seq))
  return {
    handover: handoverOf(matter),
    links,
    coHandlings: matter.history.coHandlings.map((each) => coHandlingView(each, mine.has(each.seq))),
    notesForMe: notesFor(matter).map(({ seq, on, by }) => ({
      seq,
      on,
      by: by.name,
      byId: by.id,
      text: textOf(events, seq),
    })),
  }
}

const textOf = (events: readonly RequestEvent[], note: number): string => {
  const found = events.find(({ seq }) => seq === note)
  return found?.kind === 'noted' ? found.data.text : ''
}

function handoverOf({ history: { offer, refusedOffer, assignment } }: WorkMatter): WorkView['handover'] {
  if (offer) {
    const { unitId, unitName, staffId, staffName, by, on } = offer
    const keptBy = [assignment?.unitName, assignment?.staffName].filter(Boolean).join(' ')
    return { standing: 'offered', unitId, unitName, staffId, staffName, by: by.name, on, keptBy }
  }
  if (!refusedOffer) return null
  const { unitName, by, on, offeredBy, reason, betterUnitId, betterUnitName } = refusedOffer
  return {
    standing: 'refused',
    unitName,
    by: by.name,
    on,
    offeredBy: offeredBy.name,
    reason,
    betterUnitId,
    betterUnitName,
  }
}

const coHandlingView = (
  { seq, unitName, about, dueOn, isAwaited, on, by, answer, ended }: CoHandling,
  isMine: boolean,
): CoHandlingView => ({
  seq,
  unitName,
  about,
  dueOn,
  isAwaited,
  on,
  by: by.name,
  answer: answer && { ...answer, by: answer.by.name },
  ended: ended && { ...ended, by: ended.by.name },
  isMine,
})

/** What was written for whoever looks, or by them when they were asked: it is theirs to read, although the case is not. */
export function toldTo(matter: WorkMatter, events: readonly RequestEvent[]): ReadonlySet<number> {
  const { actor, history } = matter
  const units = new Set(
    history.coHandlings.flatMap(({ seq, unitId }) => (speaksFor(matter, unitId) === undefined ? [] : [seq])),
  )
  const namedAt = events.find((event) => event.kind === 'noted' && names(event, actor.id))?.seq
  const isTold = (event: RequestEvent): boolean => {
    switch (event.kind) {
      case 'noted':
        return names(event, actor.id) || (namedAt !== undefined && event.seq > namedAt && event.actor.id === actor.id)
      case 'coHandlingAsked':
        return units.has(event.seq)
      case 'coHandlingAnswered':
      case 'coHandlingEnded':
        return units.has(event.data.asked)
      case 'handoverRefused':
        return speaksFor(matter, event.data.unitId) !== undefined
      default:
        return false
    }
  }
  return new Set(events.filter(isTold).map(({ seq }) => seq))
}

const names = (event: RequestEvent, staffId: string | null): boolean =>
  event.kind === 'noted' && (event.data.to ?? []).some(({ id }) => id === staffId)

/** The same for whoever may not know who asks: only what was told to them. */
export const withoutOthersWords = (work: WorkView, told: ReadonlySet<number>): WorkView => ({
  ...work,
  links: [],
  handover: work.handover?.standing === 'refused' ? { ...work.handover, reason: '' } : work.handover,
  coHandlings: work.coHandlings.map((each) =>
    told.has(each.seq)
      ? each
      : {
          ...each,
          about: '',
          answer: each.answer && { ...each.answer, opinion: '' },
          ended: each.ended && { ...each.ended, reason: '' },
        },
  ),
})
