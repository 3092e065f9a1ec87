import { record as audit } from '../../audit/record.ts'
import { chineseDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { refuseTooMany } from '../../lists/export-list.ts'
import { mostExported } from '../../lists/wanted.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { writeWorkbook } from '../../workbooks/workbook.ts'
import { importedLedgers } from '../imports/imported-ledgers.ts'
import { keptRowsOf } from './kept-row.ts'
import type { RowLedgerId } from './row-ledger.ts'
import { idsOfYear } from './store/of-year.ts'

/**
 * 导出台账: a register, of a year or whole, as the workbook that could be imported again. Refuses more rows than one workbook
 * holds, and a register that its own room exports.
 */
export async function exportRegister(tx: Tx, actor: Actor, id: RowLedgerId, year: number | undefined) {
  const kept = keptRowsOf(id)
  const imported = importedLedgers.all().find(({ ledger }) => ledger.id === id)
  if (!kept.listValues || !imported) throw refusals.noSuchExport()
  const among = year === undefined ? undefined : await idsOfYear(tx, actor.organId, kept, year)
  const rows = await kept.listValues(tx, actor.organId, { among, most: mostExported + 1 })
  refuseTooMany(among?.length ?? rows.length)
  await audit(tx, actor, 'ledger.exported', { detail: { ledger: id, year: year ?? null, count: rows.length } })
  const bytes = await writeWorkbook([{ ledger: imported.ledger, rows }], { isTemplate: false })
  const of = year === undefined ? '' : `${year}年`
  return { name: `${kept.ledger.label}${of}（${chineseDate(actor.today)}导出${rows.length}条）.xlsx`, bytes }
}
