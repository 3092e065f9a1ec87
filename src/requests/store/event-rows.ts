import { z } from 'zod'
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

/** What names people: a letter its addressee, what a step was given for it, what was registered of a person. */
const sealed = ['letter', 'input', 'personal'] as const

/** What is known of an event, as the column keeps it: with what names people encrypted. */
export function toData(data: NewEvent['data'], key: EventKey): string {
  const kept: Record<string, unknown> = { ...data }
  for (const part of sealed) if (kept[part]) kept[part] = seal(JSON.stringify(kept[part]), placeOf(key))
  return JSON.stringify(kept)
}

const Data = z.record(z.string(), z.unknown())

/** An event as the column keeps it, with its encrypted parts in clear. */
export function fromRow(row: Row & EventKey): RequestEvent {
  const data = { ...Data.parse(row.data) }
  for (const part of sealed) {
    const text = data[part]
    if (typeof text === 'string') data[part] = JSON.parse(unseal(text, placeOf(row)))
  }
  return readEvent({ ...row, data })
}
