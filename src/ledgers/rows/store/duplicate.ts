import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import type { Values } from '../../../workbooks/ledger.ts'
import type { RowLedgerId } from '../row-ledger.ts'

/** Whether another row of the register is called the same already. */
export async function isDuplicate(
  tx: Tx,
  organId: number,
  ledger: RowLedgerId,
  rowId: string,
  values: Values,
): Promise<boolean> {
  const same = {
    requests: sql`requests t where number = ${values.number}`,
    remedies: sql`remedies t where number = ${values.number}`,
    normativeDocuments: sql`normative_documents t where document_number = ${values.documentNumber}`,
    administrativeDecisions: sql`administrative_decisions t where kind = ${values.kind} and number = ${values.number}`,
    administrativeFees: sql`administrative_fees t where receipt_number = ${values.receiptNumber}`,
    channels: sql`channels t where kind = ${values.kind} and name = ${values.name}`,
    publications: sql`publications t join channels c on c.organ_id = t.organ_id and c.id = t.channel_id
      where c.kind = ${values.channelKind} and c.name = ${values.channelName} and t.published_on = ${values.publishedOn}
        and t.title = ${values.title} and t.url = ${values.url ?? ''}`,
  }[ledger]
  const { rows } = await sql`
    select t.id from ${same} and t.organ_id = ${organId} and t.id <> ${rowId} limit 1`.execute(tx)
  return rows.length > 0
}
