import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { yearOf } from '../days/plain-date.ts'
import { yearBetween } from '../days/typed-year.ts'
import { onceInOrgan } from '../db/answer-once.ts'
import { inOrgan, lookInOrgan } from '../db/organ.ts'
import { businessRoles } from '../organs/role.ts'
import { openSender, takeStep } from './actions/take-step.ts'
import { feedbackKindIds, feedbackStatuses } from './feedback.ts'
import { showFeedback, showFeedbackList, showFigures } from './show.ts'
import { stepNames } from './step-inputs.ts'
import { countOpen } from './store/lists.ts'

const config = { access: { roles: businessRoles } } as const
const Year = yearBetween(1949, 2200).optional()
const Wanted = z.strictObject({
  status: z.enum(feedbackStatuses).optional(),
  kind: z.enum(feedbackKindIds).optional(),
  about: z.string().max(300).optional(),
  year: Year,
  month: z.coerce.number().int().min(1).max(12).optional(),
  q: z.string().trim().max(100, '查找的文字不超过100个字').default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
const Id = z.strictObject({ id: z.uuid('没有这条意见') })
const OfStep = Id.extend({ step: z.enum(stepNames) })
const Step = z.strictObject({ seq: z.int().min(0), input: z.unknown() })
const Reveal = z.strictObject({
  reason: z.string().trim().min(2, '请填写查看完整信息的理由').max(200, '理由不超过200个字'),
})
const pageSize = 20

/** What readers say of the organ's pages: the list, its figures, one of them and its steps. */
export const feedbackRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/feedback', { config, schema: { querystring: Wanted } }, async ({ query: { q, ...query }, actor }) =>
    lookInOrgan(app.db, actor.organId, (tx) => showFeedbackList(tx, actor, { ...query, words: q, pageSize })),
  )

  app.get('/feedback/open', { config }, async ({ actor }) =>
    lookInOrgan(app.db, actor.organId, async (tx) => ({ total: await countOpen(tx, actor.organId) })),
  )

  app.get('/feedback/figures', { config, schema: { querystring: z.strictObject({ year: Year }) } }, async (request) => {
    const { query, actor } = request
    return lookInOrgan(app.db, actor.organId, (tx) => showFigures(tx, actor, query.year ?? yearOf(actor.today)))
  })

  app.get('/feedback/:id', { config, schema: { params: Id } }, async ({ params, actor }) =>
    lookInOrgan(app.db, actor.organId, (tx) => showFeedback(tx, actor, params.id)),
  )

  app.post('/feedback/:id/steps/:step', { config, schema: { params: OfStep, body: Step } }, async (request) =>
    onceInOrgan(app.db, request, async (tx) => {
      const { actor, body, params } = request
      await takeStep(tx, actor, params.id, params.step, body.input, body.seq)
      return showFeedback(tx, actor, params.id)
    }),
  )

  app.post('/feedback/:id/sender', { config, schema: { params: Id, body: Reveal } }, async ({ params, body, actor }) =>
    inOrgan(app.db, actor.organId, (tx) => openSender(tx, actor, params.id, body.reason)),
  )
}
