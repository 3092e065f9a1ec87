import type { Tx } from '../../db/database.ts'
import { joinedPiece } from '../../joined-list.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import type { Text } from '../../text/text.ts'
import type { RequestHistory } from '../history.ts'
import type { Request } from '../request.ts'
import { tellNobody } from '../work/prepare-work.ts'
import { groundOfProposal, type ProposalView, type ProposePublication } from './proposal.ts'

interface ProposedRecords {
  /** Begins a record with this text; it is reviewed and published as any. */
  readonly draft: (
    tx: Tx,
    actor: Actor,
    now: Date,
    written: { readonly type: ProposePublication['type']; readonly title: string; readonly text: Text },
  ) => Promise<{ readonly recordId: string }>
  /** Undefined of a record that is not there. */
  readonly findState: (
    tx: Tx,
    organId: number,
    recordId: string,
  ) => Promise<{ readonly edition: number; readonly label: string } | undefined>
}

/** The room that publishes records. */
export const proposedRecords = joinedPiece<ProposedRecords>('proposedRecords')

/** Begins the record that a proposal asks for. Refuses words that tell who has asked. */
export async function draftProposed(
  tx: Tx,
  actor: Actor,
  now: Date,
  request: Request,
  { type, title, text }: ProposePublication,
): Promise<string> {
  await tellNobody(tx, request, title, 'title', refusals.proposalTellsApplicant)
  await tellNobody(tx, request, text, 'text', refusals.proposalTellsApplicant)
  const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== '')
  const content = paragraphs.map((line) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text: line.trim() }],
  }))
  const { recordId } = await proposedRecords
    .get()
    .draft(tx, actor, now, { type, title, text: { type: 'doc', content } })
  return recordId
}

/** What was proposed of a request, each with what has become of it. */
export async function showProposals(
  tx: Tx,
  organId: number,
  { proposals }: Pick<RequestHistory, 'proposals'>,
): Promise<ProposalView[]> {
  const shown: ProposalView[] = []
  for (const { title, ground, recordId } of proposals) {
    const state = await proposedRecords.get().findState(tx, organId, recordId)
    const record = state ? { edition: state.edition, label: state.label } : null
    shown.push({ title, ground: groundOfProposal(ground), recordId, record })
  }
  return shown
}
