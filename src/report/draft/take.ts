import { yearOf } from '../../days/plain-date.ts'
import { isReason } from '../../organs/text.ts'
import { refusals } from '../../refusal.ts'
import {
  actsFor,
  levelInTurn,
  levelsBefore,
  levelWords,
  rolesOf,
  signsInTurn,
  tickedAt,
  unheldLevel,
} from '../../review/chain.ts'
import type { AskedLevel } from '../../review/level.ts'
import type { Candidate } from '../../review/store.ts'
import { canonicalHash } from '../../steps/canonical.ts'
import { hasErrors } from '../finding-list.ts'
import { chainOf } from './draft.ts'
import {
  type Deviation,
  deviationKey,
  type NewEvent,
  type Snapshot,
  type StepInput,
  type StepName,
} from './draft-event.ts'
import { isPlaceIn } from './pinned.ts'
import { type StepMatter, signerOf, whyNot } from './steps.ts'

export interface TakeMatter extends StepMatter {
  /** Who signs a report here, in order. */
  readonly levels: readonly AskedLevel[]
  /** Everybody who could sign in the organ; asked for when it is put up. */
  readonly candidates: readonly Candidate[]
  /** The report as it would be frozen now; asked for when it is put up. */
  readonly snapshot: Snapshot | null
  /** Where the registers have other figures by now than what was put up; asked for when it is published. */
  readonly deviations: readonly Deviation[]
  /** The revision that a publication would be. */
  readonly revision: number
}

type Effects = { readonly [Name in StepName]: (matter: TakeMatter, input: StepInput<Name>) => NewEvent }

const effects: Effects = {
  submit: ({ draft, snapshot, levels, candidates, actor }, { hash }) => {
    if (hash !== draft.contentHash || !snapshot) throw refusals.textChanged()
    const errors = snapshot.findings.filter(({ severity }) => severity === 'error')
    if (hasErrors(snapshot.findings)) throw refusals.reportHasErrors(errors)
    const submittedBy = { kind: actor.kind === 'operator' ? 'operator' : 'staff', id: actor.id, name: '' } as const
    const { notBy } = chainOf({ ...draft, submittedBy })
    const unheld = unheldLevel(levels, notBy, candidates)
    if (unheld) throw refusals.reportLevelUnheld(levelWords(unheld.level), unheld.barred)
    return { kind: 'submitted', data: { hash: canonicalHash(snapshot), levels: [...levels], snapshot } }
  },
  sign: (matter, { hash, opinion, checklist }) => {
    const chain = chainOf(matter.draft)
    const level = levelInTurn(chain)
    const standsInFor = signsInTurn(chain, signerOf(matter))
    if (!level || standsInFor === undefined) throw refusals.reviewedAlready()
    return {
      kind: 'signed',
      data: { level: level.id, hash, opinion, checklist: tickedAt(level, checklist), standsInFor },
    }
  },
  sendBack: (matter, { hash, to, at, note }) => {
    const chain = chainOf(matter.draft)
    const level = levelInTurn(chain)
    if (to !== 'drafting' && !levelsBefore(chain).some(({ id }) => id === to)) throw refusals.notAnEarlierStep()
    const { submission } = matter.draft
    if (!submission || !at.every((pinned) => isPlaceIn(submission.snapshot.report, pinned)))
      throw refusals.noSuchPlace()
    const signer = signerOf(matter)
    const standsInFor = (level ? signsInTurn(chain, signer) : actsFor(signer, rolesOf(chain))) ?? null
    return { kind: 'sentBack', data: { hash, from: level?.id ?? 'signed', to, at, note, standsInFor } }
  },
  recall: (_, data) => ({ kind: 'recalled', data }),
  publish: ({ deviations, revision }, { hash, deviationReason, seen }) => {
    const isSeen = seen === undefined || isSame(seen, deviations.map(deviationKey))
    if (deviations.length > 0 && !(isReason(deviationReason) && isSeen)) throw refusals.reportDeviates(deviations)
    return { kind: 'published', data: { hash, revision, deviations: [...deviations], deviationReason } }
  },
  schedule: ({ actor: { today }, year, deviations }, { hash, on }) => {
    if (deviations.length > 0) throw refusals.reportDeviates(deviations)
    if (on <= today || yearOf(on) > yearOf(today) + 1) throw refusals.reportDayOff(year)
    return { kind: 'scheduled', data: { hash, on } }
  },
  unschedule: (_, data) => ({ kind: 'unscheduled', data }),
  discard: (_, data) => ({ kind: 'discarded', data }),
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted())

/** Steps that are about what is put up, and not about what is written. */
const onSubmission: readonly StepName[] = ['sign', 'sendBack', 'publish', 'schedule']

/**
 * The event that the step adds. Refuses what `whyNot` refuses, a hash that is not the one that stands (what is published is
 * what was signed), and input that does not fit.
 */
export function take<Name extends StepName>(name: Name, matter: TakeMatter, input: StepInput<Name>): NewEvent {
  const refusal = whyNot(name, matter)
  if (refusal) throw refusal
  const { submission } = matter.draft
  if (
    onSubmission.includes(name) &&
    (!submission ||
      !('hash' in input) ||
      input.hash !== submission.hash ||
      canonicalHash(submission.snapshot) !== submission.hash)
  )
    throw refusals.textChanged()
  return effects[name](matter, input)
}
