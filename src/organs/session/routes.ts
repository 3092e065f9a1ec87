import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inOrgan } from '../../db/organ.ts'
import { refusals } from '../../refusal.ts'
import { findSession, signIn, signOut } from './actions.ts'
import { clearSessionCookie, readSessionCookie, sendSessionCookie } from './cookie.ts'
import { knownBrowser, rememberBrowser } from './known-browser.ts'
import { plainLogin } from './login-name.ts'
import { endOtherSessions, listOwnSessions } from './own-sessions.ts'
import { changePassword } from './password-actions.ts'
import { Code, enrolmentFor } from './second-factor.ts'
import { confirmEnrolment, passSecondFactor, type Signing } from './second-factor-actions.ts'
import { type Stage, stageOf } from './session.ts'
import { type Token, writeToken } from './token.ts'
import type { Place } from './tries.ts'

const SignIn = z.strictObject({
  login: z.string().min(1, '请填写登录名').max(200, '登录名过长'),
  password: z.string().min(1, '请填写密码').max(1000, '密码过长'),
})
const CodeAlone = z.strictObject({ code: Code })
const NextPassword = z.strictObject({
  current: z.string().min(1, '请填写现在的密码').max(1000, '密码过长'),
  next: z.string().min(1, '请填写新密码').max(1000, '密码过长'),
})

/** Signing in, step by step, and out. */
export const sessionRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(signInRoutes)
  await app.register(enrolmentRoutes)
  await app.register(ownSessionRoutes)
}

const config = { access: 'signingIn' } as const

const signInRoutes: FastifyPluginAsyncZod = async (app) => {
  const { clock, db } = app
  app.post('/session', { config: { access: 'public' }, schema: { body: SignIn } }, async (request, reply) => {
    const login = plainLogin(request.body.login)
    const attempt = { ...request.body, place: placeOf(app, request, login), before: readSessionCookie(request) }
    return goOn(app, request, reply, await signIn(db, attempt, clock.now()), login)
  })

  app.post('/session/second-factor', { config, schema: { body: CodeAlone } }, async (request, reply) => {
    if (request.visit?.stage !== 'secondFactor') throw refusals.notThisStage()
    const signing = signingOf(app, request)
    const token = await passSecondFactor(db, signing, request.body.code, clock.now())
    return goOn(app, request, reply, token, signing.session.staff.login)
  })
}

/** A second factor is set up, a password changed. */
const enrolmentRoutes: FastifyPluginAsyncZod = async (app) => {
  const { clock, db } = app
  app.post('/session/enrolment', { config }, async ({ visit }) => {
    if (visit?.stage !== 'enrol') throw refusals.notThisStage()
    return enrolmentFor(writeToken(visit.token), visit.session.staff.login, visit.session.organ.name)
  })

  app.post('/session/enrolment/confirm', { config, schema: { body: CodeAlone } }, async (request, reply) => {
    if (request.visit?.stage !== 'enrol') throw refusals.notThisStage()
    const signing = signingOf(app, request)
    const token = await confirmEnrolment(db, signing, request.body.code, clock.now())
    return goOn(app, request, reply, token, signing.session.staff.login)
  })

  app.put('/session/password', { config, schema: { body: NextPassword } }, async (request, reply) => {
    const stage = request.visit?.stage
    if (stage !== 'changePassword' && stage !== 'in') throw refusals.notThisStage()
    const token = await changePassword(db, signingOf(app, request), request.body, clock.now())
    sendSessionCookie(request, reply, token)
    return { stage: await stageWith(app, token) }
  })
}

/** Who is signed in, and where else. */
const ownSessionRoutes: FastifyPluginAsyncZod = async (app) => {
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
    const { organ, staff, roles } = visit.session
    return { stage: visit.stage, organ, staff, roles, today: clock.today() }
  })
}

/** What comes next under a new token. */
async function stageWith({ db, clock }: FastifyInstance, token: Token): Promise<Stage> {
  const now = clock.now()
  const session = await findSession(db, token, now)
  if (!session) throw refusals.signedOut()
  return stageOf(session, now)
}

const placeOf = ({ callers, clock }: FastifyInstance, request: FastifyRequest, login: string): Place => ({
  address: request.ip,
  browser: knownBrowser(request, login, clock.now()),
  isShared: callers.isUnbelieved(request.raw) && isLoopback(request.ip),
})

function signingOf(app: FastifyInstance, request: FastifyRequest): Signing {
  if (!request.visit) throw refusals.signedOut()
  const { session, token } = request.visit
  return { session, token, place: placeOf(app, request, session.staff.login) }
}

/** Hands over the token of the next stage; whoever has passed the last one has used this browser. */
async function goOn(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply, token: Token, login: string) {
  sendSessionCookie(request, reply, token)
  const stage = await stageWith(app, token)
  if (stage === 'in') rememberBrowser(request, reply, login, app.clock.now())
  return { stage }
}

const isLoopback = (address: string): boolean => /^(?:::ffff:)?127\.|^::1$/.test(address)
