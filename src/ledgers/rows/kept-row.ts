import type { RawBuilder } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { AmongRows, Image, WrittenRows } from '../../db/table-rows.ts'
import { joinedList } from '../../joined-list.ts'
import type { Refusal } from '../../refusal.ts'
import type { Values } from '../../workbooks/ledger.ts'
import type { ToldActs } from './row-event.ts'
import type { RowLedger, RowLedgerId } from './row-ledger.ts'

/** A row of a register, and what of it may be put right here. */
export interface KeptRow {
  readonly values: Values
  readonly whyNotCorrect: Refusal | null
  readonly whyNotRemove: Refusal | null
  /** Columns that stay as they are, with the reason. */
  readonly shut: Readonly<Record<string, string>>
  /** Of the record in which it is published; null where there is none. */
  readonly recordId: string | null
  /** Whose it is (decision 0037); null: nobody's and anybody's. */
  readonly unitId: string | null
}

interface OfRow {
  /** Neither corrected nor removed. */
  readonly both?: Refusal | null
  readonly remove?: Refusal | null
  readonly shut?: Readonly<Record<string, string>>
  readonly recordId?: string | null
  readonly unitId?: string | null
}

export const keptRow = (
  values: Values,
  { both = null, remove = null, shut = {}, recordId = null, unitId = null }: OfRow = {},
): KeptRow => ({
  values,
  whyNotCorrect: both,
  whyNotRemove: both ?? remove,
  shut,
  recordId,
  unitId,
})

/** What an import did to the rows of one register. */
export interface RowsOfImport extends WrittenRows {
  /** The act in which it was done. */
  readonly act: string
}

/** How an import is taken back, as the room of the rows sees it. */
export interface ImportedRows {
  readonly listImages: (tx: Tx, organId: number, ids: readonly string[]) => Promise<ReadonlyMap<string, Image>>
  /** Columns of the table that change by themselves: a row that differs in them only is as the import left it. */
  readonly moving: readonly string[]
  /** What was done since with what the import wrote, in words; `everyAdded` are the rows that it added to all registers. */
  readonly listLater?: (
    tx: Tx,
    organId: number,
    imported: Pick<RowsOfImport, 'act' | 'added'>,
    everyAdded: readonly string[],
  ) => Promise<readonly string[]>
  /** Takes out what was added, and puts back what was changed. */
  readonly takeBack: (tx: Tx, organId: number, imported: RowsOfImport) => Promise<void>
}

/** By which days the rows of a register belong to a year, each a query over its rows of the organ. */
export interface RowYears {
  /** The tables whose rows they are made of. */
  readonly tables: readonly string[]
  /** `ledger` (as it is accounted for), `day`, `is_own` (entered on the platform) and `id`, for a day of every row in each year that has one. */
  readonly standing: (organId: number) => RawBuilder<unknown>
  /** `ledger`, `day` and `id`: the days on which rows ended, which may be in another year. */
  readonly ended?: (organId: number) => RawBuilder<unknown>
}

/** The rows of a register and the store of their room, as `KeptLedger` is for its import. */
export interface KeptRows {
  readonly id: RowLedgerId
  readonly ledger: RowLedger
  /** What is done with a row beside its entry and its corrections, in words. */
  readonly told?: ToldActs
  /** Undefined where the register has none; with `lock` it is the caller's until the transaction ends. */
  readonly find: (tx: Tx, organId: number, id: string, lock: boolean) => Promise<KeptRow | undefined>
  /** Why an organ may not say this of a row, beside columns and rules. */
  readonly whyNotChange?: (tx: Tx, organId: number, changes: Values) => Promise<Refusal | null>
  /** Whether another row is called so already. */
  readonly isTaken: (tx: Tx, organId: number, id: string, values: Values) => Promise<boolean>
  /** Writes what the row should say, for this reason. */
  readonly save: (tx: Tx, organId: number, id: string, values: Values, reason: string) => Promise<void>
  readonly remove: (tx: Tx, organId: number, id: string) => Promise<void>
  readonly imported: ImportedRows
  /** The rows as the workbook says them; none where the room has an export of its own. */
  readonly listValues?: (tx: Tx, organId: number, among: AmongRows) => Promise<Values[]>
  /** None of what a year is not answered for. */
  readonly years?: RowYears
}

/** Every register of every room; what is referred to stands before what refers, as in the workbook. */
export const keptRows = joinedList<KeptRows>('keptRows')

export function keptRowsOf(id: RowLedgerId): KeptRows {
  const found = keptRows.all().find((each) => each.id === id)
  if (!found) throw new Error(`no room keeps the rows of ${id}`)
  return found
}

/** How people call the register and know its rows. */
export const rowLedgerOf = (id: RowLedgerId): RowLedger => keptRowsOf(id).ledger
