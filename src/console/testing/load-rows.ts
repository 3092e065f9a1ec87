import { keptLedgers, ledgers } from '../../app/kept-ledgers.ts'
import { officeDay } from '../../days/plain-date.ts'
import { inActs } from '../../db/organ.ts'
import { importLedgers } from '../../ledgers/import.ts'
import { operatorActor } from '../../organs/actor.ts'
import type { Values } from '../../workbooks/ledger.ts'
import { readLedgers } from '../../workbooks/read-ledgers.ts'
import { writeWorkbook } from '../../workbooks/workbook.ts'
import type { openConsole } from './open-console.ts'

type Office = Pick<Awaited<ReturnType<typeof openConsole>>, 'db' | 'organ' | 'now'>

/** Imports rows by ledger into the registers of the office today, as an operator does with a workbook of this name. */
export async function loadRows(
  { db, organ, now }: Office,
  rows: Readonly<Record<string, readonly Values[]>>,
  name = '台账.xlsx',
): Promise<void> {
  const today = officeDay(now())
  const contents = Object.entries(rows).flatMap(([id, values]) =>
    ledgers.filter((ledger) => ledger.id === id).map((ledger) => ({ ledger, rows: values })),
  )
  const bytes = await writeWorkbook(contents, { isTemplate: false })
  const file = await readLedgers(ledgers, bytes, name, { today })
  const by = { ...operatorActor(0, today), name: '命令行（root）' }
  const done = await inActs(db, (tx) => importLedgers(tx, by, organ.slug, keptLedgers, file, { name, bytes }))
  if ('problems' in done) throw new Error(JSON.stringify(done.problems.list))
}
