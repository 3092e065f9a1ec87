import { isDeepStrictEqual } from 'node:util'
import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Image } from '../../db/table-rows.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { watchFigures } from '../figures-watch.ts'
import { type KeptRows, keptRows, type RowsOfImport, rowLedgerOf } from '../rows/kept-row.ts'
import { listWaitingOfImport } from '../rows/store/corrections.ts'
import * as store from './store.ts'

export interface Undone {
  readonly removed: number
  readonly restored: number
  /** Published years in whose report something counts otherwise than before. */
  readonly reportsToRevise: readonly number[]
}

const mostNamed = 20

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
  const parts = partsOf(imported.act, rows)
  const since = [
    ...(await listChanged(tx, organId, parts)),
    ...(await listLater(tx, organId, parts)),
    ...(await listWaitingOfImport(tx, organId, id)).map(({ ledger, before }) => {
      const { label, name } = rowLedgerOf(ledger)
      return `${label}“${before[name] ?? ''}”（更正待复核）`
    }),
  ]
  if (since.length > 0) throw refusals.importOvertaken(listed([...new Set(since)]))
  const { moved: reportsToRevise } = await watchFigures(tx, organId, async () => {
    for (const { kept, imported: own } of parts) await kept.imported.takeBack(tx, organId, own)
  })
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

/** What an import wrote to one register. */
interface Part {
  readonly kept: KeptRows
  readonly rows: readonly store.ImportedRow[]
  readonly imported: RowsOfImport
}

/** In the order in which it is taken back: what refers goes before what is referred to. */
const partsOf = (act: string, rows: readonly store.ImportedRow[]): readonly Part[] =>
  keptRows
    .all()
    .toReversed()
    .map((kept) => {
      const own = rows.filter(({ ledger }) => ledger === kept.id)
      const added = own.filter(({ before }) => before === null).map(({ id }) => id)
      const changed = own.flatMap(({ id, before }) => (before ? [{ id, before }] : []))
      return { kept, rows: own, imported: { act, added, changed } }
    })

/** Rows that are no longer as the import left them. */
async function listChanged(tx: Tx, organId: number, parts: readonly Part[]): Promise<string[]> {
  const named: string[] = []
  for (const { kept, rows } of parts) {
    if (rows.length === 0) continue
    const { listImages, moving } = kept.imported
    const ids = rows.map(({ id }) => id)
    const now = await listImages(tx, organId, ids)
    const still = (image: Image) =>
      Object.fromEntries(Object.entries(image).filter(([column]) => !moving.includes(column)))
    const changed = rows.filter(({ id, after }) => {
      const image = now.get(id)
      return !image || !isDeepStrictEqual(still(image), still(after))
    })
    named.push(...changed.map(({ after }) => nameOf(kept, after)))
  }
  return named
}

function nameOf({ ledger: { rowLabel, name } }: KeptRows, image: Image): string {
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return `${rowLabel}“${String(image[column] ?? '')}”`
}

/** What was done since with what the import wrote. */
async function listLater(tx: Tx, organId: number, parts: readonly Part[]): Promise<string[]> {
  const everyAdded = parts.flatMap(({ imported }) => imported.added)
  const later: string[] = []
  for (const { kept, imported } of parts)
    later.push(...((await kept.imported.listLater?.(tx, organId, imported, everyAdded)) ?? []))
  return later
}

const listed = (names: readonly string[]): string =>
  names.length > mostNamed ? `${names.slice(0, mostNamed).join('、')}等${names.length}处` : names.join('、')
