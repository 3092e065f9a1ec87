import type {
  ChannelCount,
  OriginalityFlag,
  OriginalityShare,
  PublicationItem,
} from '../../channels/publication-view.ts'
import type { CorrectionState } from '../../ledgers/rows/correction.ts'
import { get, post, put, query } from '../api.ts'

type Wanted = Readonly<Record<string, string | number | undefined>>

export interface ListedChannel {
  readonly id: string
  readonly kind: string
  readonly name: string
}

export interface OriginalityView {
  readonly year: number
  readonly shares: readonly OriginalityShare[]
  readonly flags: readonly OriginalityFlag[]
  /** Marked as original and not compared yet. */
  readonly unchecked: number
}

/** What the pages of the channels ask of the server. */
export const channels = {
  all: () => get<{ items: readonly ListedChannel[] }>('channels'),
  open: (typed: unknown) => post<{ id: string }>('channels', typed),
  counts: () => get<{ items: readonly ChannelCount[] }>('channels/counts'),
  publications: (wanted: Wanted) =>
    get<{ items: readonly PublicationItem[]; total: number; pageSize: number }>(
      `channels/publications${query(wanted)}`,
    ),
  tickOff: (recordId: string, typed: unknown) => post<{ id: string }>(`channels/records/${recordId}`, typed),
  takeDown: (id: string, typed: unknown) => post<void>(`channels/publications/${id}/down`, typed),
  correct: (id: string, typed: unknown) =>
    put<{ state: CorrectionState }>(`channels/publications/${id}/originality`, typed),
  originality: (year: string | undefined) => get<OriginalityView>(`channels/originality${query({ year })}`),
  check: () => post<{ checked: number; flagged: number; left: number }>('channels/originality/check'),
}
