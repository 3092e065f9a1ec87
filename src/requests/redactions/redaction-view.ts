import type { PageSize } from '../../files/pages/page-picture.ts'
import type { Passage } from '../../redaction/passage.ts'
import type { Redaction } from '../../redaction/redaction.ts'
import type { WithheldLine } from '../../redaction/withheld-index.ts'

/** A paper of which passages are withheld, as a list shows it. */
export interface RedactionLine {
  readonly id: string
  readonly name: string
  readonly passages: number
  /** How many of them have no name or no ground yet. */
  readonly unnamed: number
  /** The index of what is withheld, as the letter cites it. */
  readonly parts: readonly WithheldLine[]
  readonly result: (NonNullable<Redaction['result']> & { readonly name: string }) | null
}

/** One of them to be worked on. */
export interface RedactionView extends RedactionLine {
  readonly version: number
  readonly marked: readonly Passage[]
  readonly sizes: readonly PageSize[]
  /** Its pages are laid out here: it is a Word document. */
  readonly isLaidOutAnew: boolean
}
