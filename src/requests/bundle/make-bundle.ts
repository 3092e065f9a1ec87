import { record } from '../../audit/record.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { getFile } from '../../files/store.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { findFor } from '../actions/open-personal.ts'
import { lastDayToAnswer } from '../clock.ts'
import { filePurposeLabel } from '../file-purposes.ts'
import { foldHistory, type RequestHistory } from '../history.ts'
import { setLetter } from '../letter-files.ts'
import { letterKinds } from '../letters/letter.ts'
import { requestChannels } from '../request-channel.ts'
import { attemptWords } from '../service/service-words.ts'
import { outcomeLabel } from '../show.ts'
import { listFiles } from '../store/files.ts'
import { type KeptLetter, listLetters } from '../store/letters.ts'
import { getApplicant, type RequestWithEvents } from '../store/requests.ts'
import { bundleOf, type Paper } from './bundle.ts'
import type { Cover } from './catalogue.tsx'

/**
 * The papers of a request as one bundle, for the archive or as evidence (复议法 48, 54; 行诉法 67: the organ has few days): what came
 * in, what was sent and what proves it, in the order in which it happened. What was only thought of giving stays out. Refuses whoever may not
 * know who asks; who took it, and the hash of its list, are recorded.
 */
export async function makeBundle(
  db: Database,
  actor: Actor,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const { organId } = actor
  const key = { organId, id }
  await lookInOrgan(db, organId, (tx) => findFor(tx, actor, id))
  const unset = (await lookInOrgan(db, organId, (tx) => listLetters(tx, key))).filter(({ files }) => files === null)
  for (const { seq } of unset) await setLetter(db, key, seq)
  return inOrgan(db, organId, async (tx) => {
    const found = await findFor(tx, actor, id)
    const cover = await coverOf(tx, actor, found)
    const papers = await papersOf(tx, found)
    const { bytes, sums } = bundleOf(cover, papers)
    await record(tx, actor, 'request.bundled', { subject: id, detail: { count: papers.length, hash: sums } })
    return { name: `${found.request.number} 案卷.zip`, bytes }
  })
}

async function coverOf(tx: Tx, actor: Actor, { request, events }: RequestWithEvents): Promise<Cover> {
  const history = foldHistory(events)
  const { receivedOn, conclusion } = history
  const due = lastDayToAnswer(await loadCalendar(tx), history, actor.today) ?? null
  const isOwn = request.origin === 'live'
  const day = (label: string, on: PlainDate | null): [string, string][] => (on ? [[label, chineseDate(on)]] : [])
  return {
    organ: (await organs.get(tx, actor.organId)).name,
    number: request.number,
    facts: [
      ...(isOwn ? [['申请人', (await getApplicant(tx, actor.organId, request.id)).name] as const] : []),
      ['来件渠道', requestChannels.find((each) => each.id === request.channel)?.label ?? request.channel],
      ...day('来件日期', request.arrivedOn),
      ...day('收到申请之日', receivedOn),
      ['申请内容', request.summary ?? ''],
      ...day('答复期限', due),
      ...day('办结日期', conclusion?.on ?? null),
      ['办理结果', outcomeLabel(conclusion?.outcome ?? null) ?? '办理中'],
      ...servedFacts(history),
    ],
    madeOn: actor.today,
    madeBy: actor.name,
  }
}

/** How the answer was served, each attempt with what became of it. */
const servedFacts = ({ service, conclusion }: RequestHistory): [string, string][] => {
  const attempts = service.find(({ of }) => of === conclusion?.by)?.attempts ?? []
  return attempts.length > 0 ? [['答复的送达', attempts.map(attemptWords).join('\n')]] : []
}

/** What the papers of each event of service prove, by the event. */
function proofsOf(service: RequestHistory['service'], letters: readonly KeptLetter[]): Map<number, string> {
  return new Map(
    service.flatMap(({ of, attempts }) => {
      const number = letters.find(({ seq }) => seq === of)?.number ?? ''
      return attempts.flatMap(({ toldBy }) => toldBy.map((seq) => [seq, `送达凭证（${number}）`] as const))
    }),
  )
}

async function papersOf(tx: Tx, { request, events }: RequestWithEvents): Promise<Paper[]> {
  const key = { organId: request.organId, id: request.id }
  const letters = new Map((await listLetters(tx, key)).map((letter) => [letter.files?.pdfFileId, letter]))
  const given = (await listFiles(tx, key)).filter(
    ({ id, purpose }) => purpose !== 'formerAnswer' && (purpose !== 'letter' || letters.has(id)),
  )
  const proofs = proofsOf(foldHistory(events).service, [...letters.values()])
  const papers: Paper[] = []
  for (const { id, name, purpose, seq } of given) {
    const letter = letters.get(id)
    const kind = letterKinds.find((each) => each.id === letter?.kind)?.label
    papers.push({
      on: letter?.issuedOn ?? events.find((event) => event.seq === seq)?.happenedOn ?? request.arrivedOn,
      what: letter ? `${kind ?? '文书'}（${letter.number}）` : (proofs.get(seq) ?? filePurposeLabel(purpose)),
      name,
      bytes: (await getFile(tx, request.organId, id)).bytes,
    })
  }
  return papers
}
