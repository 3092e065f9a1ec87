import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Role } from '../../organs/role.ts'
import { type Chain, keptFromSigning } from '../chain.ts'
import type { AskedLevel } from '../level.ts'

/** What a turn is about: the case, or what of it is put up. */
export const TurnKind = z.enum([
  'record',
  'request',
  'answer',
  'letter',
  'decision',
  'rowCorrection',
  'feedback',
  'report',
  'filing',
  'remedy',
])
export type TurnKind = z.infer<typeof TurnKind>

interface About {
  readonly kind: TurnKind
  readonly subjectId: string
  /** The edition of a record, the event that put up a letter, the year of a report or a filing, which of the days of a remedy; 0 else. */
  readonly part: number
  /** What is to be done, as people read it. */
  readonly what: string
  /** A record's title, a number of a case: nothing about persons. */
  readonly title: string
  readonly since: PlainDate
  readonly dueOn: PlainDate | null
}

/** Somebody's turn: one person's, or that of whoever holds one of the roles in the unit; of nobody who is kept from it, nor in their name. */
export type Turn = About &
  (
    | { readonly staffId: string; readonly roles: readonly []; readonly unitId: null; readonly notBy: readonly [] }
    | {
        readonly staffId: null
        readonly roles: readonly Role[]
        readonly unitId: string | null
        readonly notBy: readonly string[]
      }
  )

export const turnOf = (about: About, staffId: string): Turn => ({
  ...about,
  staffId,
  roles: [],
  unitId: null,
  notBy: [],
})

export const turnOfRoles = (
  about: About,
  roles: readonly Role[],
  { unitId = null, notBy = [] }: { readonly unitId?: string | null; readonly notBy?: Iterable<string> } = {},
): Turn => ({ ...about, staffId: null, roles, unitId, notBy: [...notBy] })

/** The turn of whoever may sign at the level: nobody who wrote a word of it, nor whose hand or name has signed already. */
export const turnOfLevel = (about: About, chain: Chain, { role, unitId }: AskedLevel): Turn =>
  turnOfRoles(about, [role], { unitId, notBy: keptFromSigning(chain) })

/** A turn as the person whose it is sees it, or what a register asks of them. */
export interface OwnTurn extends Pick<About, 'what' | 'title' | 'since' | 'dueOn'> {
  readonly id: string
  /** Working days left; negative when it is late. Null where nothing runs. */
  readonly left: number | null
  /** The absent colleague in whose name it waits; null otherwise. */
  readonly standsInFor: string | null
  /** Where it is done, in the console. */
  readonly path: string
}

/** Where a turn is taken up in the console. */
export function pathOf({ kind, subjectId, part }: Pick<Turn, 'kind' | 'subjectId' | 'part'>): string {
  switch (kind) {
    case 'record':
      return `/records/${subjectId}/editions/${part}`
    case 'rowCorrection':
      return '/ledgers/corrections'
    case 'feedback':
      return `/feedback/${subjectId}`
    case 'report':
      return `/annual-reports/${part}`
    case 'remedy':
      return `/ledgers/remedies/${subjectId}`
    case 'filing':
      return `/filings/cases/${subjectId}`
    default:
      return `/requests/${subjectId}`
  }
}
