import type { Passage } from '../../redaction/passage.ts'
import type { Proposal } from '../../requests/redactions/proposals.ts'
import type { RedactionLine, RedactionView } from '../../requests/redactions/redaction-view.ts'
import { get, post, put, query } from '../api.ts'

type Sought = Pick<Proposal, 'page' | 'boxes' | 'words'>

export const redactions = {
  list: (request: string) => get<{ readonly items: readonly RedactionLine[] }>(`requests/${request}/redactions`),
  begin: (request: string, fileId: string) =>
    post<{ readonly id: string }>(`requests/${request}/redactions`, { fileId }),
  one: (request: string, id: string) => get<RedactionView>(`requests/${request}/redactions/${id}`),
  /** What may have to be withheld, and where the words stand that somebody types. */
  proposals: (request: string, id: string, words: string) =>
    get<{ readonly proposals: readonly Proposal[]; readonly sought: readonly Sought[]; readonly hasWords: boolean }>(
      `requests/${request}/redactions/${id}/proposals${query({ words })}`,
    ),
  mark: (request: string, id: string, version: number, passages: readonly Passage[]) =>
    put<{ readonly version: number }>(`requests/${request}/redactions/${id}/passages`, { version, passages }),
  make: (request: string, id: string) =>
    post<{ readonly fileId: string }>(`requests/${request}/redactions/${id}/result`),
}

export const redactionsKey = (request: string) => ['redactions', request] as const

/** Where a page, counted from one, is fetched as a picture so many pixels wide. */
export const pageOf = (request: string, id: string, page: number, width: number): string =>
  `requests/${request}/redactions/${id}/pages/${page}?width=${width}`
