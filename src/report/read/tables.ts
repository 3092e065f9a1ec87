import type { RowHere } from './choose-rows.ts'
import type { Found } from './find-labels.ts'
import type { Piece } from './pieces.ts'

/** Header texts of a real table by the column in which they begin, from the top down. */
export type Headers = ReadonlyMap<number, readonly Piece[]>

/** The page as far as tables go: its pieces, the labels on it, and the rows among them. */
export interface Tables {
  readonly pieces: readonly Piece[]
  readonly found: Found
  readonly rows: readonly RowHere[]
  /** The headers above each line of a real table, by its number. */
  readonly headers: ReadonlyMap<number, Headers>
}
