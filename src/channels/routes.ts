import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { yearOf } from '../days/plain-date.ts'
import { onceInOrgan } from '../db/answer-once.ts'
import { inOrgan } from '../db/organ.ts'
import { businessRoles } from '../organs/role.ts'
import { checkOriginality, correctOriginality, openChannel, takeDown, tickOff } from './actions.ts'
import { listChannels } from './store/ledger.ts'
import { countUnchecked, listFlags } from './store/originality.ts'
import { countByChannel, listPublications, publicationViews, sharesOf } from './store/publications.ts'
import { CorrectOriginality, TakeDown, TickOff } from './tick-off.ts'

const config = { access: { roles: businessRoles } } as const
const noting = { access: { roles: ['clerk'] } } as const
const Id = z.strictObject({ id: z.uuid('没有这条发布信息') })
const Year = z.coerce.number().int().min(2000).max(2200).optional()
const Wanted = z.strictObject({
  view: z.enum(publicationViews).default('all'),
  channelId: z.uuid().optional(),
  year: Year,
  originality: z.enum(['original', 'repost', 'other']).optional(),
  columnId: z.string().max(40).optional(),
  recordId: z.uuid().optional(),
  q: z.string().trim().max(100, '查找的文字不超过100个字').default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
/** Checked cell by cell by the ledger's own declaration. */
const Typed = z.record(z.string().max(40), z.string().max(4000).nullable())

const pageSize = 20

/** Channels, what stood where, and how much of it is original. */
export const channelRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/channels', { config }, async ({ actor }) =>
    inOrgan(app.db, actor.organId, async (tx) => ({ items: await listChannels(tx, actor.organId) })),
  )

  app.post('/channels', { config: noting, schema: { body: Typed } }, async (request) =>
    onceInOrgan(app.db, request, (tx) => openChannel(tx, request.actor, request.body)),
  )

  app.get('/channels/counts', { config }, async ({ actor }) =>
    inOrgan(app.db, actor.organId, async (tx) => ({ items: await countByChannel(tx, actor.organId) })),
  )

  app.get('/channels/publications', { config, schema: { querystring: Wanted } }, async ({ query, actor }) =>
    inOrgan(app.db, actor.organId, async (tx) => ({
      ...(await listPublications(tx, actor.organId, { ...query, words: query.q, pageSize })),
      pageSize,
    })),
  )

  app.post('/channels/records/:id', { config: noting, schema: { params: Id, body: TickOff } }, async (request) =>
    onceInOrgan(app.db, request, (tx) => tickOff(tx, request.actor, request.params.id, request.body)),
  )

  app.post(
    '/channels/publications/:id/down',
    { config: noting, schema: { params: Id, body: TakeDown } },
    async ({ params, body, actor }, reply) => {
      await inOrgan(app.db, actor.organId, (tx) => takeDown(tx, actor, params.id, body))
      return reply.code(204).send()
    },
  )

  app.put(
    '/channels/publications/:id/originality',
    { config: noting, schema: { params: Id, body: CorrectOriginality } },
    async ({ params, body, actor }) =>
      inOrgan(app.db, actor.organId, (tx) => correctOriginality(tx, actor, params.id, body)),
  )

  app.get(
    '/channels/originality',
    { config, schema: { querystring: z.strictObject({ year: Year }) } },
    async ({ query, actor }) =>
      inOrgan(app.db, actor.organId, async (tx) => {
        const year = query.year ?? yearOf(actor.today)
        return {
          year,
          shares: await sharesOf(tx, actor.organId, year),
          flags: await listFlags(tx, actor.organId),
          unchecked: await countUnchecked(tx, actor.organId),
        }
      }),
  )

  app.post('/channels/originality/check', { config: noting }, async ({ actor }) =>
    inOrgan(app.db, actor.organId, (tx) => checkOriginality(tx, actor)),
  )
}
