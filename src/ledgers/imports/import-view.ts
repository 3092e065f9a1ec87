import { z } from 'zod'
import type { LedgerCounts } from '../../workbooks/import-outcome.ts'
import { Mapping, type SheetHeads } from '../../workbooks/mapping.ts'
import type { Problem, UnknownWord } from '../../workbooks/problem.ts'
import type { ChangedLine } from '../rows/correction.ts'
import { RowLedgerId } from '../rows/row-ledger.ts'

/** How a file is to be read, and why it may change what is on record. */
export const HowToRead = z.strictObject({
  /** Which register a sheet is whose name and heads do not tell. */
  ledger: RowLedgerId.nullable().default(null),
  /** What to do with hidden rows, columns and sheets, where that was asked. */
  hidden: z.enum(['take', 'leave']).nullable().default(null),
  /** Of sheets that are not like the template. */
  mappings: z.partialRecord(RowLedgerId, Mapping).default({}),
  reason: z.string().trim().max(500, '理由不超过500个字').default(''),
})
export type HowToRead = z.infer<typeof HowToRead>

/** What would come of an import. */
export interface ImportPreview {
  /** The sheets whose heads are not the template's. */
  readonly heads: readonly SheetHeads[]
  /** How they were read: as told, else as a file with the same heads was before. */
  readonly mappings: HowToRead['mappings']
  /** Of a sheet of `heads` nobody has said yet how it is read: everything below is still open. */
  readonly isAsking: boolean
  /** Sheets that are no register and are not read. */
  readonly skipped: readonly string[]
  /** The first of them, and how many there are. */
  readonly problems: readonly Problem[]
  readonly count: number
  /** Words that no register knows, each once, with the number of rows that say it. */
  readonly unknown: readonly (UnknownWord & { readonly rows: number })[]
  /** Null where something is wrong. */
  readonly counts: readonly LedgerCounts[] | null
  /** The first of the rows that it adds and changes. */
  readonly rows: readonly PreviewRow[]
  /** Years in whose frozen report something would count otherwise. */
  readonly moved: readonly number[]
  /** Cell by cell what it is and would be. */
  readonly effects: readonly string[]
}

export interface PreviewRow {
  readonly ledger: RowLedgerId
  readonly id: string
  readonly name: string
  readonly isNew: boolean
  readonly lines: readonly ChangedLine[]
}

/** What came of an import; nothing where something in the file is wrong. */
export interface ImportAnswer {
  readonly counts: readonly LedgerCounts[] | null
  readonly problems: readonly Problem[]
  readonly count: number
  readonly moved: readonly number[]
}
