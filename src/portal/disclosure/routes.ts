import type { FastifyInstance } from 'fastify'
import type { Portal } from '../portal.ts'
import { searchRoutes } from '../search/search-routes.ts'
import { recordApi } from './api.ts'
import { feedRoutes } from './feed-routes.ts'
import { listRoutes } from './list-routes.ts'
import { recordRoutes } from './record-routes.ts'

/** Proactive disclosure, for the public: columns, records, library, search, feeds. */
export async function publicRecordRoutes(app: FastifyInstance, options: { portal: Portal }): Promise<void> {
  await recordRoutes(app, options)
  await listRoutes(app, options)
  await searchRoutes(app, options)
  await feedRoutes(app, options)
  await recordApi(app, options)
}
