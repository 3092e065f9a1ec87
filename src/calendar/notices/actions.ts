import { record as audit } from '../../audit/record.ts'
import { daysBetween, yearOf } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { enterOrgan } from '../../db/organ.ts'
import { holidayNotices } from '../../law/holiday-notices.ts'
import { type Actor, systemActor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import * as organs from '../../organs/store.ts'
import { refusals } from '../../refusal.ts'
import type { Calendar } from '../calendar.ts'
import { onCalendar } from './follower.ts'
import type { MovedDay } from './moved-day.ts'
import { calendarWith, HolidayNotice, listNotices, loadCalendar, lockNotices, saveNotice } from './store.ts'

export interface NoticeEffect {
  readonly organ: string
  readonly moved: readonly MovedDay[]
}

/** No notice has given more than nine days on end; twice as many are a slip of the pen. */
const mostHolidayDays = 18

/**
 * Whether an organ takes in the notice for all: the government of the site; where there is none, an organ that stands under
 * no other.
 */
export function takesInNotices({ kind, parentId }: Organ, all: readonly Organ[]): boolean {
  const isHead = (organ: Organ) => organ.kind === 'government' && organ.parentId === null
  return parentId === null && (kind === 'government' || !all.some(isHead))
}

/** The calendar with the notice beside those that stand; refuses days that make no sense. */
async function calendarAfter(tx: Tx, notice: HolidayNotice): Promise<Calendar> {
  const days = notice.holidays.flatMap(({ from, to, makeUpDays }) => [from, to, ...makeUpDays])
  const stray = days.find((day) => Math.abs(yearOf(day) - notice.year) > 1)
  if (stray) throw refusals.wrongNotice(`${stray}不在${notice.year}年前后，请核对年份`)
  const long = notice.holidays.find(({ from, to }) => daysBetween(from, to) >= mostHolidayDays)
  if (long) throw refusals.wrongNotice(`“${long.name}”超过${mostHolidayDays}天，请核对起止日期`)
  const others = (await listNotices(tx)).filter(({ year }) => year !== notice.year)
  try {
    return calendarWith([...others, notice])
  } catch (error) {
    throw refusals.wrongNotice(error instanceof RangeError ? error.message : '放假日期有误')
  }
}

const reasonOf = ({ title, number }: HolidayNotice): string => `${title}（${number}）`

/** Which days of the actor's organ a notice would move. Nothing is written. */
export async function previewNotice(tx: Tx, actor: Actor, notice: HolidayNotice): Promise<MovedDay[]> {
  const next = await calendarAfter(tx, notice)
  const change = { now: await loadCalendar(tx), next, year: notice.year, reason: reasonOf(notice) }
  const moved: MovedDay[] = []
  for (const { listMoved } of onCalendar.all()) moved.push(...(await listMoved(tx, actor, change)))
  return moved
}

/**
 * Takes in a yearly holiday notice for every organ: whatever stores a day follows it. The log of every organ says what moved
 * and by which notice. Returns what moves, by organ. The transaction works for the last organ when it is done.
 */
export async function importNotice(tx: Tx, actor: Actor, notice: HolidayNotice): Promise<NoticeEffect[]> {
  // Of two at the same time the second finds the first one's days moved.
  await lockNotices(tx)
  const now = await loadCalendar(tx)
  const next = await calendarAfter(tx, notice)
  const all = fromTheTop(await organs.list(tx))
  const [first] = all
  if (!first) throw refusals.noOrgan()
  // Everybody's, and written down in the log of the first.
  await enterOrgan(tx, first.id)
  await saveNotice(tx, notice)
  const change = { now, next, year: notice.year, reason: reasonOf(notice) }
  const effects: NoticeEffect[] = []
  for (const organ of all) {
    await enterOrgan(tx, organ.id)
    const own = organ.id === actor.organId ? actor : systemActor(organ.id, actor.today)
    const moved: MovedDay[] = []
    for (const { follow } of onCalendar.all()) moved.push(...(await follow(tx, own, change)))
    if (moved.length > 0) effects.push({ organ: organ.name, moved })
    // Every organ's days are counted by it from now on, so each has it in its own log, with who took it in.
    const { title, number, year } = notice
    const count = (kind: MovedDay['of']) => moved.filter((each) => each.of === kind).length
    const detail = { title, number, moved: count('request'), records: count('record'), by: actor.name }
    const taker = actor.kind === 'operator' ? { ...actor, organId: organ.id } : own
    await audit(tx, taker, 'calendar.noticeImported', { subject: `${year}`, detail })
  }
  return effects
}

/** Each organ after the one above it, as a filing enters them: so neither waits for what the other holds. */
function fromTheTop(all: readonly Organ[]): Organ[] {
  const depthOf = ({ parentId }: Organ): number => {
    const above = all.find(({ id }) => id === parentId)
    return above ? 1 + depthOf(above) : 0
  }
  return all.toSorted((a, b) => depthOf(a) - depthOf(b) || a.id - b.id)
}

/** The notices in force, the latest year first, and whether each came with the program or was imported. */
export async function listNoticesInForce(tx: Tx): Promise<(HolidayNotice & { readonly imported: boolean })[]> {
  const imported = await listNotices(tx)
  const own = holidayNotices.filter(({ year }) => !imported.some((each) => each.year === year))
  return [
    ...own.map((notice) => ({ ...HolidayNotice.parse(notice), imported: false })),
    ...imported.map((notice) => ({ ...notice, imported: true })),
  ].sort((a, b) => b.year - a.year)
}
