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

/** What names people: sealed where it stands. */
const sealedParts = ['letter', 'personal'] as const

/** What is known of an event, as the column keeps it: a letter names its addressee, so it is encrypted. */
export function toData(data: NewEvent['data'], key: EventKey): string {
  const parts: Record<string, unknown> = { ...data }
  for (const part of sealedParts) if (parts[part]) parts[part] = seal(JSON.stringify(parts[part]), placeOf(key))
  return JSON.stringify(parts)
}

/** An event as the column keeps it, with what was encrypted in clear. */
export function fromRow(row: Row & EventKey): RequestEvent {
  const parts: Record<string, unknown> = { ...(row.data as object) }
  for (const part of sealedParts) {
    const sealed = parts[part]
    if (typeof sealed === 'string') parts[part] = JSON.parse(unseal(sealed, placeOf(row)))
  }
  return readEvent({ ...row, data: parts })
}
