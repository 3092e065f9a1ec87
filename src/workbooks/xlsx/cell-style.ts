export interface Font {
  readonly name?: string
  /** In points. */
  readonly size?: number
  readonly bold?: boolean
  readonly strikethrough?: boolean
  readonly color?: Color
  readonly vertAlign?: 'superscript' | 'subscript'
}

/** Six hexadecimal digits; eight where a file says how opaque it is. */
interface Color {
  readonly rgb?: string
}

interface Side {
  readonly style: 'thin'
  readonly color: Color
}

/** Of what a cell may look like, as much as we write or understand. */
export interface CellStyle {
  readonly font?: Font
  readonly fill?: { readonly type: 'pattern'; readonly pattern: 'solid'; readonly fgColor: Color }
  readonly border?: { readonly top: Side; readonly right: Side; readonly bottom: Side; readonly left: Side }
  readonly alignment?: {
    readonly horizontal?: 'left' | 'center' | 'right'
    readonly vertical?: 'top' | 'center' | 'bottom'
    readonly wrapText?: boolean
    readonly indent?: number
  }
  /** A number format of Excel, such as `#,##0.00`. */
  readonly numFmt?: string
}
