import type { PlainDate } from '../../days/plain-date.ts'
import type { NormativeDocument } from '../normative-document.ts'

/** 修改: what a document went through while it stayed in force. */
export interface Amendment {
  readonly id: string
  readonly amendedOn: PlainDate
  readonly amendedBy: string
}

/** A document of the register. One that came from a publication is changed there, not here. */
export interface RegisteredDocument extends NormativeDocument {
  readonly id: string
  readonly lapsedBy: string | null
  readonly recordId: string | null
  /** Of its record on the platform; null where there is none. */
  readonly address: string | null
  readonly amendments: readonly Amendment[]
}
