import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { maskEmail } from '../../people/masked.ts'
import { changeSubscription, confirmSubscription } from '../../subscriptions/actions.ts'
import { subscriptionAddresses, withCode } from '../../subscriptions/addresses.ts'
import { Code } from '../../subscriptions/code.ts'
import { topicTitles } from '../../subscriptions/compose.ts'
import { listColumns } from '../../subscriptions/store/news.ts'
import { findByCode, findRequestByCode, topicsOf } from '../../subscriptions/store/subscribers.ts'
import type { Topic } from '../../subscriptions/topic.ts'
import type { Portal } from '../portal.ts'
import { goTo } from '../requests/between-pages.ts'
import { formIn, oneEach } from '../requests/form.ts'
import { formRoute, lookUp, publicRoute, sendPage } from '../requests/public-forms.ts'
import { ownPage, topicKey } from './own-page.tsx'
import { confirmPage, goneLinkPage } from './settled-pages.tsx'

const Query = z.object({ code: Code.catch(''), done: z.enum(['confirmed', 'changed']).optional().catch(undefined) })

/** The code that stands in the link of a mail; empty where there is none. */
export const codeAsked = (request: FastifyRequest): string => Query.parse(request.query).code

/** What the links of a mail open: the confirmation, and what the address is subscribed to. */
export function confirmedRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/:organ/subscribe/confirm', publicRoute, async (request, reply) => {
    const found = await lookUp(portal, request, (organ) =>
      withCode(subscriptionAddresses.confirm(organ), codeAsked(request)),
    )
    const { id: organId } = found.organ
    const code = codeAsked(request)
    const waiting = await lookInOrgan(app.db, organId, async (tx) => {
      const asked = await findRequestByCode(tx, organId, code)
      const [wanted] = asked ? await topicTitles(tx, organId, [asked.topic], await listColumns(tx, organId)) : []
      return asked && wanted && { title: wanted.title, address: maskEmail(asked.address) }
    })
    if (!waiting) return sendPage(reply, goneLinkPage(found, 'confirm'), 404)
    return sendPage(reply, confirmPage({ ...found, ...waiting, code }))
  })

  app.post('/:organ/subscribe/confirm', formRoute, async (request, reply) => {
    const found = await lookUp(portal, request, subscriptionAddresses.confirm)
    const { code } = oneEach(formIn(request), ['code'])
    const own = await inOrgan(app.db, found.organ.id, (tx) => confirmSubscription(tx, found.organ.id, code))
    if (own === undefined) return sendPage(reply, goneLinkPage(found, 'confirm'), 404)
    return goTo(reply, `${withCode(subscriptionAddresses.own(found.organ), own)}&done=confirmed`)
  })

  app.get('/:organ/subscription', publicRoute, async (request, reply) => {
    const found = await lookUp(portal, request, (organ) =>
      withCode(subscriptionAddresses.own(organ), codeAsked(request)),
    )
    const { id: organId } = found.organ
    const { code, done } = Query.parse(request.query)
    const own = await lookInOrgan(app.db, organId, async (tx) => {
      const subscriber = await findByCode(tx, organId, code)
      if (!subscriber) return undefined
      const columns = await listColumns(tx, organId)
      const topics = await topicTitles(tx, organId, await topicsOf(tx, subscriber), columns)
      return { topics, address: maskEmail(subscriber.address) }
    })
    if (!own) return sendPage(reply, goneLinkPage(found, 'own'), 404)
    return sendPage(reply, ownPage({ ...found, ...own, code, done }))
  })

  app.post('/:organ/subscription', formRoute, async (request, reply) => {
    const found = await lookUp(portal, request, subscriptionAddresses.own)
    const form = formIn(request)
    const { code } = oneEach(form, ['code'], ['shown', 'keep'])
    const [shown = [], kept = []] = [form.get('shown'), form.get('keep')]
    // What was not on the page is not ended by it.
    const isKept = (topic: Topic) => !shown.includes(topicKey(topic)) || kept.includes(topicKey(topic))
    const changed = await inOrgan(app.db, found.organ.id, (tx) => changeSubscription(tx, found.organ.id, code, isKept))
    if (changed === undefined) return sendPage(reply, goneLinkPage(found, 'own'), 404)
    if (changed === 'ended') return goTo(reply, subscriptionAddresses.ended(found.organ))
    return goTo(reply, `${withCode(subscriptionAddresses.own(found.organ), code)}&done=changed`)
  })
}
