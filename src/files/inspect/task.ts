import type { Shown, ToCover } from '../pages/show-pages.ts'
import type { TableLimits } from '../tables/read-tables.ts'
import type { Format } from './verdict.ts'

/** What a process is asked to do with a file. */
export type Task =
  | { readonly what: 'verdict' | 'wordPage' | 'pages' | 'signs' }
  | { readonly what: 'pagePicture'; readonly shown: Shown }
  | { readonly what: 'coveredPage'; readonly covered: ToCover }
  | { readonly what: 'reading'; readonly format: Format | null }
  | { readonly what: 'tables'; readonly limits: TableLimits }

/** Its result, and how much memory the process has after it. */
export interface Answer {
  readonly result: unknown
  readonly resident: number
}
