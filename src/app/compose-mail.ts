import type { PlainDate } from '../days/plain-date.ts'
import { heldNow } from '../disclosure/held-mail.ts'
import { answerNow } from '../feedback/answer-mail.ts'
import type { Compose, MailEnded } from '../mail/compose.ts'
import { reminderNow } from '../requests/actions/remind-due.ts'
import { turnNow } from '../review/turns/turn-mail.ts'
import { digestEnded, digestNow, requestNow } from '../subscriptions/compose.ts'
import { declarationsNow } from '../supervision/coverage/actions.ts'

/**
 * Every kind of mail in the words of the day on which it leaves, with links to the site of this origin. A kind that an earlier version
 * queued and nobody knows is dropped.
 */
export const composeMail =
  (today: () => PlainDate, origin: string): Compose =>
  async (tx, organId, mail) => {
    switch (mail.about.kind) {
      case 'requestReminder':
        return reminderNow(tx, { organId, today: today() }, mail)
      case 'heldEdition':
        return heldNow(tx, organId, mail)
      case 'feedbackAnswered':
        return answerNow(tx, organId, mail.about)
      case 'turn':
        return turnNow(tx, { organId, today: today() }, mail)
      case 'declarationsDue':
        return declarationsNow(tx, { organId, today: today() }, mail)
      case 'subscriptionRequest':
        return requestNow(tx, { organId, origin }, mail.about)
      case 'digest':
        return digestNow(tx, { organId, origin }, mail.about)
      default:
        return null
    }
  }

/** What the rooms note of how their mails ended. */
export const mailEnded: MailEnded = async (tx, organId, about, how) => {
  if (about.kind === 'digest') await digestEnded(tx, organId, about, how)
}
