/** A Word document as HTML; pictures stand in it as `picture:<index>`. */
export interface WordPage {
  readonly html: string
  readonly pictures: readonly { readonly contentType: string; readonly bytes: Uint8Array }[]
  /** Words that were hidden and left out. */
  readonly hidden: readonly string[]
}

/** Paragraphs of a document that is read as a text, each cell of a table being one: several hundred pages. */
export const mostParagraphs = 30_000

export type WordReading = WordPage | { readonly fault: 'tooLarge' | 'broken' }
