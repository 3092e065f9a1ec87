import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inOrgan, lookInOrgan } from '../db/organ.ts'
import { tryAgain } from './actions.ts'
import { listTroubled, standingOf } from './standing.ts'

/** What waits to leave the house and what fails, for the system administrator. `titles` in Chinese, by kind. */
export async function outboxRoutes(
  app: FastifyInstance,
  { titles }: { readonly titles: Readonly<Record<string, string>> },
): Promise<void> {
  const config = { access: { roles: ['systemAdmin'] } } as const
  app.get('/outbox', { config }, ({ actor }) =>
    lookInOrgan(app.db, actor.organId, async (tx) => {
      const titled = <T extends { readonly kind: string }>(each: T) => ({
        ...each,
        title: titles[each.kind] ?? each.kind,
      })
      const kinds = await standingOf(tx, actor.organId)
      const troubled = await listTroubled(tx, actor.organId)
      return { kinds: kinds.map(titled), troubled: troubled.map(titled) }
    }),
  )
  app
    .withTypeProvider<ZodTypeProvider>()
    .post('/outbox/:id/again', { config, schema: { params: z.object({ id: z.uuid() }) } }, ({ actor, params }) =>
      inOrgan(app.db, actor.organId, (tx) => tryAgain(tx, actor, params.id)),
    )
}
