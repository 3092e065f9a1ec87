import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inOrgan } from '../../db/organ.ts'
import { refusals } from '../../refusal.ts'
import type { PasskeySite } from '../passkeys/passkey-site.ts'
import { signIn, signOut } from './actions.ts'
import { clearSessionCookie, readSessionCookie } from './cookie.ts'
import { plainLogin } from './login-name.ts'
import { goOn, placeOf, signingOf } from './next-stage.ts'
import { endOtherSessions, listOwnSessions } from './own-sessions.ts'
import { changePassword } from './password-actions.ts'
import { Code, enrolmentFor } from './second-factor.ts'
import { confirmEnrolment, lookAtCode, refuseUnproved, withFactor } from './second-factor-actions.ts'
import { writeToken } from './token.ts'

const SignIn = z.strictObject({
  login: z.string().min(1, '请填写登录名').max(200, '登录名过长'),
  password: z.string().min(1, '请填写密码').max(1000, '密码过长'),
})
const CodeForm = z.strictObject({ code: Code })
const NextPassword = z.strictObject({
  current: z.string().min(1, '请填写现在的密码').max(1000, '密码过长'),
  next: z.string().min(1, '请填写新密码').max(1000, '密码过长'),
})

/** Signing in, step by step, and out. */
export const sessionRoutes: FastifyPluginAsyncZod<Passkeys> = async (app, { site }) => {
  await app.register(signInRoutes)
  await app.register(enrolmentRoutes)
  await app.register(ownSessionRoutes, { site })
}

interface Passkeys {
  readonly site: PasskeySite
}

const config = { access: 'signingIn' } as const

const signInRoutes: FastifyPluginAsyncZod = async (app) => {
  const { clock, db } = app
  app.post('/session', { config: { access: 'public' }, schema: { body: SignIn } }, async (request, reply) => {
    const login = plainLogin(request.body.login)
    const attempt = { ...request.body, place: placeOf(app, request, login), before: readSessionCookie(request) }
    return goOn(app, request, reply, await signIn(db, attempt, clock.now()), login)
  })

  app.post('/session/second-factor', { config, schema: { body: CodeForm } }, async (request, reply) => {
    if (request.visit?.stage !== 'secondFactor') throw refusals.notThisStage()
    const signing = signingOf(app, request)
    const now = clock.now()
    const look = lookAtCode(request.body.code, 'signIn.secondFactorRight', now)
    const token = await withFactor(db, signing, now, { passedSecondFactor: true }, look)
    return goOn(app, request, reply, token, signing.session.staff.login)
  })
}

/** A second factor is set up, a password changed. */
const enrolmentRoutes: FastifyPluginAsyncZod = async (app) => {
  const { clock, db } = app
  app.post('/session/enrolment', { config }, async ({ visit }) => {
    const { session, token } = enrolling(visit, clock.now())
    return enrolmentFor(writeToken(token), session.staff.login, session.organ.name)
  })

  app.post('/session/enrolment/confirm', { config, schema: { body: CodeForm } }, async (request, reply) => {
    enrolling(request.visit, clock.now())
    const signing = signingOf(app, request)
    const token = await confirmEnrolment(db, signing, request.body.code, clock.now())
    return goOn(app, request, reply, token, signing.session.staff.login)
  })

  app.put('/session/password', { config, schema: { body: NextPassword } }, async (request, reply) => {
    const stage = request.visit?.stage
    if (stage !== 'changePassword' && stage !== 'in') throw refusals.notThisStage()
    const signing = signingOf(app, request)
    const token = await changePassword(db, signing, request.body, clock.now())
    return goOn(app, request, reply, token, signing.session.staff.login)
  })
}

/** Who has no authenticator yet and may bind one: with the first second factor, or beside a passkey. */
function enrolling(visit: FastifyRequest['visit'], now: Date) {
  const mayBind = visit?.stage === 'enrol' || (visit?.stage === 'in' && !visit.session.hasAuthenticator)
  if (!visit || !mayBind) throw refusals.notThisStage()
  refuseUnproved(visit.session, now)
  return visit
}

/** Who is signed in, and where else. */
const ownSessionRoutes: FastifyPluginAsyncZod<Passkeys> = async (app, { site }) => {
  const { clock, db } = app
  app.delete('/session', { config }, async (request, reply) => {
    const { session } = signingOf(app, request)
    await inOrgan(db, session.organ.id, (tx) => signOut(tx, session, request.ip, clock.now()))
    clearSessionCookie(request, reply)
    return reply.code(204).send()
  })

  app.get('/sessions', { config: { access: 'signedIn' } }, async (request) => {
    const { session } = signingOf(app, request)
    return { items: await inOrgan(db, session.organ.id, (tx) => listOwnSessions(tx, session, clock.now())) }
  })

  app.delete('/sessions/others', { config: { access: 'signedIn' } }, async (request) => {
    const { session, place } = signingOf(app, request)
    const ended = await inOrgan(db, session.organ.id, (tx) => endOtherSessions(tx, session, place.address, clock.now()))
    return { ended }
  })

  app.get('/me', { config }, async ({ visit }) => {
    if (!visit) throw refusals.signedOut()
    const { organ, staff, roles, hasAuthenticator, hasPasskey, byDirectory } = visit.session
    const { whyNot = null } = site
    const passkeys = { origin: site.whyNot === undefined ? site.origin : null, whyNot }
    const own = { hasAuthenticator, hasPasskey, passkeys, byDirectory }
    return { ...own, stage: visit.stage, organ, staff, roles, today: clock.today() }
  })
}
