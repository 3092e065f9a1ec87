import type { FastifyInstance } from 'fastify'
import { lookInOrgan } from '../db/organ.ts'
import { listTroubled, standingOf } from './standing.ts'

/** What waits to leave the house and what fails, for the system administrator. `titles` in Chinese, by kind. */
export async function outboxRoutes(
  app: FastifyInstance,
  { titles }: { readonly titles: Readonly<Record<string, string>> },
): Promise<void> {
  app.get('/outbox', { config: { access: { roles: ['systemAdmin'] } } }, ({ actor }) =>
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
}
