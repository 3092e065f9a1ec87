import { refusals } from '../refusal.ts'
import {
  actsFor,
  levelInTurn,
  levelsBefore,
  levelWords,
  rolesOf,
  signsInTurn,
  tickedAt,
  unheldLevel,
} from '../review/chain.ts'
import type { AskedLevel } from '../review/level.ts'
import type { Candidate } from '../review/store.ts'
import { paragraphsOf } from '../text/plain.ts'
import type { Content } from './content.ts'
import { contentHash } from './content-hash.ts'
import { chainOf, isFullySigned } from './edition.ts'
import { mostQuoted, type NewEvent, type SecrecyOpinion, type StepInput, type StepName } from './edition-event.ts'
import { whyNot } from './lifecycle.ts'
import { type StepMatter, signerOf, steps } from './steps.ts'

export interface TakeMatter extends StepMatter {
  /** Who reviews a record of this type and unit here, in order. */
  readonly levels: readonly AskedLevel[]
  /** Everybody who could sign in the organ; asked for when a text is put up. */
  readonly candidates: readonly Candidate[]
}

/** What secrecy review looks at, one by one: the text and each attached file. */
export const itemsOf = ({ attachments }: Content): { id: string; label: string }[] => [
  { id: 'text', label: '正文' },
  ...attachments.map(({ fileId, name }) => ({ id: fileId, label: name })),
]

/** 保密法 35: every item has its one opinion, nothing else has any, and nothing goes on that must not be published. */
function checkSecrecy(content: Content, opinions: readonly SecrecyOpinion[]): void {
  const items = itemsOf(content)
  for (const { id, label } of items) {
    const [opinion, second] = opinions.filter(({ item }) => item === id)
    if (!opinion) throw refusals.secrecyOpinionMissing(label)
    if (second) throw refusals.secrecyOpinionTwice(label)
    if (opinion.opinion === 'mayNotPublish') throw refusals.secrecyForbids(label)
    if (opinion.opinion === 'refer') throw refusals.secrecyReferred(label)
  }
  if (opinions.length > items.length) throw refusals.secrecyOpinionOfNothing()
}

type Effects = { readonly [Name in StepName]: (matter: TakeMatter, input: StepInput<Name>) => NewEvent }

const effects: Effects = {
  submit: ({ content, levels, candidates, edition, actor }, { hash, secrecy, confirmations }) => {
    checkSecrecy(content, secrecy)
    const { notBy } = chainOf({ ...edition, submittedBy: actor })
    const unheld = unheldLevel(levels, notBy, candidates)
    if (unheld) throw refusals.levelUnheld(levelWords(unheld.level), unheld.barred)
    return { kind: 'submitted', data: { hash, levels: [...levels], secrecy, confirmations } }
  },
  sign: (matter, { hash, opinion, checklist, secrecy }) => {
    const chain = chainOf(matter.edition)
    const level = levelInTurn(chain)
    const standsInFor = signsInTurn(chain, signerOf(matter))
    if (!level || standsInFor === undefined) throw refusals.reviewedAlready()
    const ticked = tickedAt(level, checklist)
    checkSecrecy(matter.content, secrecy)
    return { kind: 'signed', data: { level: level.id, hash, opinion, checklist: ticked, secrecy, standsInFor } }
  },
  sendBack: (matter, { hash, to, reason, paragraph, note, suggested }) => {
    const { edition, content } = matter
    const chain = chainOf(edition)
    const level = levelInTurn(chain)
    if (to !== 'drafting' && !levelsBefore(chain).some(({ id }) => id === to)) throw refusals.notAnEarlierStep()
    const quoted = paragraph === null ? '' : paragraphsOf(content.text)[paragraph]
    if (quoted === undefined) throw refusals.noSuchParagraph()
    const signer = signerOf(matter)
    const standsInFor = (level ? signsInTurn(chain, signer) : actsFor(signer, rolesOf(chain))) ?? null
    const pinned = { paragraph, quoted: quoted.slice(0, mostQuoted), note, suggested }
    return { kind: 'sentBack', data: { hash, from: level?.id ?? 'signed', to, reason, ...pinned, standsInFor } }
  },
  schedule: (matter, { hash, at, confirmations }) => {
    if (Date.parse(at) <= Date.parse(matter.now)) throw refusals.scheduledInThePast()
    return { kind: 'scheduled', data: { hash, at, confirmations } }
  },
  unschedule: (_, data) => ({ kind: 'unscheduled', data }),
  publish: ({ edition }, { hash, confirmations }) => {
    if (!isFullySigned(edition)) throw refusals.notFullySigned()
    return { kind: 'published', data: { hash, urgentReason: null, confirmations, secrecy: [], standsInFor: null } }
  },
  publishUrgently: (matter, { hash, reason, secrecy, confirmations }) => {
    checkSecrecy(matter.content, secrecy)
    const standsInFor = actsFor(signerOf(matter), steps.publishUrgently.by, matter.edition.authors) ?? null
    return { kind: 'published', data: { hash, urgentReason: reason, confirmations, secrecy, standsInFor } }
  },
  discard: (_, data) => ({ kind: 'discarded', data }),
}

/**
 * The event that the step adds. Refuses what `whyNot` refuses, a hash that is not the one that stands (art. 17: what is
 * published is what was reviewed), and input that does not fit.
 */
export function take<Name extends StepName>(name: Name, matter: TakeMatter, input: StepInput<Name>): NewEvent {
  const refusal = whyNot(name, matter)
  if (refusal) throw refusal
  if ('hash' in input && (input.hash !== matter.edition.hash || contentHash(matter.content) !== input.hash))
    throw refusals.textChanged()
  return effects[name](matter, input)
}
