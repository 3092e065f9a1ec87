import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { inOrgan } from '../../db/organ.ts'
import { keepCertificate, retireCertificate, showSeal } from './actions.ts'
import { NewCertificate } from './seal-view.ts'

const config = { access: { roles: ['systemAdmin'] } } as const

/** The certificate with which an organ seals its letters. */
export const sealRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/seal', { config }, ({ actor }) => inOrgan(app.db, actor.organId, (tx) => showSeal(tx, actor)))
  app.put('/seal', { config, schema: { body: NewCertificate } }, ({ actor, body }) =>
    inOrgan(app.db, actor.organId, (tx) => keepCertificate(tx, actor, body)),
  )
  app.delete('/seal', { config }, ({ actor }) => inOrgan(app.db, actor.organId, (tx) => retireCertificate(tx, actor)))
}
