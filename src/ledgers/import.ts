import { createHash } from 'node:crypto'
import { watchUpserts } from '../db/bulk.ts'
import type { Tx } from '../db/database.ts'
import { enterOrgan } from '../db/organ.ts'
import * as organs from '../organs/store.ts'
import type { Counts } from './counts.ts'
import { keepImportRows } from './imports/store.ts'
import { keyOf, type Ledger } from './ledger.ts'
import { Problems } from './problem.ts'
import type { LedgerFile } from './read-ledgers.ts'
import { recordImport } from './store.ts'

/** A ledger and the store of its room, put together at the door: no room reaches into another's store. */
export interface KeptLedger {
  readonly ledger: Ledger
  save(tx: Tx, organId: number, entries: readonly unknown[]): Promise<Counts>
  /** Keys on record, where other ledgers refer to this one. */
  keysOnRecord?(tx: Tx, organId: number): Promise<readonly string[]>
}

export interface LedgerCounts extends Counts {
  readonly ledger: string
  readonly sheet: string
}

export type ImportOutcome = { readonly problems: Problems } | { readonly counts: readonly LedgerCounts[] }

/**
 * Stores a file that was read without problems, all or nothing; rows on record that the file does not name stay.
 * Refuses an unknown organ. A second import of the same file changes no row.
 */
export async function importLedgers(
  tx: Tx,
  slug: string,
  kept: readonly KeptLedger[],
  file: LedgerFile,
  source: { readonly name: string; readonly bytes: Uint8Array; readonly by?: string },
): Promise<ImportOutcome> {
  const organ = await organs.getForChange(tx, slug)
  await enterOrgan(tx, organ.id)
  if (file.problems.count > 0) return { problems: file.problems }
  const dangling = await findDangling(tx, organ.id, kept, file)
  if (dangling.count > 0) return { problems: dangling }

  const counts: LedgerCounts[] = []
  const touched = watchUpserts(tx)
  for (const { ledger, save } of kept) {
    const rows = file.rows.get(ledger.id)
    if (!rows) continue
    const entries = rows.map(({ values }) => ledger.toEntry(values))
    counts.push({ ledger: ledger.id, sheet: ledger.sheet, ...(await save(tx, organ.id, entries)) })
  }
  const total = (name: keyof Counts) => counts.reduce((sum, each) => sum + each[name], 0)
  const importId = await recordImport(tx, organ.id, {
    fileName: source.name,
    importedBy: source.by ?? '',
    sha256: createHash('sha256').update(source.bytes).digest('hex'),
    added: total('added'),
    changed: total('changed'),
    unchanged: total('unchanged'),
  })
  await keepImportRows(tx, organ.id, importId, touched)
  return { counts }
}

/** Rows that name a row of another ledger which is neither in the file nor on record. */
async function findDangling(tx: Tx, organId: number, kept: readonly KeptLedger[], file: LedgerFile): Promise<Problems> {
  const problems = new Problems()
  for (const { ledger } of kept) {
    for (const { ledger: target, columns, statement } of ledger.references ?? []) {
      const rows = file.rows.get(ledger.id) ?? []
      const other = kept.find((each) => each.ledger.id === target)
      if (!other || rows.length === 0) continue
      const inFile = (file.rows.get(target) ?? []).map(({ values }) => keyOf(other.ledger.key, values))
      const known = new Set([...inFile, ...((await other.keysOnRecord?.(tx, organId)) ?? [])])
      const column = ledger.columns.find(({ id }) => id === columns.at(-1))?.header ?? ''
      for (const { sheet, row, values } of rows)
        if (!known.has(keyOf(columns, values))) problems.add({ sheet, row, column, reason: statement })
    }
  }
  return problems
}
