import type { Calendar } from '../../calendar/calendar.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { setTurns } from '../../review/turns/actions.ts'
import { foldCase } from './case.ts'
import { limitsOf } from './limits.ts'
import { rowOf } from './row.ts'
import type { FoundCase } from './store/cases.ts'
import * as store from './store/cases.ts'
import { turnsOf } from './turns.ts'

/** Writes to the row what the events say, what the report counts, and whose turn it is; by `known` where that calendar is not kept yet. */
export async function refold(tx: Tx, found: FoundCase, today: PlainDate, known?: Calendar): Promise<void> {
  const calendar = known ?? (await loadCalendar(tx))
  const folded = foldCase(found.events)
  const { row, counted } = rowOf(folded, calendar, today)
  await store.save(tx, found, row, counted)
  const turns = turnsOf(found.id, folded, found.events, limitsOf(folded, calendar, today))
  await setTurns(tx, { organId: found.organId, subjectId: found.id, kinds: ['remedy'], turns }, today, found.events)
}
