import type { PlainDate } from '../days/plain-date.ts'
import { type Chain, keptSignatures, type Signature } from '../review/chain.ts'
import type { EventData, EventOf, RequestEvent } from './event.ts'
import { authorsWith, idsOf, isInLetters, recalledWords, signatureOf } from './fold-letters.ts'

/** An answer as it was put up. */
export type DraftedAnswer = EventData<'answerDrafted'> & {
  readonly on: PlainDate
  readonly by: RequestEvent['actor']
  /** Whose words stand in it; of before 0.3, whoever had put one up by then. */
  readonly authors: readonly string[]
}

/** Where the answer stands that is being drafted and approved. */
export interface DraftState {
  readonly draft: DraftedAnswer | null
  /** Every answer that was put up, the one in the place of the other. */
  readonly drafts: readonly DraftedAnswer[]
  /** The last draft that was sent back, and why. */
  readonly returned: { readonly draft: EventData<'answerDrafted'>; readonly reason: string } | null
  readonly approvals: readonly Signature[]
  /** The files that were given with the answers that have left. */
  readonly given: readonly string[]
}

/** What a round that is taken back leaves as it was. */
type Folding = DraftState & { readonly before?: Folding }

/** The chain of the draft; empty where nothing is drafted. */
export const chainOfAnswer = ({ draft, approvals }: Pick<DraftState, 'draft' | 'approvals'>): Chain => ({
  levels: draft?.levels ?? [],
  signatures: approvals,
  notBy: new Set(draft ? authorsWith(draft) : []),
})

const nothing: DraftState = { draft: null, drafts: [], returned: null, approvals: [], given: [] }

/** A draft stands until it is sent back, overtaken, or its request is taken back; a changed text has no approval. */
export function foldDraft(facts: readonly RequestEvent[]): DraftState {
  const { draft, drafts, returned, approvals, given } = facts.reduce(after, nothing)
  return { draft, drafts, returned: draft ? null : returned, approvals, given }
}

function after(state: Folding, fact: RequestEvent): Folding {
  const { kind, data } = fact
  switch (kind) {
    case 'answerDrafted':
      return afterDraft(state, fact)
    case 'answerReturned':
      return afterReturn(state, data)
    case 'answerApproved':
      return afterApproval(state, fact)
    case 'supplementReceived':
    case 'reasonsReceived':
    case 'feePaid':
    case 'feeWaived':
      return { ...state, draft: null, approvals: [] }
    case 'registrationCorrected':
      return isInLetters(data) ? sentBack(state, '登记已更正，答复中写有更正前的内容，请重新拟答复') : state
    case 'concluded':
      return data.outcome === 'withdrawn' ? nothing : sentOff(state, data)
    case 'reanswerOrdered':
      return { ...nothing, given: state.given, before: state }
    case 'reanswerCancelled':
      return state.before ?? state
    case 'reanswered':
      return sentOff(state, data)
    default:
      return state
  }
}

const sentOff = (state: Folding, { letterNumber }: EventData<'concluded'>): Folding =>
  letterNumber ? { ...state, given: [...state.given, ...(state.draft?.fileIds ?? [])] } : state

function afterDraft(state: Folding, { data, happenedOn, actor }: EventOf<'answerDrafted'>): Folding {
  const authors = data.authors ?? idsOf([...state.drafts.map(({ by }) => by), actor])
  const draft = { ...data, on: happenedOn, by: actor, authors }
  return { ...state, draft, drafts: [...state.drafts, draft], approvals: [] }
}

/** Back to a level, it keeps the signatures below that level; back to whoever drafted, it is a draft no more. */
function afterReturn(state: Folding, { to, reason, recalled }: EventData<'answerReturned'>): Folding {
  if (!state.draft || !to) return sentBack(state, recalled ? recalledWords(reason) : reason)
  return { ...state, approvals: keptSignatures(chainOfAnswer(state), to) }
}

const sentBack = (state: Folding, reason: string): Folding =>
  state.draft ? { ...state, draft: null, returned: { draft: state.draft, reason }, approvals: [] } : state

/** Whoever signed another text than the one that stands has not approved it. */
const afterApproval = (state: Folding, fact: EventOf<'answerApproved'>): Folding =>
  state.draft?.hash === fact.data.hash
    ? { ...state, approvals: [...state.approvals, signatureOf(state.draft.levels, fact)] }
    : state
