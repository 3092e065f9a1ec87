import type { Content } from './content.ts'
import { contentHash } from './content-hash.ts'
import { type Edition, isFullySigned } from './edition.ts'
import { type Confirmation, confirmationsFor, type EditionEvent, type NewEvent } from './edition-event.ts'
import type { Finding } from './gates/finding.ts'

/** A site of others that does not answer just then is no reason to keep the public waiting (art. 26). */
const passing: readonly string[] = ['deadLink']

/** What keeps a text from going out: what must be mended, and what needs a reason that nobody has given for this very text. */
export const shutting = (findings: readonly Finding[], given: readonly Confirmation[]): Finding[] =>
  findings.filter(
    ({ severity, gate, place }) =>
      severity === 'block' ||
      (severity === 'confirm' && !given.some((each) => each.gate === gate && each.place === place)),
  )

/** Whether the clock is to act on it: set for now or earlier, and signed by all as it stands. */
export const isDue = (edition: Edition, content: Content, now: Date): boolean =>
  edition.status === 'scheduled' &&
  edition.scheduledFor !== null &&
  Date.parse(edition.scheduledFor) <= now.getTime() &&
  isFullySigned(edition) &&
  contentHash(content) === edition.hash

/**
 * What the clock does with an edition that is due: lets it out, or holds it when the gates, which were open when it was set,
 * have shut meanwhile. Then people decide: they mend the text, or publish it by hand with a reason.
 */
export function eventAtMinute(
  { hash, scheduledFor }: Edition,
  events: readonly EditionEvent[],
  findings: readonly Finding[],
): NewEvent {
  if (hash === null || scheduledFor === null) throw new Error('the edition is not due')
  const reasons = shutting(findings, confirmationsFor(events, hash)).filter(({ gate }) => !passing.includes(gate))
  if (reasons.length === 0)
    return { kind: 'published', data: { hash, urgentReason: null, confirmations: [], secrecy: [], standsInFor: null } }
  const told = reasons.map(({ gate, place, message }) => ({ gate, place, message }))
  return { kind: 'held', data: { hash, scheduledFor, reasons: told } }
}
