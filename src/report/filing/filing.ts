import { z } from 'zod'
import type { EventActor, EventData, FilingEvent } from './filing-event.ts'

export const filingStatuses = [
  { id: 'expected', label: '待报送' },
  { id: 'received', label: '收到原件，待核对' },
  { id: 'filed', label: '已报送，待审核' },
  { id: 'returned', label: '已退回' },
  { id: 'withdrawn', label: '已撤回' },
  { id: 'accepted', label: '已通过' },
  { id: 'excused', label: '不需报送' },
] as const
export const FilingStatus = z.enum(filingStatuses.map(({ id }) => id))
export type FilingStatus = z.infer<typeof FilingStatus>
export const filingStatusLabel = (status: FilingStatus): string =>
  filingStatuses.find(({ id }) => id === status)?.label ?? status

/** As which nothing has come in yet, or not any more. */
export const missingStatuses: readonly FilingStatus[] = ['expected', 'received', 'returned', 'withdrawn']

type Happened<Kind extends FilingEvent['kind']> = EventData<Kind> & {
  readonly seq: number
  readonly at: string
  readonly by: EventActor
}

/** The report of one organ on one year on its way through the office above, as its events leave it. */
export interface Filing {
  readonly status: FilingStatus
  readonly lastSeq: number
  /** What was sent and waits to be compared with the original. */
  readonly received: (Happened<'received'> & { readonly fileId: string }) | null
  readonly filed: Happened<'filed'> | null
  /** Counts above until another one is accepted or this one is sent back. */
  readonly accepted: { readonly filed: Happened<'filed'>; readonly at: string; readonly by: EventActor } | null
  readonly returned: Happened<'returned'> | null
  readonly remindedAt: string | null
  readonly excusedFor: string | null
}

const nothing: Filing = {
  status: 'expected',
  lastSeq: 0,
  received: null,
  filed: null,
  accepted: null,
  returned: null,
  remindedAt: null,
  excusedFor: null,
}

function after(filing: Filing, event: FilingEvent): Filing {
  const { seq, at, actor: by } = event
  const now = { ...filing, lastSeq: seq }
  switch (event.kind) {
    case 'received':
      return { ...now, status: 'received', received: { ...event.data, seq, at, by, fileId: event.fileId ?? '' } }
    case 'filed':
      return { ...now, status: 'filed', received: null, filed: { ...event.data, seq, at, by }, returned: null }
    case 'withdrawn':
      return { ...now, status: 'withdrawn' }
    case 'returned':
      return { ...now, status: 'returned', received: null, accepted: null, returned: { ...event.data, seq, at, by } }
    case 'accepted':
      return { ...now, status: 'accepted', accepted: filing.filed && { filed: filing.filed, at, by } }
    case 'excused':
      return { ...now, status: 'excused', excusedFor: event.data.reason }
    case 'expected':
      return { ...now, status: 'expected', excusedFor: null }
    case 'reminded':
      return { ...now, remindedAt: at }
  }
}

/** What the events say. Pure. */
export const foldFiling = (events: readonly FilingEvent[]): Filing => events.reduce(after, nothing)
