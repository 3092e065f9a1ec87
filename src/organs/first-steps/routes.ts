import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Tx } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import * as organs from '../store.ts'
import { type FirstDay, type FirstStepView, firstSteps } from './first-step.ts'

export const firstStepRoutes: FastifyPluginAsyncZod<Pick<FirstDay, 'sendsMail'>> = async (app, { sendsMail }) => {
  const config = { access: { roles: ['systemAdmin', 'securityAdmin'] } } as const
  app.get('/first-steps', { config }, async ({ actor: { organId, today } }) => ({
    items: await inOrgan(app.db, organId, async (tx) =>
      lookAround(tx, { organ: await organs.get(tx, organId), today, sendsMail }),
    ),
  }))
}

async function lookAround(tx: Tx, day: FirstDay): Promise<readonly FirstStepView[]> {
  const views: FirstStepView[] = []
  for (const step of firstSteps.all()) {
    const { id, title, why, path, by, canWait = false } = step
    views.push({ id, title, why, path, by, canWait, missing: await step.missing(tx, day) })
  }
  return views
}
