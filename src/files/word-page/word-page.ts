/** A Word document as HTML; pictures stand in it as `picture:<index>`. */
export interface WordPage {
  readonly html: string
  readonly pictures: readonly { readonly contentType: string; readonly bytes: Uint8Array }[]
  /** Words that were hidden and left out. */
  readonly hidden: readonly string[]
}
