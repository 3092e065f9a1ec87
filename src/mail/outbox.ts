import type { Tx } from '../db/database.ts'

/** Queues a mail in the same transaction as its cause. */
export async function queueMail(
  tx: Tx,
  organId: number,
  { to, subject, body }: { readonly to: string; readonly subject: string; readonly body: string },
): Promise<void> {
  await tx.insertInto('mails').values({ organId, toAddress: to, subject, body }).execute()
}
