import { z } from 'zod'
import { officeDayOf, type PlainDate } from '../../days/plain-date.ts'
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

/** As which the organ has to act: it is reminded then. */
export const awaitedStatuses: readonly FilingStatus[] = ['expected', 'returned', 'withdrawn']

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
  /** When it came in first: the day on which the original arrived, or on which it was filed here. */
  readonly cameOn: PlainDate | null
  /** Counts above until another one is accepted, or this one itself is sent back. */
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
  cameOn: null,
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
      return {
        ...now,
        status: 'received',
        received: { ...event.data, seq, at, by, fileId: event.fileId ?? '' },
        cameOn: filing.cameOn ?? event.data.arrivedOn,
      }
    case 'filed':
      return {
        ...now,
        status: 'filed',
        received: null,
        filed: { ...event.data, seq, at, by },
        cameOn: filing.cameOn ?? officeDayOf(at),
        returned: null,
      }
    case 'withdrawn':
      return { ...now, status: 'withdrawn', cameOn: filing.accepted ? filing.cameOn : null }
    case 'returned':
      return {
        ...now,
        status: 'returned',
        received: null,
        cameOn: filing.filed ? filing.cameOn : null,
        accepted: filing.status === 'accepted' ? null : filing.accepted,
        returned: { ...event.data, seq, at, by },
      }
    case 'discarded':
      return { ...now, status: beforeReceiving(filing), received: null, cameOn: filing.filed ? filing.cameOn : null }
    case 'accepted':
      return { ...now, status: 'accepted', accepted: filing.filed && { filed: filing.filed, at, by } }
    case 'excused':
      return { ...now, status: 'excused', excusedFor: event.data.reason }
    case 'expected':
      return { ...now, status: 'expected', excusedFor: null, remindedAt: null }
    case 'reminded':
      return { ...now, remindedAt: at }
  }
}

/** How it stood before a file was received that is none of this organ's. */
function beforeReceiving({ filed, accepted, returned }: Filing): FilingStatus {
  if (returned) return 'returned'
  if (!filed) return 'expected'
  return accepted?.filed.seq === filed.seq ? 'accepted' : 'filed'
}

/** What the events say. Pure. */
export const foldFiling = (events: readonly FilingEvent[]): Filing => events.reduce(after, nothing)
