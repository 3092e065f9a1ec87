import type { Calendar } from '../../calendar/calendar.ts'
import { addWorkingDays } from '../../calendar/working-days.ts'
import { officeDayOf } from '../../days/plain-date.ts'
import { reportDue } from '../../law/report-due.ts'
import type { Organ } from '../../organs/organ.ts'
import { levelInTurn, levelWords } from '../../review/chain.ts'
import { type Turn, turnOf, turnOfLevel } from '../../review/turns/turn.ts'
import { chainOf, type Draft, type DraftRow } from './draft.ts'

/** Whose turn a report is: that of the level in turn, or of whoever began it. */
export function turnsOf(
  { id: subjectId, year }: DraftRow,
  draft: Draft,
  { organ, begunBy, calendar }: { organ: Pick<Organ, 'kind'>; begunBy: string | null; calendar: Calendar },
): Turn[] {
  if (draft.stepBegan === null) return []
  const since = officeDayOf(draft.stepBegan)
  const about = { kind: 'report' as const, subjectId, part: year, title: `${year}年政府信息公开工作年度报告`, since }
  const chain = chainOf(draft)
  const level = levelInTurn(chain)
  if (level && draft.status === 'reviewing') {
    const dueOn = addWorkingDays(calendar, since, level.days)
    return [turnOfLevel({ ...about, what: `审核年度报告：${levelWords(level)}`, dueOn }, chain, level)]
  }
  if (begunBy === null) return []
  const dueOn = reportDue(organ.kind, year)?.on ?? null
  if (draft.status === 'drafting') {
    const what = draft.sentBack ? '修改退回的年度报告' : '编制年度报告'
    return [turnOf({ ...about, what, dueOn }, begunBy)]
  }
  return draft.status === 'signed' ? [turnOf({ ...about, what: '公布年度报告', dueOn }, begunBy)] : []
}
