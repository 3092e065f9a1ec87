import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { yearOf } from '../days/plain-date.ts'
import { yearBetween } from '../days/typed-year.ts'
import { onceInOrgan } from '../db/answer-once.ts'
import { inOrgan } from '../db/organ.ts'
import { downloadHeaders } from '../files/disposition.ts'
import { inYearOf, knowingly } from '../ledgers/knowingly.ts'
import { exportForm, page, pageSize, partOf } from '../lists/wanted.ts'
import { businessRoles } from '../organs/role.ts'
import { checkOriginality, correctOriginality, openChannel, takeDown, tickOff } from './actions.ts'
import { exportPublications } from './export.ts'
import { listChannels } from './store/ledger.ts'
import { countUnchecked, listFlags } from './store/originality.ts'
import { countByChannel, listPublications, sharesOf } from './store/publications.ts'
import { CorrectOriginality, TakeDown, TickOff } from './tick-off.ts'
import { WantedPublications } from './wanted.ts'

const config = { access: { roles: businessRoles } } as const
const noting = { access: { roles: ['clerk'] } } as const
const Id = z.strictObject({ id: z.uuid('没有这条发布信息') })
const Year = yearBetween(2000, 2200).optional()
/** Checked cell by cell by the ledger's own declaration. */
const Typed = z.record(z.string().max(40), z.string().max(4000).nullable())

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

  app.get(
    '/channels/publications',
    { config, schema: { querystring: WantedPublications.extend(page) } },
    async ({ query: { page: at, ...wanted }, actor }) =>
      inOrgan(app.db, actor.organId, async (tx) => ({
        ...(await listPublications(tx, actor.organId, wanted, partOf(at))),
        pageSize,
      })),
  )

  app.get(
    '/channels/publications/export',
    { config, schema: { querystring: WantedPublications.extend(exportForm) } },
    async ({ query, actor }, reply) => {
      const file = await inOrgan(app.db, actor.organId, (tx) => exportPublications(tx, actor, query))
      return reply.headers(downloadHeaders(file)).send(Buffer.from(file.bytes))
    },
  )

  app.post('/channels/records/:id', { config: noting, schema: { params: Id, body: TickOff } }, async (request) =>
    onceInOrgan(app.db, request, (tx) =>
      knowingly(tx, request, inYearOf(request.body.publishedOn), () =>
        tickOff(tx, request.actor, request.params.id, request.body),
      ),
    ),
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
