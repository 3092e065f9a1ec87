import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { recordColumn } from '../../platform/columns/standing.ts'
import { refusals } from '../../refusal.ts'
import { shutting } from '../by-the-clock.ts'
import { contentHash } from '../content-hash.ts'
import { foldEdition } from '../edition.ts'
import { type Confirmation, confirmationsFor } from '../edition-event.ts'
import type { OpenEdition } from '../record.ts'
import { compareText } from '../store/likeness.ts'
import { noteLinks } from '../store/link-checks.ts'
import { examine } from './all-gates.ts'
import { closedColumnFinding } from './closed-column.ts'
import { gateContext, isCompared, outsideLinks } from './context.ts'
import type { Finding } from './finding.ts'

/** Everything that the gates see in the text that stands, the gravest first. */
export async function findingsOf(tx: Tx, found: OpenEdition, today: PlainDate): Promise<Finding[]> {
  const seen = examine(found.content, await gateContext(tx, found, today))
  return [...(await columnFindings(tx, found)), ...seen.map((each) => asOf(found, each))]
}

/** Policy and interpretation are drafted together: which goes out first is asked when one goes out, not before. */
const askedWhenOut = ['policyNotPublished']
/** Where a repost comes from is asked of its author, not of those who have it before them. */
const askedBefore = ['sourceAddressMissing', 'repostOfOurOwn']

const asOf = ({ events }: OpenEdition, found: Finding): Finding => {
  const notNow = foldEdition(events).status === 'drafting' ? askedWhenOut : askedBefore
  return notNow.includes(found.gate) ? { ...found, severity: 'hint' } : found
}

/** While it is drafted only: what was signed is not kept from the public because a column has moved. */
async function columnFindings(tx: Tx, { record, events, content }: OpenEdition): Promise<Finding[]> {
  if (foldEdition(events).status !== 'drafting') return []
  const column = await recordColumn(tx, record.organId, content.columnId)
  const finding = column && closedColumnFinding(column)
  return finding ? [finding] : []
}

/**
 * Lets the text through, or refuses: something must be mended, or kept only with a reason. Reasons that were given for the
 * very same text at an earlier step still count. Notes for the reviewers what an original text is like, and which links to follow.
 */
export async function passGates(
  tx: Tx,
  found: OpenEdition,
  confirmations: readonly Confirmation[],
  today: PlainDate,
): Promise<void> {
  const given = [...confirmations, ...confirmationsFor(found.events, foldEdition(found.events).hash)]
  const [first] = shutting(await findingsOf(tx, found, today), given)
  if (first?.severity === 'block') throw refusals.gateShut(first.message, first.place)
  if (first) throw refusals.gateNeedsReason(first.message, first.place)
  const { record, content } = found
  if (isCompared(content))
    await compareText(tx, { organId: record.organId, recordId: record.id, content, hash: contentHash(content) })
  await noteLinks(tx, found.record.organId, outsideLinks(found.content))
}
