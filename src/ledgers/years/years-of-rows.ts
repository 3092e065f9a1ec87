import type { LedgerRow } from '../../workbooks/read-ledgers.ts'
import { AccountedLedger } from './ledger-year.ts'

/** Where a ledger of the workbook says which of the accounted ledgers a row belongs to, and in which year it stands. */
const days: Readonly<Record<string, readonly string[]>> = {
  requests: ['receivedOn'],
  remedies: ['filedOn'],
  normativeDocuments: ['issuedOn', 'repealedOn'],
  administrativeDecisions: ['decidedOn'],
  administrativeFees: ['collectedOn'],
  publications: ['publishedOn'],
}
const divided = new Set(['normativeDocuments', 'administrativeDecisions'])

export interface ImportedYear {
  readonly ledger: AccountedLedger
  readonly year: number
  readonly rowCount: number
}

/** Of which ledgers and years the rows of a sheet are, and how many of each. */
export function yearsOfRows(ledger: string, rows: readonly Pick<LedgerRow, 'values'>[]): ImportedYear[] {
  const counts = new Map<string, ImportedYear>()
  for (const { values } of rows) {
    const read = AccountedLedger.safeParse(divided.has(ledger) ? values.kind : ledger)
    if (!read.success) continue
    const years = new Set((days[ledger] ?? []).flatMap((column) => values[column]?.slice(0, 4) ?? []))
    for (const year of years) {
      const key = `${read.data}/${year}`
      const rowCount = (counts.get(key)?.rowCount ?? 0) + 1
      counts.set(key, { ledger: read.data, year: Number(year), rowCount })
    }
  }
  return [...counts.values()]
}

export interface StandingYear {
  readonly ledger: string
  readonly year: number
  readonly rows: number
}

export const yearKey = ({ ledger, year }: Pick<ImportedYear, 'ledger' | 'year'>): string => `${ledger}/${year}`

/** Whether a file has several rows of a year and everything that stands in it: a late or a corrected row is not a year's ledger. */
export const isWhole = (imported: ImportedYear, standing: readonly StandingYear[]): boolean =>
  imported.rowCount > 1 &&
  standing.every((each) => yearKey(imported) !== `${each.ledger}/${each.year}` || each.rows <= imported.rowCount)
