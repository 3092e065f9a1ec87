import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import type { Confirmation } from '../edition-event.ts'
import type { OpenEdition } from '../record.ts'
import { completenessFindings } from './complete.ts'
import type { Finding } from './finding.ts'

/** Everything that the gates see in the text that stands, the gravest first. */
export async function findingsOf(_tx: Tx, { content }: OpenEdition): Promise<Finding[]> {
  return completenessFindings(content)
}

/** Lets the text through, or refuses: something must be mended, or kept only with a reason. */
export async function passGates(tx: Tx, found: OpenEdition, confirmations: readonly Confirmation[]): Promise<void> {
  for (const { severity, gate, place, message } of await findingsOf(tx, found)) {
    if (severity === 'block') throw refusals.gateShut(message, place)
    const isConfirmed = confirmations.some((each) => each.gate === gate && each.place === place)
    if (severity === 'confirm' && !isConfirmed) throw refusals.gateNeedsReason(message, place)
  }
}
