import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { joinedList } from '../../joined-list.ts'
import type { Counts } from '../../workbooks/counts.ts'

/** A file from which the catalogue was taken, also where it changed nothing. */
export interface ImportedCatalogue extends Counts {
  readonly fileName: string
  readonly sha256: string
  readonly importedOn: PlainDate
  readonly importedName: string
}

export type OnCatalogueImported = (tx: Tx, organId: number, imported: ImportedCatalogue) => Promise<void>
export const onCatalogueImported = joinedList<OnCatalogueImported>('onCatalogueImported')
