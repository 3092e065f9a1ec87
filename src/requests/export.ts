import type { Calendar } from '../calendar/calendar.ts'
import { loadCalendar } from '../calendar/notices/store.ts'
import type { Tx } from '../db/database.ts'
import { type ExportedList, exportList, type LineColumn, type ListExport } from '../lists/export-list.ts'
import { type Exported, mostExported } from '../lists/wanted.ts'
import type { Actor } from '../organs/actor.ts'
import { applicantKindLabel } from './applicant/applicant-kind.ts'
import { answerClock } from './clock.ts'
import { foldHistory, type RequestHistory } from './history.ts'
import { maskApplicant } from './masked.ts'
import { channelOf } from './request-channel.ts'
import { statusLabel } from './request-status.ts'
import { answerServedWords } from './service/service-words.ts'
import { outcomeLabel } from './show.ts'
import { findWanted, waiterOf } from './show-list.ts'
import { type LetterNumber, listLetterNumbers } from './store/letters.ts'
import type { ListedRequest } from './store/lists.ts'
import { eventsOfAll } from './store/requests.ts'
import type { WantedRequests } from './wanted.ts'

interface Line extends ListedRequest {
  readonly history: RequestHistory
  readonly letters: readonly LetterNumber[]
  readonly usedDays: number | null
}

const columns: readonly LineColumn<Line>[] = [
  { label: '申请编号', of: ({ request }) => request.number },
  { label: '到达日期', of: ({ request }) => request.arrivedOn },
  { label: '收到申请之日', of: ({ history }) => history.receivedOn },
  { label: '渠道', of: ({ request }) => channelOf(request.channel).label },
  { label: '申请人', of: ({ applicant }) => (applicant ? maskApplicant(applicant).name : '') },
  { label: '申请人类别', of: ({ request }) => applicantKindLabel(request.applicantKind) },
  { label: '申请内容', of: ({ request }) => request.summary },
  { label: '状态', of: ({ request }) => statusLabel(request.status) },
  { label: '承办科室', of: ({ unitName }) => unitName },
  { label: '承办人', of: ({ handlerName }) => handlerName },
  { label: '轮到谁', of: ({ turns }) => turns.map((turn) => `${waiterOf(turn)}（${turn.what}）`).join('；') },
  { label: '办理期限', of: ({ request }) => request.dueOn },
  { label: '已用工作日', of: ({ usedDays }) => usedDays },
  { label: '办理结果', of: ({ request }) => outcomeLabel(request.outcome) },
  { label: '办结日期', of: ({ request }) => request.concludedOn },
  { label: '答复之日', of: ({ history }) => (history.conclusion?.letterNumber ? history.conclusion.on : null) },
  { label: '答复怎样送达', of: ({ history }) => answerServedWords(history) },
  { label: '文书文号', of: ({ letters }) => letters.map(({ number }) => number).join('；') },
]

const atOnce = 500

const list: ListExport<Line> = {
  action: 'request.exported',
  title: '依申请公开台账',
  sheet: '依申请公开',
  unit: '件',
  columns,
}

/** The requests that the list shows, as a file; names stay masked, and nothing that was typed of a step is in it (decision 0040). */
export const exportRequests = (tx: Tx, actor: Actor, wanted: WantedRequests & Exported): Promise<ExportedList> =>
  exportList(tx, actor, list, wanted, async (part) => {
    const { listed, total } = await findWanted(tx, actor, wanted, part)
    const calendar = await loadCalendar(tx)
    const items: Line[] = []
    // What is too much is refused, and not read before.
    for (let at = 0; at < listed.length && total <= mostExported; at += atOnce)
      items.push(...(await linesOf(tx, actor, calendar, listed.slice(at, at + atOnce))))
    return { items, total }
  })

async function linesOf(
  tx: Tx,
  { organId, today }: Actor,
  calendar: Calendar,
  listed: readonly ListedRequest[],
): Promise<Line[]> {
  const ids = listed.map(({ request }) => request.id)
  const events = await eventsOfAll(tx, organId, ids)
  const letters = await listLetterNumbers(tx, organId, ids)
  return listed.map((each) => {
    const facts = events.get(each.request.id) ?? []
    const history = foldHistory(facts)
    return {
      ...each,
      history,
      letters: letters.filter(({ requestId }) => requestId === each.request.id),
      usedDays: answerClock(calendar, history, today)?.usedDays ?? null,
    }
  })
}
