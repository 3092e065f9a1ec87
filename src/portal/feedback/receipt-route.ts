import type { FastifyInstance } from 'fastify'
import { lookInOrgan } from '../../db/organ.ts'
import { readByKey } from '../../feedback/actions/submit.ts'
import { goTo } from '../requests/between-pages.ts'
import { findDraft, keyAsked } from '../requests/drafts.ts'
import { lookUp, publicRoute, sendPage } from '../requests/public-forms.ts'
import { addresses } from '../site.ts'
import type { FormOptions } from './form-routes.ts'
import { feedbackReceiptPage } from './receipt-page.tsx'

/** For an hour the browser that has sent a form sees its receipt; afterwards its address leads to where the code is asked for. */
export function receiptRoute(app: FastifyInstance, { portal, sendsMail }: FormOptions): void {
  app.get('/:organ/feedback/receipt', publicRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, (organ) => addresses.feedback(organ))
    const key = keyAsked(request)
    const isSent = key !== undefined && (await findDraft(app, request, organ, key))?.sent != null
    const found = isSent && (await lookInOrgan(app.db, organ.id, (tx) => readByKey(tx, organ.id, key)))
    if (!found) return goTo(reply, addresses.feedbackAnswer(organ))
    const { feedback, said, code } = found
    const page = { path: feedback.pagePath, title: feedback.pageTitle }
    const byMail = sendsMail && said.email !== ''
    const here = { ...view, path: addresses.feedbackReceipt(organ, key) }
    const submitted = { feedback, code }
    return sendPage(reply, feedbackReceiptPage({ view: here, organ, page, submitted, byMail, draftKey: key }))
  })
}
