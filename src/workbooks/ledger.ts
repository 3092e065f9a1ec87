import type { PlainDate } from '../days/plain-date.ts'

/** The cells of one row by column id: text, a day as YYYY-MM-DD, an amount in yuan as 0.00, a choice by its id. */
export type Values<Id extends string = string> = Readonly<Record<Id, string | null>>

interface Heading {
  readonly id: string
  /** The printed header; spaces, marks and brackets do not matter when a file is read. */
  readonly header: string
  readonly required?: boolean
  /** Other headers in use for the same thing. */
  readonly aliases?: readonly string[]
  /** How to fill it in, one sentence. */
  readonly note?: string
  /** The value in the example row. */
  readonly example?: string
}

export interface TextColumn extends Heading {
  readonly kind: 'text'
  readonly maxLength: number
  /** Free text, where people are tempted to write telephone numbers. */
  readonly prose?: boolean
  readonly isLink?: boolean
  /** 文号, or words in which one stands. */
  readonly isNumber?: boolean
}

export interface DateColumn extends Heading {
  readonly kind: 'date'
  readonly mayBeFuture?: boolean
  /** The day before which it cannot be; the founding of the state where nothing is said. */
  readonly earliest?: PlainDate
}

/** Yuan with at most two decimals. */
export interface MoneyColumn extends Heading {
  readonly kind: 'money'
  readonly mayBeNegative?: boolean
  readonly wholeDigits: number
}

export interface Choice {
  readonly id: string
  readonly label: string
  readonly aliases?: readonly string[]
}

export interface ChoiceColumn extends Heading {
  readonly kind: 'choice'
  readonly choices: readonly Choice[]
}

export type Column = TextColumn | DateColumn | MoneyColumn | ChoiceColumn
type IdOf<Columns extends readonly Column[]> = Columns[number]['id']

/** What must hold between the cells of one row. The finding stands at `column`. */
export interface Rule<Id extends string = string> {
  readonly column: Id
  readonly statement: string
  /** Of the 条例. */
  readonly article?: number
  broken(values: Values<Id>): boolean
}

/** A row that must exist in another ledger, in the same file or on record. */
export interface Reference<Id extends string = string> {
  readonly ledger: string
  /** In the order of the other ledger's key. */
  readonly columns: readonly Id[]
  readonly statement: string
}

/** A ledger, declared once: the workbook, its reading, its messages and its explanation walk this. */
export interface Ledger<Entry = unknown, Id extends string = string> {
  readonly id: string
  /** The name of its sheet. */
  readonly sheet: string
  readonly purpose: string
  readonly columns: readonly Column[]
  /** What makes two rows the same row of the same organ. */
  readonly key: readonly Id[]
  readonly rules: readonly Rule<Id>[]
  readonly references?: readonly Reference<Id>[]
  toEntry(values: Values<Id>): Entry
  toValues(entry: Entry): Values<Id>
}

/** Declares a ledger; rules, key and references may name its own columns only. */
export const ledger = <Entry, const Columns extends readonly Column[]>(
  declaration: Omit<Ledger<Entry, IdOf<Columns>>, 'columns'> & { readonly columns: Columns },
): Ledger<Entry> => declaration

/** Between the cells of a key; stands in no cell. */
export const keySign = '\u001f'

/** One text for several cells, to compare rows by. */
export const keyText = (cells: readonly (string | null | undefined)[]): string =>
  cells.map((cell) => cell ?? '').join(keySign)

export const keyOf = (columns: readonly string[], values: Values): string => keyText(columns.map((id) => values[id]))

export const yesNo = [
  { id: 'no', label: '否' },
  { id: 'yes', label: '是' },
] as const satisfies readonly Choice[]
