import { record } from '../audit/record.ts'
import { chineseDate, daysBetween, type PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../organs/actor.ts'
import { refusals } from '../refusal.ts'
import { writeXlsx } from '../workbooks/xlsx/write-xlsx.ts'
import { foldHistory } from './history.ts'
import { maskApplicant } from './masked.ts'
import { channelOf } from './request-channel.ts'
import { statusLabel } from './request-status.ts'
import { outcomeLabel } from './show.ts'
import { type ListedRequest, listArrived } from './store/lists.ts'
import { eventsOfAll } from './store/requests.ts'

const longestSpan = 5 * 366
const headers = [
  '申请编号',
  '到达日期',
  '收到申请之日',
  '渠道',
  '申请人',
  '申请内容',
  '状态',
  '办理期限',
  '办理结果',
  '办结日期',
]

/** The requests that arrived between two days as a workbook, names masked. Refuses spans of more than five years. */
export async function exportRequests(
  tx: Tx,
  actor: Actor,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<{ name: string; bytes: Uint8Array }> {
  if (to < from || daysBetween(from, to) > longestSpan) throw refusals.spanTooLong()
  const listed = await listArrived(tx, actor.organId, from, to)
  const unconfirmed = await takenBackUnconfirmed(tx, actor.organId, listed)
  const rows = listed.map(({ request, applicant }) => [
    request.number,
    request.arrivedOn,
    unconfirmed.has(request.id) ? '' : (request.receivedOn ?? ''),
    channelOf(request.channel).label,
    applicant ? maskApplicant(applicant).name : '',
    request.summary,
    statusLabel(request.status),
    request.dueOn ?? '',
    outcomeLabel(request.outcome) ?? '',
    request.concludedOn ?? '',
  ])
  await record(tx, actor, 'request.exported', { detail: { from, to, count: rows.length } })
  // Every cell is a typed string: a spreadsheet computes none of them.
  const bytes = await writeXlsx({ sheets: [{ name: '依申请公开', rows: [headers, ...rows] }] })
  return { name: `依申请公开台账（${chineseDate(from)}至${chineseDate(to)}）.xlsx`, bytes }
}

/** Those that were withdrawn before their receipt was confirmed: their rows keep a day from which they count only. */
async function takenBackUnconfirmed(tx: Tx, organId: number, listed: readonly ListedRequest[]): Promise<Set<string>> {
  const ids = listed.flatMap(({ request: { id, outcome, receivedOn, concludedOn } }) =>
    outcome === 'withdrawn' && receivedOn === concludedOn ? [id] : [],
  )
  const events = await eventsOfAll(tx, organId, ids)
  return new Set(ids.filter((id) => foldHistory(events.get(id) ?? []).receivedOn === null))
}
