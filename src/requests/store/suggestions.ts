import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'

/** Notes once for each form what became of the published information that was shown. */
export async function noteUse(
  tx: Tx,
  use: { readonly organId: number; readonly id: string; readonly shownOn: PlainDate; readonly helped: boolean },
): Promise<void> {
  await tx
    .insertInto('suggestionUses')
    .values(use)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
