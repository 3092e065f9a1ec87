/** Why no page can be shown: it asks for a password, it is no PDF that can be opened, it has no such page. */
export type PageFault = 'locked' | 'damaged' | 'noPage'

/** Of a page, in points, as it is shown: turned pages are turned. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/** A sign as it stands on a page, in points from the upper left corner. */
export interface PageSign {
  readonly text: string
  readonly box: PageBox
}

/** Left, top, right, bottom, in points from the upper left corner of a page. */
export type PageBox = readonly [number, number, number, number]

/** A page as a picture. */
export interface PagePicture {
  readonly png: Uint8Array
  /** In pixels. */
  readonly width: number
  readonly height: number
  /** Fonts that the file names and does not bring, of whose signs nobody knows which they are: their words may be shown wrong. */
  readonly unknownFonts: readonly string[]
}

/** What a PDF has to show. */
export interface PagesFound {
  readonly sizes: readonly PageSize[]
  /** Of each page its words, in the order of the file. */
  readonly texts: readonly string[]
}

/** Signs of a line that follow each other, as one run. */
export interface TextRun {
  readonly text: string
  readonly box: PageBox
}

/** A page as it leaves the house: painted anew, its boxes covered, with the words that may stay. */
export interface CoveredPage extends PagePicture {
  readonly size: PageSize
  readonly runs: readonly TextRun[]
}

/** The signs of every page. */
export interface SignsFound {
  readonly sizes: readonly PageSize[]
  readonly pages: readonly (readonly PageSign[])[]
}
