import type { PlainDate } from '../../../days/plain-date.ts'
import type { Tx } from '../../../db/database.ts'
import { operatorActor } from '../../../organs/actor.ts'
import type { Organ } from '../../../organs/organ.ts'
import { confirmYear, showLedgerYear } from '../actions.ts'
import { notKept } from '../state.ts'

/** Somebody answers for every ledger of the year of which nothing is known. */
export async function confirmAll(tx: Tx, organ: Organ, year: number, today: PlainDate): Promise<void> {
  const actor = { ...operatorActor(organ.id, today), name: '李文' }
  for (const { ledger } of notKept(await showLedgerYear(tx, organ, year)))
    await confirmYear(tx, actor, { ledger, year, words: '已向各科室核实' })
}
