import type { PlainDate } from '../../days/plain-date.ts'
import type { Organ } from '../../organs/organ.ts'

/** What an organ shows beside its records, by which people look for it. */
export interface OrganPlaces {
  readonly organ: Organ
  /** By which the organ is called, folded. */
  readonly names: readonly string[]
  /** Open ones, in order. */
  readonly columns: readonly PlacedColumn[]
  /** The newest first. */
  readonly reports: readonly PlacedReport[]
  /** The matters of its catalogue. */
  readonly items: readonly string[]
}

export interface PlacedColumn {
  readonly organId: number
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly hasRecords: boolean
}

export interface PlacedReport {
  readonly organId: number
  readonly year: number
  readonly publishedOn: PlainDate
}
