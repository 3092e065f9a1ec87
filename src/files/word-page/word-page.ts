/** What a Word document has and a text has not, or has in another form. */
export type LossKind =
  /** Struck out, and kept as such: whether it still holds is for people to say. */
  | 'struck'
  /** Readings above characters; the characters stay. */
  | 'ruby'
  /** Equations, written in one line. */
  | 'equation'
  /** Equations that are pictures of another program. */
  | 'equationObject'
  /** Fields of which the file holds no result. */
  | 'emptyField'
  /** Words of frames, moved behind their paragraph. */
  | 'textBox'
  | 'shape'
  | 'chart'
  | 'diagram'
  /** Words of a diagram, moved behind its paragraph; the drawing is left out. */
  | 'diagramWords'
  | 'object'
  /** Pictures that are not in the file, or stand in notes. */
  | 'picture'
  /** What a form says where nothing was filled in. */
  | 'placeholder'
  /** Tables in cells, written as lines. */
  | 'nestedTable'
  /** Footnotes and endnotes, put at the end. */
  | 'note'
  | 'headerFooter'
  /** Another document within this one. */
  | 'embeddedPart'
  /** Signs that turn the direction of words: Word shows them in another order. */
  | 'turnedText'
  /** White words on a ground that may be dark: kept. */
  | 'whiteText'
  /** Numbers in a form that is not known. */
  | 'numberFormat'

export interface WordLoss {
  readonly kind: LossKind
  /** The words concerned, or empty. */
  readonly words: string
  /** How the paragraph begins in which it stands; empty for what stands in none. */
  readonly near: string
}

/** A Word document as HTML; pictures stand in it as `picture:<index>`. */
export interface WordPage {
  readonly html: string
  readonly pictures: readonly { readonly contentType: string; readonly bytes: Uint8Array }[]
  /** Words that were hidden and left out. */
  readonly hidden: readonly string[]
  readonly losses: readonly WordLoss[]
  /** What the reading library reports, in its words. */
  readonly messages: readonly string[]
}

/** Paragraphs of a document that is read as a text, each cell of a table being one: several hundred pages. */
export const mostParagraphs = 30_000

/** `tooLong`: more paragraphs than that; `tooLarge`: it took or became more than a limit allows, for another reason. */
export type WordReading = WordPage | { readonly fault: 'tooLong' | 'tooLarge' | 'broken' }
