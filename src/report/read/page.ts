/** A line of a document, whatever it was: a line of text, a paragraph, or a row of a real table. */
export interface PageLine {
  /** One cell for text; for a row of a table every cell that begins in it, blank ones too. */
  readonly cells: readonly string[]
  /** Column in which each cell begins; only for rows of real tables. */
  readonly columns?: readonly number[]
  readonly isRow: boolean
  /** Beside the text of a web page: its navigation, its footer, what follows the article. Figures are read here, too. */
  readonly isAround?: true
}

/** What a table holds and no reader of the document sees as one of its figures. */
export interface LeftOut {
  /** Hidden as a whole; digits that are struck through, white, tiny, moved off the line or the link of a footnote; past what is read. */
  readonly kind: 'hidden' | 'faint' | 'beyond'
  /** The text itself, or where it stands, for people. */
  readonly what: string
}

/** What every source is turned into before it is read. */
export interface Page {
  readonly lines: readonly PageLine[]
  /** The document's own title, such as `<title>`; null where the source has none. */
  readonly title: string | null
  /** The text ends in the middle of a line: its last word may be torn. */
  readonly isTorn: boolean
  /** Its lines were put together from where words stand: which header stands over which figure is known roughly. */
  readonly isSet?: boolean
  /** Its tables were put together by the reader from lines and places: what is missing in them may have been lost in that. */
  readonly isDrawn?: boolean
  readonly leftOut?: readonly LeftOut[]
  /** Something is drawn on one of its pages that holds no word: it may be a picture of one. */
  readonly hasWordlessPages?: boolean
}

/** Characters without width: they part nothing that a reader sees. */
const invisible = /[\u200b-\u200f\u2060-\u2064\ufeff\u00ad]/g

/** A page without what has no width. */
export function withoutInvisible(page: Page): Page {
  const isClean = page.lines.every(({ cells }) => cells.every((cell) => cell.search(invisible) < 0))
  if (isClean) return page
  const lines = page.lines.map((line) => ({ ...line, cells: line.cells.map((cell) => cell.replace(invisible, '')) }))
  return { ...page, lines }
}

export const lineText = (line: PageLine): string => line.cells.join(line.isRow ? ' | ' : '')

export const textLine = (text: string): PageLine => ({ cells: [text], isRow: false })
