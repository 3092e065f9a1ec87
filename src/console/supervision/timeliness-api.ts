import type { PlainDate } from '../../days/plain-date.ts'
import type { LateRecord, TimelinessFigures, TimelinessLine } from '../../supervision/timeliness/timeliness.ts'
import { get, put, query } from '../api.ts'

export interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What the page of timeliness asks of the server. */
export const timeliness = {
  figures: (span: Span) =>
    get<{ all: TimelinessFigures; byColumn: readonly TimelinessLine[]; byUnit: readonly TimelinessLine[] }>(
      `timeliness${query({ ...span })}`,
    ),
  late: (wanted: Readonly<Record<string, string | number | undefined>>) =>
    get<{ items: readonly LateRecord[]; total: number; pageSize: number }>(`timeliness/late${query(wanted)}`),
  giveReason: (id: string, reason: unknown) => put<void>(`timeliness/records/${id}/reason`, reason),
}
