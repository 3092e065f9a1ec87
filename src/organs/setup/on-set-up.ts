import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { joinedList } from '../../joined-list.ts'

/** What a bureau has from its first day on beside its people, brought by the rooms that keep it. */
export const onSetUp = joinedList<(tx: Tx, organId: number, today: PlainDate) => Promise<void>>('onSetUp')
