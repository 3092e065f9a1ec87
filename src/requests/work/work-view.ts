import type { PlainDate } from '../../days/plain-date.ts'

interface Offered {
  readonly standing: 'offered'
  readonly unitId: string
  readonly unitName: string
  readonly staffId: string | null
  readonly staffName: string
  readonly by: string
  readonly on: PlainDate
  /** Whose it stays until then. */
  readonly keptBy: string
}

interface Refused {
  readonly standing: 'refused'
  readonly unitName: string
  readonly by: string
  readonly on: PlainDate
  readonly offeredBy: string
  readonly reason: string
  /** The unit that they think right; null where they named none. */
  readonly betterUnitId: string | null
  readonly betterUnitName: string
}

export interface CoHandlingView {
  readonly seq: number
  readonly unitName: string
  readonly about: string
  readonly dueOn: PlainDate
  readonly isAwaited: boolean
  readonly on: PlainDate
  readonly by: string
  /** The papers that came with it belong to the event of its number. */
  readonly answer: {
    readonly seq: number
    readonly on: PlainDate
    readonly by: string
    readonly opinion: string
  } | null
  readonly ended: { readonly on: PlainDate; readonly by: string; readonly reason: string } | null
  /** It waits for whoever looks. */
  readonly isMine: boolean
}

/** Another request that belongs together with this one, from whichever of the two it was linked. */
export interface LinkView {
  readonly id: string
  readonly number: string
  readonly summary: string
  readonly status: string
  readonly why: string
  readonly reason: string
  readonly on: PlainDate
  readonly by: string
}

/** How a request is worked on inside the organ, for whoever looks. */
export interface WorkView {
  readonly handover: Offered | Refused | null
  readonly coHandlings: readonly CoHandlingView[]
  /** Those of which whoever looks may know who asks. */
  readonly links: readonly LinkView[]
  /** The notes that name whoever looks and wait for them. */
  readonly notesForMe: readonly {
    readonly seq: number
    readonly on: PlainDate
    readonly by: string
    readonly byId: string | null
    readonly text: string
  }[]
}
