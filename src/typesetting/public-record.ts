/** Changes whenever `publicRecordDocx` writes the same record otherwise, so that kept copies are made anew. */
export const docxLook = 'docx 3'

/** A published record as it is printed: what stands in its head, and its text as blocks. */
export interface PrintedRecord {
  readonly title: string
  readonly organ: string
  /** Year, month and day of publication: the date of the file. */
  readonly day: readonly [number, number, number]
  /** Names and values of the head table, and where a value leads. */
  readonly head: readonly { readonly name: string; readonly value: string; readonly href?: string }[]
  /** What is said before the text: repealed, corrected. */
  readonly notes: readonly string[]
  readonly blocks: readonly PrintedBlock[]
  readonly attachments: readonly string[]
  /** Where it stands in public. */
  readonly url: string
}

export interface PrintedRun {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly struck: boolean
  readonly side: 'superscript' | 'subscript' | 'line'
  /** Empty for what leads nowhere. */
  readonly href: string
  /** The place in the record to which it leads: a note, or where that is called. */
  readonly to?: string
  /** Under which name something can lead here. */
  readonly place?: string
}

export interface PrintedCell {
  readonly isHeader: boolean
  readonly colspan: number
  readonly rowspan: number
  readonly blocks: readonly PrintedBlock[]
}

export type PrintedBlock =
  | {
      readonly kind: 'paragraph'
      readonly align: 'left' | 'center' | 'right'
      readonly indented: boolean
      /** Under which name something can lead here. */
      readonly place?: string
      readonly runs: readonly PrintedRun[]
    }
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly runs: readonly PrintedRun[] }
  | { readonly kind: 'picture'; readonly alt: string; readonly picture: Picture | null }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly PrintedBlock[])[] }
  | { readonly kind: 'quote'; readonly blocks: readonly PrintedBlock[] }
  | {
      readonly kind: 'table'
      readonly columns: number
      /** Of each column in a hundred; left out where all are alike. */
      readonly shares?: readonly number[]
      readonly rows: readonly (readonly PrintedCell[])[]
    }

export interface Picture {
  readonly format: 'png' | 'jpg' | 'gif' | 'bmp'
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}
