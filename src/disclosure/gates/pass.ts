import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import { foldEdition } from '../edition.ts'
import { type Confirmation, confirmationsFor } from '../edition-event.ts'
import type { OpenEdition } from '../record.ts'
import { noteLinks } from '../store/link-checks.ts'
import { examine } from './all-gates.ts'
import { gateContext, outsideLinks } from './context.ts'
import type { Finding } from './finding.ts'

/** Everything that the gates see in the text that stands, the gravest first. */
export async function findingsOf(tx: Tx, found: OpenEdition, today: PlainDate): Promise<Finding[]> {
  return examine(found.content, await gateContext(tx, found, today))
}

/**
 * Lets the text through, or refuses: something must be mended, or kept only with a reason. Reasons that were given for the
 * very same text at an earlier step still count.
 */
export async function passGates(
  tx: Tx,
  found: OpenEdition,
  confirmations: readonly Confirmation[],
  today: PlainDate,
): Promise<void> {
  const given = [...confirmations, ...confirmationsFor(found.events, foldEdition(found.events).hash)]
  for (const { severity, gate, place, message } of await findingsOf(tx, found, today)) {
    if (severity === 'block') throw refusals.gateShut(message, place)
    const isConfirmed = given.some((each) => each.gate === gate && each.place === place)
    if (severity === 'confirm' && !isConfirmed) throw refusals.gateNeedsReason(message, place)
  }
  await noteLinks(tx, found.record.organId, outsideLinks(found.content))
}
