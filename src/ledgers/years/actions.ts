import { record as audit } from '../../audit/record.ts'
import { yearOf } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import * as organs from '../../organs/store.ts'
import { refusals } from '../../refusal.ts'
import { type ConfirmYear, type LedgerYear, ledgerLabel, ledgersOf } from './ledger-year.ts'
import { isOvertaken, stateOf } from './state.ts'
import * as store from './store.ts'

/** What is known of every ledger of an organ in a year. */
export async function showLedgerYear(
  tx: Tx,
  organ: Pick<Organ, 'id' | 'canMakeRules'>,
  year: number,
): Promise<LedgerYear[]> {
  return (await store.listYear(tx, organ.id, year, ledgersOf(organ.canMakeRules))).map(stateOf)
}

/** Whether the organ's report of the year is public: the room of reports knows, and says so at the door. */
export type IsPublished = (tx: Tx, organId: number, year: number) => Promise<boolean>

/**
 * Answers by name for a year of a ledger: that there was nothing, or nothing beside what stands in it. Refuses a year that is
 * not over, and a ledger of which the state is known. A confirmation that was overtaken gives way.
 */
export async function confirmYear(tx: Tx, actor: Actor, { ledger, year, words }: ConfirmYear): Promise<{ id: string }> {
  if (yearOf(actor.today) <= year) throw refusals.yearStillRuns(year)
  const organ = await organs.lock(tx, actor.organId)
  const found = (await showLedgerYear(tx, organ, year)).find((each) => each.ledger === ledger)
  if (!found) throw refusals.noSuchLedgerYear()
  if (found.state !== 'notKept') throw refusals.ledgerYearKnown(ledgerLabel(ledger), year)
  if (found.confirmation && isOvertaken(found))
    await store.endConfirmation(tx, actor.organId, found.confirmation.id, {
      endedOn: actor.today,
      endedName: actor.name,
      endReason: '台账有变动，重新确认',
    })
  const id = await store.addConfirmation(tx, actor.organId, {
    ledger,
    year,
    rowCount: found.rows,
    standingCount: found.standing,
    words,
    confirmedOn: actor.today,
    confirmedBy: actor.kind === 'staff' ? actor.id : null,
    confirmedName: actor.name,
  })
  const detail = { ledger, year, rows: found.rows, standing: found.standing, words, by: actor.name }
  await audit(tx, actor, 'ledger.confirmed', { subject: `${ledger}/${year}`, detail })
  return { id }
}

/** Takes a confirmation back. Refuses it once the report of that year is public: the register stands as it was reported. */
export async function endConfirmation(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string,
  isPublished: IsPublished,
): Promise<void> {
  const { ledger, year, rowCount } = await store.getConfirmationForChange(tx, actor.organId, id)
  if (await isPublished(tx, actor.organId, year)) throw refusals.confirmationPublished(year)
  await store.endConfirmation(tx, actor.organId, id, {
    endedOn: actor.today,
    endedName: actor.name,
    endReason: reason,
  })
  const detail = { ledger, year, rows: rowCount, reason, by: actor.name }
  await audit(tx, actor, 'ledger.confirmationEnded', { subject: `${ledger}/${year}`, detail })
}
