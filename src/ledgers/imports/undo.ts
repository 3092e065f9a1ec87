import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { watchReports } from '../../report/moved.ts'
import { listOvertaken, takeCoursesBack, takeRequestsBack } from '../../requests/store/undo-import.ts'
import { rowLedgers } from '../rows/row-ledger.ts'
import { listWaitingOfImport } from '../rows/store/corrections.ts'
import * as store from './store.ts'

export interface Undone {
  readonly removed: number
  readonly restored: number
  /** Published years in whose report something counts otherwise than before. */
  readonly reportsToRevise: readonly number[]
}

const mostNamed = 20
const nameOf = ({ table, after }: store.ImportedRow): string => {
  const { label, name } = store.importedTables[table]
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return `${label}“${String(after[column] ?? '')}”`
}

/**
 * Takes a whole import back: what it added is removed, what it changed is as before. Refused, with the list, where rows
 * have been changed, corrected or published since. Where a figure of a published report moves, the head of the work body does it.
 */
export async function undoImport(tx: Tx, actor: Actor, id: string, reason: string): Promise<Undone> {
  const { organId } = actor
  const imported = await store.getImportForChange(tx, organId, id)
  if (imported.undoneAt) throw refusals.importUndone()
  if (!imported.act) throw refusals.importTooOld()
  const rows = await store.listImportRows(tx, organId, id)
  const since = [
    ...rows.filter(({ isChanged }) => isChanged).map(nameOf),
    ...(await store.listLeaning(tx, organId, id)).map((name) => `“${name}”`),
    ...(await listOvertaken(tx, organId, imported.act)).map((number) => `申请“${number}”`),
    ...(await listWaitingOfImport(tx, organId, id)).map(
      ({ ledger, before }) => `${rowLedgers[ledger].label}“${before[rowLedgers[ledger].name] ?? ''}”（更正待复核）`,
    ),
  ]
  if (since.length > 0) throw refusals.importOvertaken(listed([...new Set(since)]))
  const { moved: reportsToRevise } = await watchReports(tx, organId, () =>
    takeBack(tx, organId, imported.act ?? '', rows),
  )
  if (reportsToRevise.length > 0 && !(actor.roles.includes('ogiHead') && actor.name !== imported.importedName))
    throw refusals.undoByHead(reportsToRevise.join('、'))
  await store.markUndone(tx, organId, id, actor.name, reason)
  const removed = rows.filter(({ before }) => before === null).length
  const undone = { removed, restored: rows.length - removed, reportsToRevise }
  await audit(tx, actor, 'ledger.importUndone', {
    subject: id,
    detail: { fileName: imported.fileName, reason, ...undone },
  })
  return undone
}

async function takeBack(tx: Tx, organId: number, act: string, rows: readonly store.ImportedRow[]): Promise<void> {
  await takeCoursesBack(tx, organId, act)
  for (const table of store.importedTableNames) {
    const own = rows.filter((row) => row.table === table)
    const added = own.filter(({ before }) => before === null).map((row) => row.id)
    if (table === 'requests') await takeRequestsBack(tx, organId, added)
    else if (added.length > 0) await store.removeRows(tx, organId, table, added)
    await store.restoreRows(tx, organId, table, own)
  }
}

const listed = (names: readonly string[]): string =>
  names.length > mostNamed ? `${names.slice(0, mostNamed).join('、')}等${names.length}处` : names.join('、')
