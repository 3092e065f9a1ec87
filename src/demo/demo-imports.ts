import { createHash } from 'node:crypto'
import { record as audit } from '../audit/record.ts'
import { plainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { recordImport } from '../ledgers/store.ts'
import { accountedLedgers } from '../ledgers/years/ledger-year.ts'
import { listYear } from '../ledgers/years/store.ts'
import { operatorActor } from '../organs/actor.ts'

const years = [2023, 2024, 2025]
const all = accountedLedgers.map(({ id }) => id)

/** Notes the demo's ledgers as what they are: files that were imported in the January after each year. */
export async function noteDemoImports(tx: Tx, organId: number): Promise<void> {
  for (const year of years) {
    const importedOn = plainDate(`${year + 1}-01-08`)
    const facts = await listYear(tx, organId, year, all)
    const filled = facts.flatMap(({ ledger, rows }) => (rows > 0 ? [{ ledger, year, rowCount: rows }] : []))
    if (filled.length === 0) continue
    const fileName = `${year}年台账（演示）.xlsx`
    const sha256 = createHash('sha256').update(JSON.stringify(facts)).digest('hex')
    const added = filled.reduce((sum, { rowCount }) => sum + rowCount, 0)
    const counts = { added, changed: 0, unchanged: 0 }
    const importedName = '演示'
    const id = await recordImport(tx, organId, { fileName, sha256, ...counts, importedOn, importedName, years: filled })
    const detail = { file: fileName, sha256, ...counts, by: importedName }
    await audit(tx, operatorActor(organId, importedOn), 'ledger.imported', { subject: id, detail })
  }
}
