import type { Calendar } from '../../calendar/calendar.ts'
import { addWorkingDays } from '../../calendar/working-days.ts'
import { officeDayOf, type PlainDate } from '../../days/plain-date.ts'
import { type Turn, turnOfRoles } from '../../review/turns/turn.ts'
import type { Filer } from './filer.ts'
import type { Filing } from './filing.ts'
import type { OpenFiling } from './store/filings.ts'

/** In so many working days the office looks at what was filed: its own pace, no law's. */
const officeDays = 5

/** Whose turn a filing is in the office: that of its work body, once something has come in. */
export function officeTurns(
  { id: subjectId, year }: Pick<OpenFiling, 'id' | 'year'>,
  filing: Filing,
  { filer, calendar, workBodyId }: { filer: Filer; calendar: Calendar; workBodyId: string | null },
): Turn[] {
  const came = filing.status === 'received' ? filing.received : filing.status === 'filed' ? filing.filed : null
  if (!came) return []
  const since = officeDayOf(came.at)
  const what = filing.status === 'received' ? '核对收到的年度报告' : '审核报送的年度报告'
  const title = `${filer.name}${year}年度报告`
  const dueOn = addWorkingDays(calendar, since, officeDays)
  return [
    turnOfRoles({ kind: 'filing', subjectId, part: year, what, title, since, dueOn }, ['clerk', 'ogiHead'], {
      unitId: workBodyId,
    }),
  ]
}

/** Whose turn it is in the organ that files: that of its work body, when something was sent back or is asked for. */
export function filerTurns(
  { id: subjectId, year }: Pick<OpenFiling, 'id' | 'year'>,
  filing: Filing,
  { office, dueOn, workBodyId }: { office: string; dueOn: PlainDate; workBodyId: string | null },
): Turn[] {
  const about = { kind: 'report' as const, subjectId, part: year, title: `${year}年政府信息公开工作年度报告` }
  const asked = (what: string, at: string, until: PlainDate | null = dueOn) =>
    turnOfRoles({ ...about, what, since: officeDayOf(at), dueOn: until }, ['clerk'], { unitId: workBodyId })
  if (filing.status === 'returned' && filing.returned)
    return [asked(`修改${office}退回的年度报告`, filing.returned.at, null)]
  if ((filing.status === 'expected' || filing.status === 'withdrawn') && filing.remindedAt)
    return [asked(`向${office}报送年度报告（催报）`, filing.remindedAt)]
  return []
}
