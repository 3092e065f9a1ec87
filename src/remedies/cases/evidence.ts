import type { PlainDate } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { lookInOrgan } from '../../db/organ.ts'
import { joinedPiece } from '../../joined-list.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { stepMatter } from './matter.ts'
import { whyNot } from './steps.ts'
import type { FoundCase, RemedyFile } from './store/cases.ts'
import * as store from './store/cases.ts'
import { titleOf } from './told.ts'

/** A paper that may be given as evidence. */
export interface Evidence {
  readonly fileId: string
  readonly on: PlainDate
  readonly what: string
  readonly name: string
  /** What it usually proves; empty where nothing is usual. */
  readonly proves: string
}

interface RequestPapers {
  /** Outside of any transaction: letters that have no file yet are typeset. */
  readonly prepare: (db: Database, key: { readonly organId: number; readonly id: string }) => Promise<void>
  readonly list: (tx: Tx, key: { readonly organId: number; readonly id: string }) => Promise<readonly Evidence[]>
}

/** The papers of the request that a case is about. */
export const requestPapers = joinedPiece<RequestPapers>('requestPapers')

/** Papers of the case itself, by what they came with. */
const ofCase = ({ events }: FoundCase, files: readonly RemedyFile[]): Evidence[] =>
  files.flatMap(({ id, name, seq }) => {
    const event = events.find((each) => each.seq === seq)
    return event ? [{ fileId: id, on: event.happenedOn, what: titleOf(event), name, proves: '' }] : []
  })

/** Every paper that may be given, by a case that was found. */
export async function papersOf(tx: Tx, found: FoundCase, requestId: string | null): Promise<Evidence[]> {
  const { organId } = found
  const ofRequest = requestId === null ? [] : await requestPapers.get().list(tx, { organId, id: requestId })
  return [...ofRequest, ...ofCase(found, await store.listFiles(tx, found))]
}

/** The case, for whoever may make its list of evidence; refuses others: the papers say who asks. */
export async function findFor(tx: Tx, actor: Actor, id: string) {
  const found = await store.get(tx, actor.organId, id)
  const matter = await stepMatter(tx, actor, found)
  const refusal = whyNot('listEvidence', matter)
  if (refusal) throw refusal
  return { found, folded: matter.folded }
}

/** Every paper that may be given as evidence in a case: those of the request it is about, and its own. */
export async function listPapers(db: Database, actor: Actor, id: string): Promise<Evidence[]> {
  const { organId } = actor
  const requestId = await lookInOrgan(
    db,
    organId,
    async (tx) => (await findFor(tx, actor, id)).folded.opening.requestId,
  )
  if (requestId !== null) await requestPapers.get().prepare(db, { organId, id: requestId })
  return lookInOrgan(db, organId, async (tx) => {
    const { found } = await findFor(tx, actor, id)
    return papersOf(tx, found, requestId)
  })
}

/** Refuses a list with a file that belongs neither to the request nor to the case. */
export async function refuseForeign(tx: Tx, found: FoundCase, requestId: string | null, ids: readonly string[]) {
  const known = new Set((await papersOf(tx, found, requestId)).map(({ fileId }) => fileId))
  if (!ids.every((id) => known.has(id))) throw refusals.unknownFile()
}
