import type { Collected } from '../../report/filing/collected.ts'
import type { ChangedFiler, OutsideFiler } from '../../report/filing/filer.ts'
import type { FilerStepName, OfficeStepName } from '../../report/filing/filing-event.ts'
import type { FilingList, FilingView, OwnFiling } from '../../report/filing/filing-view.ts'
import type { OriginalPages } from '../../report/filing/original.ts'
import type { CellPart } from '../../report/filing/store/accepted.ts'
import { get, post, put, sendFile } from '../api.ts'

export const filings = {
  list: (year: string | undefined) => get<FilingList>(`filings${year ? `?year=${encodeURIComponent(year)}` : ''}`),
  one: (year: string, filer: string) => get<FilingView>(`filings/${year}/${filer}`),
  /** Of which filing a turn speaks. */
  case: (id: string) => get<{ readonly year: number; readonly filer: string }>(`filings/cases/${id}`),
  /** What pages an original has; none where it is shown as it was read. */
  pages: (year: number, filer: string) => get<OriginalPages>(`filings/${year}/${filer}/original/pages`),
  take: (of: { readonly year: number; readonly filer: string }, name: OfficeStepName, seq: number, input: unknown) =>
    post<null>(`filings/${of.year}/${of.filer}/steps/${name}`, { seq, input }),
  remind: (year: number, filers: readonly string[]) =>
    post<{ readonly reminded: number }>(`filings/${year}/reminders`, { filers }),
  receive: (year: number, filer: string, file: File, arrivedOn: string) =>
    sendFile<null>(`filings/${year}/${filer}/received?arrivedOn=${arrivedOn}`, file),
  addFiler: (filer: OutsideFiler) => post<{ readonly id: string }>('filers', filer),
  changeFiler: (id: string, filer: ChangedFiler) => put<void>(`filers/${id}`, filer),
  /** What was accepted of a year, added up. */
  sum: (year: string) => get<Collected>(`filings/${year}/sum`),
  parts: (year: number, cell: string) => get<{ readonly items: readonly CellPart[] }>(`filings/${year}/sum/${cell}`),
  /** With the office above; null where none is. */
  own: (year: number) => get<{ readonly filing: OwnFiling | null }>(`annual-reports/${year}/filing`),
  takeOwn: (year: number, name: FilerStepName, seq: number, input: unknown) =>
    post<null>(`annual-reports/${year}/filing/${name}`, { seq, input }),
}

export const filingsKey = ['filings'] as const

/** Where the original of a report that was received is downloaded. */
export const originalOf = (year: number, filer: string): string => `/api/console/filings/${year}/${filer}/original`
/** Where a page of it, counted from one, is fetched as a picture so many pixels wide. */
export const pageOf = (year: number, filer: string, page: number, width: number): string =>
  `filings/${year}/${filer}/original/pages/${page}?width=${width}`
/** Where the sum of a year is downloaded as a document. */
export const sumFile = (year: number, form: string): string => `/api/console/filings/${year}/sum.${form}`
export const organsFile = (year: number): string => `/api/console/filings/${year}/organs.xlsx`
