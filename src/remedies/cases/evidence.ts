import { record } from '../../audit/record.ts'
import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { bundleOf } from '../../files/bundle/bundle.ts'
import { getFile } from '../../files/store.ts'
import { joinedPiece } from '../../joined-list.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { refusals } from '../../refusal.ts'
import { stepMatter } from './matter.ts'
import { whyNot } from './steps.ts'
import type { FoundCase, RemedyFile } from './store/cases.ts'
import * as store from './store/cases.ts'
import { kindLabels, titleOf } from './told.ts'

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

async function papersOf(tx: Tx, found: FoundCase, requestId: string | null): Promise<Evidence[]> {
  const { organId } = found
  const ofRequest = requestId === null ? [] : await requestPapers.get().list(tx, { organId, id: requestId })
  return [...ofRequest, ...ofCase(found, await store.listFiles(tx, found))]
}

/** The case, for whoever may make its list of evidence; refuses others: the papers say who asks. */
async function findFor(tx: Tx, actor: Actor, id: string) {
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

/**
 * The evidence of a case as it is handed in (复议法 48, 54; 行诉法 67): a list with what each paper proves, the papers by its numbers and
 * their hashes. Refuses a case without a list; who took it is recorded.
 */
export async function makeEvidence(
  db: Database,
  actor: Actor,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const { organId, today } = actor
  return inOrgan(db, organId, async (tx) => {
    const { found, folded } = await findFor(tx, actor, id)
    const { opening, evidence } = folded
    if (evidence.length === 0) throw refusals.noEvidenceListed()
    const known = new Map((await papersOf(tx, found, opening.requestId)).map((paper) => [paper.fileId, paper]))
    const papers = []
    for (const { fileId, proves } of evidence) {
      const paper = known.get(fileId)
      if (!paper) throw refusals.unknownFile()
      const { on, what, name } = paper
      papers.push({ on, what, name, proves, bytes: (await getFile(tx, organId, fileId)).bytes })
    }
    const cover = {
      organ: (await organs.get(tx, organId)).name,
      title: '证据清单',
      facts: [
        ['案号', opening.number],
        ['案件类型', kindLabels[opening.kind]],
        [opening.kind === 'review' ? '复议机关' : '人民法院', opening.body],
        ['提交人', (await organs.get(tx, organId)).name],
        ['编制日期', chineseDate(today)],
      ] as const,
      madeOn: today,
      madeBy: actor.name,
    }
    const { bytes, sums } = bundleOf(cover, papers)
    await record(tx, actor, 'remedy.evidenceTaken', { subject: id, detail: { count: papers.length, hash: sums } })
    return { name: `${opening.number} 证据材料.zip`, bytes }
  })
}
