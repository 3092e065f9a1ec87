import type { Tx } from '../db/database.ts'
import { cellWords } from '../ledgers/rows/corrected.ts'
import { type ExportedList, exportList, type LineColumn } from '../lists/export-list.ts'
import type { Exported } from '../lists/wanted.ts'
import type { Actor } from '../organs/actor.ts'
import { remediesLedger } from './ledger.ts'
import type { ListedRemedy } from './listed-remedy.ts'
import { listRemedies } from './store.ts'
import type { WantedRemedies } from './wanted.ts'

/** As the register's own columns say it. */
const columns: readonly LineColumn<ListedRemedy>[] = remediesLedger.columns.map((column) => ({
  label: column.header,
  of: (remedy) => cellWords(column, remediesLedger.toValues(remedy)[column.id] ?? null),
}))

const list = {
  action: 'ledger.exported',
  ledger: 'remedies',
  title: '行政复议、行政诉讼清单',
  sheet: '复议诉讼',
  unit: '件',
  columns,
}

/** The cases that the list shows, as a file. */
export const exportRemedies = (tx: Tx, actor: Actor, wanted: WantedRemedies & Exported): Promise<ExportedList> =>
  exportList(tx, actor, list, wanted, (part) => listRemedies(tx, actor.organId, wanted, part))
