import { record } from '../../audit/record.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { bundleOf } from '../../files/bundle/bundle.ts'
import type { Cover } from '../../files/bundle/catalogue.tsx'
import { getFile } from '../../files/store.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { findFor } from '../actions/open-personal.ts'
import { lastDayToAnswer } from '../clock.ts'
import { foldHistory, type RequestHistory } from '../history.ts'
import type { Round } from '../reanswer/fold-rounds.ts'
import { groundLabel } from '../reanswer/order.ts'
import { requestChannels } from '../request-channel.ts'
import { attemptWords } from '../service/service-words.ts'
import { outcomeLabel } from '../show.ts'
import { getApplicant, type RequestWithEvents } from '../store/requests.ts'
import { papersOf } from './papers.ts'
import { setLetters } from './set-letters.ts'

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
  await lookInOrgan(db, organId, (tx) => findFor(tx, actor, id))
  await setLetters(db, { organId, id })
  return inOrgan(db, organId, async (tx) => {
    const found = await findFor(tx, actor, id)
    const cover = await coverOf(tx, actor, found)
    const papers = []
    for (const { fileId, on, what, name } of await papersOf(tx, found))
      papers.push({ on, what, name, bytes: (await getFile(tx, organId, fileId)).bytes })
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
    title: '政府信息公开申请案卷目录',
    facts: [
      ['申请编号', request.number],
      ...(isOwn ? [['申请人', (await getApplicant(tx, actor.organId, request.id)).name] as const] : []),
      ['来件渠道', requestChannels.find((each) => each.id === request.channel)?.label ?? request.channel],
      ...day('来件日期', request.arrivedOn),
      ...day('收到申请之日', receivedOn),
      ['申请内容', request.summary ?? ''],
      ...day('答复期限', due),
      ...day('办结日期', conclusion?.on ?? null),
      ['办理结果', outcomeLabel(conclusion?.outcome ?? null) ?? '办理中'],
      ...history.rounds.map(roundWords),
      ...servedFacts(history),
    ],
    madeOn: actor.today,
    madeBy: actor.name,
  }
}

const roundWords = ({ order, orderedOn, answer }: Round): [string, string] => [
  `第${order.round}次重新答复`,
  [
    `${chineseDate(orderedOn)}${order.body}${groundLabel(order.ground)}`,
    order.documentNumber,
    answer ? `${chineseDate(answer.on)}答复：${outcomeLabel(answer.outcome) ?? ''}` : '尚未答复',
    answer?.letterNumber,
  ]
    .filter(Boolean)
    .join('，'),
]

/** How the answer was served, each attempt with what became of it. */
const servedFacts = ({ service, conclusion }: RequestHistory): [string, string][] => {
  const attempts = service.find(({ of }) => of === conclusion?.by)?.attempts ?? []
  return attempts.length > 0 ? [['答复的送达', attempts.map(attemptWords).join('\n')]] : []
}
