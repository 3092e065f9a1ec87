import type { FastifyInstance } from 'fastify'
import { lookInOrgan } from '../db/organ.ts'
import { businessRoles } from '../organs/role.ts'
import { platformEditors } from '../platform/columns/column.ts'
import { countSubscribers } from './store/subscribers.ts'
import type { SubscriberCounts } from './subscriber-counts.ts'

const config = { access: { roles: [...new Set([...businessRoles, ...platformEditors])] } } as const

/** How many are told by mail of what; who they are is shown to nobody. */
export async function subscriptionRoutes(app: FastifyInstance): Promise<void> {
  app.get('/subscriptions', { config }, async ({ actor }): Promise<SubscriberCounts> => {
    const counts = await lookInOrgan(app.db, actor.organId, (tx) => countSubscribers(tx, actor.organId))
    const of = (kind: string) => counts.find((each) => each.kind === kind)?.count ?? 0
    const columns = counts.flatMap(({ kind, subject, count }) => (kind === 'column' ? [[subject, count] as const] : []))
    return { organ: of('organ'), records: of('record'), columns: Object.fromEntries(columns) }
  })
}
