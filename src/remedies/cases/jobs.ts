import { loadCalendar } from '../../calendar/notices/store.ts'
import { signedWorkingDays } from '../../calendar/working-days.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { eachInTurn } from '../../faults/each-in-turn.ts'
import type { OrganJob } from '../../jobs/organ-job.ts'
import { systemActor } from '../../organs/actor.ts'
import { remindOfTurn } from '../../review/turns/actions.ts'
import { addTo } from './actions.ts'
import { foldCase } from './case.ts'
import { limitsOf, openLimits, ownLimits } from './limits.ts'
import { refold } from './refold.ts'
import * as store from './store/cases.ts'
import { turnsOf } from './turns.ts'

/** So many working days before something is due the first reminder leaves; whatever waits is told of on its last day besides. */
const aheadDays = 3

/** Reminds of what is due in a case: once when it comes near, once when it is late, however often it runs. Returns how many. */
export async function remindOfRemedies(db: Database, organId: number, today: PlainDate): Promise<number> {
  const open = await lookInOrgan(db, organId, (tx) => store.listOpen(tx, organId))
  let reminded = 0
  await eachInTurn(
    open,
    async (each) => {
      reminded += await inOrgan(db, organId, (tx) => remindOne(tx, organId, each, today))
    },
    'of some reconsiderations and suits nobody could be reminded',
  )
  return reminded
}

interface OpenCase {
  readonly id: string
  readonly dueOn: PlainDate | null
}

async function remindOne(tx: Tx, organId: number, { id, dueOn: stands }: OpenCase, today: PlainDate): Promise<number> {
  const found = await store.getForChange(tx, organId, id)
  const calendar = await loadCalendar(tx)
  const folded = foldCase(found.events)
  const limits = limitsOf(folded, calendar, today)
  const waiting = ownLimits(limits)
  const due = waiting.flatMap(({ what, dueOn }) => {
    const stage = today > dueOn ? 'late' : 'soon'
    const isFar = stage === 'soon' && signedWorkingDays(calendar, today, dueOn) > aheadDays
    const isTold = folded.reminded.some((each) => each.what === what && each.dueOn === dueOn && each.stage === stage)
    return isFar || isTold ? [] : [{ what, dueOn, stage } as const]
  })
  if (due.length === 0) {
    // A day that has passed may have ended something, a hearing above all.
    if ((openLimits(limits)[0]?.dueOn ?? null) !== stands) await refold(tx, found, today)
    return 0
  }
  const added = due.map((data) => ({ kind: 'reminded' as const, happenedOn: today, data }))
  await addTo(tx, systemActor(organId, today), found, added, [])
  for (const turn of turnsOf(id, folded, found.events, limits)) {
    const told = due.find(({ what }) => what === turn.what)
    if (told)
      await remindOfTurn(tx, organId, turn, today, told.stage === 'late' ? { why: 'late' } : { ahead: aheadDays })
  }
  return due.length
}

export const remedyJobs: readonly OrganJob[] = [
  {
    name: 'remind-remedies',
    title: '提醒复议诉讼中快到期和已逾期的事项',
    cron: '15 7 * * *',
    atStart: true,
    run: async (db, organId, today) => void (await remindOfRemedies(db, organId, today)),
  },
]
