import type { PlainDate } from '../days/plain-date.ts'
import { heldNow } from '../disclosure/held-mail.ts'
import { answerNow } from '../feedback/answer-mail.ts'
import type { Compose } from '../mail/compose.ts'
import { reminderNow } from '../requests/actions/remind-due.ts'
import { turnNow } from '../review/turns/turn-mail.ts'
import { declarationsNow } from '../supervision/coverage/actions.ts'

/** Every kind of mail in the words of the day on which it leaves. A kind that an earlier version queued and nobody knows is dropped. */
export const composeMail =
  (today: () => PlainDate): Compose =>
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
      default:
        return null
    }
  }
