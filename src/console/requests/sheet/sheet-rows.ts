import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { eventsOf, type RequestEvent } from '../../../requests/event.ts'
import { levelLabel } from '../../../review/level.ts'

/** A line of a sheet of the file: what it is, and what is said of it. */
export type SheetFact = readonly [name: string, words: string]

/** What stands on the cover of the file; lines that are filled in by hand are empty. */
export function coverFacts(view: CaseView): SheetFact[] {
  const { number, summary, applicant, receivedOn, concludedOn, outcomeLabel, unitName, handlerName } = view
  const { letters, files, work } = view
  return [
    ['案卷题名', `关于“${summary}”的政府信息公开申请`],
    ['申请编号', number],
    ['申请人', applicant.name],
    ['收到申请之日', receivedOn ? chineseDate(receivedOn) : '未确认'],
    ['办结日期', concludedOn ? chineseDate(concludedOn) : '尚未办结'],
    ['办理结果', outcomeLabel ?? '尚未办结'],
    ['文书文号', letters.map((letter) => letter.number).join('、') || '无'],
    ['承办', [unitName, handlerName].filter(Boolean).join(' ') || '未分办'],
    ['关联的申请', work.links.map((link) => link.number).join('、') || '无'],
    ['材料', `文书${letters.length}份，其他材料${files.length}份`],
    ['保管期限', ''],
    ['归档人、归档日期', ''],
  ]
}

/** An opinion on the way to the answer, as the approval sheet shows it. */
export interface SheetRow {
  readonly key: string
  readonly label: string
  readonly words: string
  /** Null where nobody has had their say. */
  readonly by: string | null
  readonly on: string
}

const row = (key: string, label: string, words: string, by: string | null = null, on = ''): SheetRow => ({
  key,
  label,
  words,
  by,
  on,
})

const ofEvent = (key: string, label: string, words: string, event: RequestEvent | undefined): SheetRow =>
  row(key, label, words, event ? event.actor.name || '系统' : null, event ? chineseDate(event.happenedOn) : '')

/** With a letter it is sent; without one it ends, as where the applicant takes it back. */
function endOf({ events, outcomeLabel }: CaseView): SheetRow {
  const [ended] = eventsOf(events, 'concluded')
  const number = ended?.data.letterNumber
  if (ended && !number) return ofEvent('sent', '办结', outcomeLabel ?? '', ended)
  return ofEvent('sent', '发出答复', number ?? '', ended)
}

/** Who proposed the answer, who gave an opinion on it, who signed it and who sent it, in this order. */
export function approvalRows(view: CaseView): SheetRow[] {
  const { events, draft, approvals, work } = view
  const drafted = events.findLast(({ kind }) => kind === 'answerDrafted')
  return [
    ...work.coHandlings.flatMap(({ seq, unitName, answer }) =>
      answer ? [row(`asked ${seq}`, `${unitName}协办意见`, answer.opinion, answer.by, chineseDate(answer.on))] : [],
    ),
    ofEvent('drafted', '拟稿', draft ? `拟答复：${draft.outcomeLabel}` : '', draft ? drafted : undefined),
    ...approvals.map(({ id, level, label, approved }) =>
      row(
        `level ${level}`,
        `${levelLabel(id)}（${label}）`,
        approved ? approved.opinion || '同意' : '',
        approved?.by ?? null,
        approved ? chineseDate(approved.on) : '',
      ),
    ),
    endOf(view),
  ]
}
