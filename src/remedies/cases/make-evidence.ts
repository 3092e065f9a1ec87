import { record } from '../../audit/record.ts'
import { chineseDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { bundleOf } from '../../files/bundle/bundle.ts'
import { getFile } from '../../files/store.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { refusals } from '../../refusal.ts'
import { findFor, papersOf } from './evidence.ts'
import { kindLabels } from './told.ts'

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
