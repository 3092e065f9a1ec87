import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { refusals } from '../../refusal.ts'
import { goOn, signingOf } from '../session/next-stage.ts'
import { Code } from '../session/second-factor.ts'
import { lookAtCode, lookForNone, withFactor } from '../session/second-factor-actions.ts'
import { isProved } from '../session/session.ts'
import {
  addPasskey,
  challengePasskeys,
  listPasskeys,
  lookAtPasskey,
  offerPasskey,
  proveAgain,
  removePasskey,
} from './actions.ts'
import type { Site } from './ceremonies.ts'
import { NewPasskey, Signed } from './passkey.ts'
import type { PasskeySite } from './passkey-site.ts'

const current = z.string().min(1, '请填写现在的密码').max(1000, '密码过长')
const Proof = z.union([
  z.strictObject({ current, code: Code }),
  z.strictObject({ current, passkey: Signed }),
  z.strictObject({ current }),
])
const params = z.object({ id: z.uuid() })
const signingIn = { access: 'signingIn' } as const
const signedIn = { access: 'signedIn' } as const

/** Passkeys: bound, asked for, listed and removed by the person whose they are. */
export const passkeyRoutes: FastifyPluginAsyncZod<{ readonly site: PasskeySite }> = async (app, { site }) => {
  const { clock, db } = app
  const siteHere = (): Site => {
    if (site.whyNot !== undefined) throw refusals.noPasskeysHere(site.whyNot)
    return site
  }

  app.post('/session/passkeys/challenge', { config: signingIn }, async ({ visit }) => {
    if (visit?.stage !== 'secondFactor' && visit?.stage !== 'in') throw refusals.notThisStage()
    return challengePasskeys(db, siteHere(), visit.session, clock.now())
  })

  app.post(
    '/session/second-factor/passkey',
    { config: signingIn, schema: { body: Signed } },
    async (request, reply) => {
      if (request.visit?.stage !== 'secondFactor') throw refusals.notThisStage()
      const signing = signingOf(app, request)
      const now = clock.now()
      const look = lookAtPasskey(siteHere(), signing.session, request.body, 'signIn.passkeyRight', now)
      const token = await withFactor(db, signing, now, { passedSecondFactor: true }, look)
      return goOn(app, request, reply, token, signing.session.staff.login)
    },
  )

  app.post('/session/proof', { config: signedIn, schema: { body: Proof } }, async (request, reply) => {
    const { body } = request
    const signing = signingOf(app, request)
    const now = clock.now()
    const lookAt = () => {
      if ('code' in body) return lookAtCode(body.code, 'secondFactor.proved', now)
      if ('passkey' in body) return lookAtPasskey(siteHere(), signing.session, body.passkey, 'secondFactor.proved', now)
      return lookForNone(signing.session)
    }
    const token = await proveAgain(db, signing, body.current, lookAt(), now)
    return goOn(app, request, reply, token, signing.session.staff.login)
  })

  app.get('/session/passkeys', { config: signedIn }, async (request) => {
    const { session } = signingOf(app, request)
    return { items: await listPasskeys(db, session), isProved: isProved(session, clock.now()) }
  })

  app.post('/session/passkeys/offer', { config: signingIn }, async ({ visit }) => {
    if (visit?.stage !== 'enrol' && visit?.stage !== 'in') throw refusals.notThisStage()
    return offerPasskey(db, siteHere(), visit.session, clock.now())
  })

  app.post('/session/passkeys', { config: signingIn, schema: { body: NewPasskey } }, async (request, reply) => {
    const stage = request.visit?.stage
    if (stage !== 'enrol' && stage !== 'in') throw refusals.notThisStage()
    const signing = signingOf(app, request)
    const token = await addPasskey(db, siteHere(), signing, request.body, clock.now())
    return goOn(app, request, reply, token, signing.session.staff.login)
  })

  app.delete('/session/passkeys/:id', { config: signedIn, schema: { params } }, async (request, reply) => {
    await removePasskey(db, signingOf(app, request), request.params.id, clock.now())
    return reply.code(204).send()
  })
}
