import type { FastifyInstance } from 'fastify'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { maskEmail } from '../../people/masked.ts'
import { endSubscription } from '../../subscriptions/actions.ts'
import { subscriptionAddresses, withCode } from '../../subscriptions/addresses.ts'
import { findByCode } from '../../subscriptions/store/subscribers.ts'
import type { Portal } from '../portal.ts'
import { goTo } from '../requests/between-pages.ts'
import { lookUp, publicRoute, sendPage } from '../requests/public-forms.ts'
import { codeAsked } from './confirmed-routes.ts'
import { endedPage, endPage, goneLinkPage } from './settled-pages.tsx'

const shortForm = 16 * 1024

/**
 * The way out, by a button or by the reader's mail program (RFC 8058): a POST without cookie, from wherever it comes, in whatever form,
 * to the address in the mail. The code is all that it needs; what stands in the form only tells which of the two it is.
 */
export async function endRoutes(app: FastifyInstance, portal: Portal): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, async (_request: unknown, body: string) => body)

  app.get('/:organ/subscription/end', publicRoute, async (request, reply) => {
    const found = await lookUp(portal, request, (organ) =>
      withCode(subscriptionAddresses.end(organ), codeAsked(request)),
    )
    const code = codeAsked(request)
    const subscriber = await lookInOrgan(app.db, found.organ.id, (tx) => findByCode(tx, found.organ.id, code))
    if (!subscriber) return sendPage(reply, goneLinkPage(found, 'own'), 404)
    return sendPage(reply, endPage({ ...found, code, address: maskEmail(subscriber.address) }))
  })

  app.post('/:organ/subscription/end', { ...publicRoute, bodyLimit: shortForm }, async (request, reply) => {
    const found = await lookUp(portal, request, subscriptionAddresses.end)
    const ended = await inOrgan(app.db, found.organ.id, (tx) => endSubscription(tx, found.organ.id, codeAsked(request)))
    const isOneClick = typeof request.body === 'string' && request.body.includes('List-Unsubscribe')
    // A mail program follows no redirect, and asks twice.
    if (isOneClick) return sendPage(reply, ended ? endedPage(found) : goneLinkPage(found, 'own'))
    if (!ended) return sendPage(reply, goneLinkPage(found, 'own'), 404)
    return goTo(reply, subscriptionAddresses.ended(found.organ))
  })

  app.get('/:organ/subscription/ended', publicRoute, async (request, reply) =>
    sendPage(reply, endedPage(await lookUp(portal, request, subscriptionAddresses.ended))),
  )
}
