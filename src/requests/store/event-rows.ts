import { seal, unseal } from '../../db/sealed.ts'
import { type NewEvent, type RequestEvent, readEvent } from '../event.ts'

type Row = Parameters<typeof readEvent>[0]

/** What is known of an event, as the column keeps it: a letter names its addressee, so it is encrypted. */
export function toData(data: NewEvent['data']): string {
  const letter = 'letter' in data ? data.letter : null
  return JSON.stringify(letter ? { ...data, letter: seal(JSON.stringify(letter)) } : data)
}

/** An event as the column keeps it, with its letter in clear. */
export function fromRow(row: Row): RequestEvent {
  const data = row.data as { letter?: unknown }
  return typeof data.letter === 'string'
    ? readEvent({ ...row, data: { ...data, letter: JSON.parse(unseal(data.letter)) } })
    : readEvent(row)
}
