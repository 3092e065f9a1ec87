import type { Passage } from './passage.ts'

/** A paper of a request of which passages are withheld. */
export interface Redaction {
  readonly id: string
  readonly name: string
  /** As it was held; never given out. */
  readonly sourceFileId: string
  /** Its pages as a PDF, in which the passages stand. */
  readonly pagesFileId: string
  readonly passages: readonly Passage[]
  readonly version: number
  /** The file without the passages, and whether it was made of the passages as they stand. */
  readonly result: { readonly fileId: string; readonly size: number; readonly isCurrent: boolean } | null
}
