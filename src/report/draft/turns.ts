import type { Calendar } from '../../calendar/calendar.ts'
import { addWorkingDays } from '../../calendar/working-days.ts'
import { officeDayOf, type PlainDate } from '../../days/plain-date.ts'
import { reportDue } from '../../law/report-due.ts'
import type { Organ } from '../../organs/organ.ts'
import { levelInTurn, levelWords } from '../../review/chain.ts'
import { type Turn, turnOf, turnOfLevel } from '../../review/turns/turn.ts'
import { chainOf, type Draft, type DraftRow } from './draft.ts'

/** Whose turn a report is: that of the level in turn, or of whoever began it; once it is public, until it was filed above. */
export function turnsOf(
  { id: subjectId, year }: DraftRow,
  draft: Draft,
  { organ, begunBy, calendar, toFileWith }: TurnMatter,
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
  if (draft.status === 'signed') return [turnOf({ ...about, what: '公布年度报告', dueOn }, begunBy)]
  return draft.status === 'published' && toFileWith
    ? [turnOf({ ...about, what: `向${toFileWith.office}报送年度报告`, dueOn: toFileWith.dueOn }, begunBy)]
    : []
}

interface TurnMatter {
  readonly organ: Pick<Organ, 'kind'>
  readonly begunBy: string | null
  readonly calendar: Calendar
  /** The office above that has not got the report as it stands; null where there is none or it has. */
  readonly toFileWith: { readonly office: string; readonly dueOn: PlainDate } | null
}
