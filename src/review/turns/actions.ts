import type { Calendar } from '../../calendar/calendar.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { addWorkingDays, signedWorkingDays } from '../../calendar/working-days.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { eachInTurn } from '../../faults/each-in-turn.ts'
import { type NewMail, queueMail } from '../../mail/outbox.ts'
import type { Actor } from '../../organs/actor.ts'
import { Refusal } from '../../refusal.ts'
import { listDuties } from './duties.ts'
import * as store from './store.ts'
import { type OwnTurn, pathOf, type Turn, type TurnKind } from './turn.ts'
import { turnMail } from './turn-mail.ts'

/** What waits in a case from now on. */
export interface Waiting {
  readonly organId: number
  readonly subjectId: string
  /** The kinds that the room speaks of: others of the same case stay. */
  readonly kinds: readonly TurnKind[]
  /** Of the case only this part. */
  readonly part?: number
  readonly turns: readonly Turn[]
}

/** The last of what has happened in a case: by whom, and in which place. */
type History = readonly { readonly seq: number; readonly actor: { readonly id: string | null } }[]

/**
 * Says whose turn it is from now on, in the transaction of what changed it, and tells those whose turn has just come, but for
 * whoever changed it.
 */
export async function setTurns(
  tx: Tx,
  { turns, ...subject }: Waiting,
  today: PlainDate,
  history: History,
): Promise<void> {
  const { organId } = subject
  const last = history.at(-1)
  for (const turn of await store.replaceTurns(tx, subject, turns))
    for (const to of await store.addressesOf(tx, organId, turn, today, last?.actor.id ?? null))
      await tell(tx, organId, { to, ...turnMail(turn, 'came', last?.seq ?? 0) })
}

/** One person whose address is none keeps nobody from acting, and no other from hearing of it. */
async function tell(tx: Tx, organId: number, mail: NewMail): Promise<void> {
  await queueMail(tx, organId, mail).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}

/** The same, telling nobody: of cases that had waited before. */
export const restoreTurns = async (tx: Tx, { turns, ...subject }: Waiting): Promise<void> =>
  void (await store.replaceTurns(tx, subject, turns))

/** The same for one after the other, each in a transaction of its own. */
export const restoreEach = <Case>(
  db: Database,
  organId: number,
  cases: readonly Case[],
  waitingOf: (tx: Tx, each: Case) => Promise<Waiting>,
): Promise<void> =>
  eachInTurn(
    cases,
    (each) => inOrgan(db, organId, async (tx) => restoreTurns(tx, await waitingOf(tx, each))),
    'of some cases it is not known whose turn they are',
  )

const mostShown = 200

const waitedBy = ({ organId, id, roles, unitId }: Actor): store.Waited => ({ organId, id: id ?? '', roles, unitId })

/** 轮到我: whatever waits for the person today, what is due first. */
export async function listOwnTurns(tx: Tx, actor: Actor): Promise<{ items: OwnTurn[]; total: number }> {
  const person = waitedBy(actor)
  const calendar = await loadCalendar(tx)
  const turns = await store.listTurns(tx, person, actor.today, mostShown)
  const duties = await listDuties(tx, actor, calendar)
  const items = [
    ...turns.map(({ kind, subjectId, part, what, title, since, dueOn, standsInFor }) => {
      const path = pathOf({ kind, subjectId, part })
      return { id: `${kind} ${subjectId} ${part}`, what, title, since, dueOn, standsInFor, path }
    }),
    ...duties.map((duty) => ({ ...duty, standsInFor: null })),
  ]
  const count = turns.length < mostShown ? turns.length : await store.countTurns(tx, person, actor.today)
  return {
    items: items.sort(byDay).map((each) => ({ ...each, left: leftOf(calendar, each.dueOn, actor.today) })),
    total: count + duties.length,
  }
}

type Dated = Pick<OwnTurn, 'dueOn' | 'since'>

/** What is due first; what is due on no day stands last. */
const byDay = (a: Dated, b: Dated): number => dayKey(a).localeCompare(dayKey(b))
const dayKey = ({ dueOn, since }: Dated): string => `${dueOn ?? '9999'} ${since}`

const leftOf = (calendar: Calendar, dueOn: PlainDate | null, today: PlainDate): number | null =>
  dueOn && signedWorkingDays(calendar, today, dueOn)

export async function countOwnTurns(tx: Tx, actor: Actor): Promise<number> {
  const turns = await store.countTurns(tx, waitedBy(actor), actor.today)
  return turns + (await listDuties(tx, actor, await loadCalendar(tx))).length
}

/** Reminds by mail of what is due today or on the next working day; of each day once, however often it runs. */
export async function remindOfTurns(db: Database, organId: number, today: PlainDate): Promise<number> {
  return inOrgan(db, organId, async (tx) => {
    const next = addWorkingDays(await loadCalendar(tx), today, 1)
    let told = 0
    for (const turn of await store.listDue(tx, organId, today, next))
      told += await remindOfTurn(tx, organId, turn, today)
    return told
  })
}

/**
 * Reminds by mail whoever could take this turn. Of one due day nobody is told the same twice; `ahead` tells one reminder before that
 * day from another. Returns how many are told.
 */
export async function remindOfTurn(
  tx: Tx,
  organId: number,
  turn: Turn,
  today: PlainDate,
  { why = 'due', ahead = 0 }: { readonly why?: 'due' | 'late'; readonly ahead?: number } = {},
): Promise<number> {
  const addresses = await store.addressesOf(tx, organId, turn, today)
  for (const to of addresses) await tell(tx, organId, { to, ...turnMail(turn, why, ahead) })
  return addresses.length
}
