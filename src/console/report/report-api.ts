import type { SavedDraft } from '../../report/draft/actions.ts'
import type { DraftContent, StepName } from '../../report/draft/draft-event.ts'
import type { Opening } from '../../report/draft/opening.ts'
import type { DraftView, ReportView, ReportYear } from '../../report/draft/report-view.ts'
import type { Figure } from '../../report/report.ts'
import type { CellRecords } from '../../report/store/cell-records.ts'
import { get, post, put, sendFile } from '../api.ts'

export const reports = {
  list: () => get<{ readonly items: readonly ReportYear[] }>('annual-reports'),
  one: (year: number) => get<ReportView>(`annual-reports/${year}`),
  begin: (year: number, reason: string | null) => post<null>(`annual-reports/${year}`, { reason }),
  save: (year: number, draft: string, basedOn: number, content: DraftContent) =>
    put<SavedDraft>(`annual-reports/${year}`, { draft, basedOn, content }),
  take: (year: number, step: StepName, { id: draft, seq }: Pick<DraftView, 'id' | 'seq'>, input: unknown) =>
    post<null>(`annual-reports/${year}/steps/${step}`, { draft, seq, input }),
  /** What last year's report hands on. */
  opening: (year: number, file: File) =>
    sendFile<Opening & { readonly fileName: string }>(`annual-reports/${year}/opening`, file),
  /** `cell`: `newReceived/naturalPerson`. */
  cell: (year: number, cell: string) =>
    get<CellRecords & { readonly most: number; readonly filings: readonly { name: string; value: Figure }[] }>(
      `annual-reports/${year}/cells/${cell}`,
    ),
}

export const reportKey = (year: number) => ['annual-reports', year] as const
/** Where the workbook of a cell's records is downloaded. */
export const cellExport = (year: number, cell: string): string =>
  `/api/console/annual-reports/${year}/cells/${cell}/export`
