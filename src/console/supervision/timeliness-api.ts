import type { LateRecord, TimelinessFigures, TimelinessLine } from '../../supervision/timeliness/timeliness.ts'
import type { Span } from '../../supervision/timeliness/wanted.ts'
import { get, put, query } from '../api.ts'
import type { Page } from '../ledgers/ledgers-api.ts'

/** What the page of timeliness asks of the server. */
export const timeliness = {
  figures: (span: Span) =>
    get<{ all: TimelinessFigures; byColumn: readonly TimelinessLine[]; byUnit: readonly TimelinessLine[] }>(
      `timeliness${query({ ...span })}`,
    ),
  late: (wanted: Readonly<Record<string, string | number | undefined>>) =>
    get<Page<LateRecord>>(`timeliness/late${query(wanted)}`),
  giveReason: (id: string, reason: unknown) => put<void>(`timeliness/records/${id}/reason`, reason),
}
