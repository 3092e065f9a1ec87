import { lastReckoned } from '../calendar/working-days.ts'
import { chineseDate, isPlainDate, type PlainDate, plainDate } from '../days/plain-date.ts'
import { refusals } from '../refusal.ts'
import type { Content } from './content.ts'
import { recordTypeOf } from './record-type.ts'

/** Older papers are for the archives; a year typed wrong is not taken for one. */
const firstDay = plainDate('1900-01-01')

/** Every day of a content with its place on the form. */
function daysOf({ act, madeOn, effectiveFrom, validUntil, type, fields }: Content): [field: string, day: string][] {
  const acted = act.kind === 'correct' ? act.changedOn : act.kind === 'repeal' ? act.on : null
  const own = recordTypeOf(type).fields.flatMap(({ id }): [string, string][] => {
    const value = fields[id]
    return value !== undefined && isPlainDate(value) ? [[`content.fields.${id}`, value]] : []
  })
  const known: [string, PlainDate | null | undefined][] = [
    ['content.madeOn', madeOn],
    ['content.effectiveFrom', effectiveFrom],
    ['content.validUntil', validUntil],
    [act.kind === 'correct' ? 'content.act.changedOn' : 'content.act.on', acted],
  ]
  return [...known.flatMap(([field, day]): [string, string][] => (day ? [[field, day]] : [])), ...own]
}

/** Refuses, at its field, a day from which nothing can be reckoned: it is a slip of the hand. */
export function refuseFarDays(content: Content): void {
  for (const [field, day] of daysOf(content)) {
    if (day < firstDay) throw refusals.tooFarBack(field, chineseDate(firstDay))
    if (day > lastReckoned) throw refusals.notBeyondCalendar(field, chineseDate(lastReckoned))
  }
}
