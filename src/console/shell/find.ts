import type { FoundRecord } from '../../disclosure/record-view.ts'
import type { FoundDecision } from '../../ledgers/decisions/decision-view.ts'
import type { FoundDocument } from '../../ledgers/documents/document.ts'
import type { FoundRequest } from '../../requests/case-view.ts'
import { post } from '../api.ts'

/** What the server finds, room by room. */
export interface Found {
  readonly requests: readonly FoundRequest[]
  readonly records: readonly FoundRecord[]
  readonly documents: readonly FoundDocument[]
  readonly decisions: readonly FoundDecision[]
}

export const find = (words: string): Promise<Found> => post<Found>('find', { words })
