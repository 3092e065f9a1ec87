import { seal, unseal } from '../../db/sealed.ts'
import { type NewEvent, type RequestEvent, readEvent } from '../event.ts'
import { placeOfEvent } from './places.ts'

type Row = Parameters<typeof readEvent>[0]

interface EventKey {
  readonly organId: number
  readonly requestId: string
  readonly seq: number
}

const placeOf = ({ organId, requestId, seq }: EventKey) => placeOfEvent(organId, requestId, seq)

/** What is known of an event, as the column keeps it: a letter names its addressee, so it is encrypted. */
export function toData(data: NewEvent['data'], key: EventKey): string {
  const letter = 'letter' in data ? data.letter : null
  return JSON.stringify(letter ? { ...data, letter: seal(JSON.stringify(letter), placeOf(key)) } : data)
}

/** An event as the column keeps it, with its letter in clear. */
export function fromRow(row: Row & EventKey): RequestEvent {
  const data = row.data as { letter?: unknown }
  return typeof data.letter === 'string'
    ? readEvent({ ...row, data: { ...data, letter: JSON.parse(unseal(data.letter, placeOf(row))) } })
    : readEvent(row)
}
