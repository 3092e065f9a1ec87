import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { countTry } from '../../db/attempts.ts'
import { tellFault } from '../../faults/fault.ts'
import { Refusal } from '../../refusal.ts'
import { signIn } from '../session/actions.ts'
import { readSessionCookie } from '../session/cookie.ts'
import { plainLogin } from '../session/login-name.ts'
import { goOn, placeOf } from '../session/next-stage.ts'
import { Directory, type DirectorySettings, type Known } from './directory.ts'
import { clearErrand, errandMs, readErrand, sendErrand } from './errand-cookie.ts'
import { consolePath, type DirectoryOutcome } from './outcome.ts'

const config = { access: 'public' } as const
const Begin = z.strictObject({ back: z.string().max(2_000).default('') })
/** Each directory adds its own. */
const Answer = z.looseObject({ error: z.string().max(200).optional() })
const toSignIn = (outcome: DirectoryOutcome) => `/console/?directory=${outcome}`
/** Whoever comes back with an answer that has been taken gets nothing for it. */
const oneAnswer = { kind: 'directoryAnswer', count: 1, withinMs: errandMs }

export interface DirectoryRoutes {
  /** Undefined: there is none. */
  readonly directory: DirectorySettings | undefined
  readonly origin: string
}

/** Signing in by the city's directory: there, and back. */
export const directoryRoutes: FastifyPluginAsyncZod<DirectoryRoutes> = async (app, { directory: settings, origin }) => {
  const { clock, db } = app
  app.get('/session/directory', { config }, async () => ({ name: settings?.name ?? null }))
  if (!settings) return
  const directory = new Directory(settings, `${origin}/api/console/session/directory/callback`)

  app.get('/session/directory/begin', { config, schema: { querystring: Begin } }, async (request, reply) => {
    const begun = await directory.begin(consolePath(request.query.back)).catch(tellOf('begin'))
    if (!begun) return reply.redirect(toSignIn('down'), 303)
    sendErrand(request, reply, begun.errand, clock.now())
    return reply.redirect(begun.address.href, 303)
  })

  app.get('/session/directory/callback', { config, schema: { querystring: Answer } }, async (request, reply) => {
    const now = clock.now()
    const errand = readErrand(request, now)
    clearErrand(request, reply)
    if (request.query.error === 'access_denied') return reply.redirect(toSignIn('cancelled'), 303)
    if (!errand) return reply.redirect(toSignIn('failed'), 303)
    const { isOpen } = await db.transaction().execute((tx) => countTry(tx, oneAnswer, errand.state, now))
    const known = isOpen && (await directory.finish(searchOf(request), errand).catch(tellOf('callback')))
    if (!known) return reply.redirect(toSignIn('failed'), 303)
    const login = plainLogin(known.login)
    // Written otherwise it may be somebody else's there.
    if (login !== known.login.toLowerCase()) return reply.redirect(toSignIn('noAccount'), 303)
    const attempt = { login, place: placeOf(app, request, login), before: readSessionCookie(request) }
    try {
      const token = await signIn(db, { ...attempt, ...proofOf(known) }, now)
      await goOn(app, request, reply, token, login)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return reply.redirect(toSignIn('noAccount'), 303)
    }
    return reply.redirect(errand.back, 303)
  })
}

const tellOf = (step: string) => (error: unknown) => {
  tellFault(error, { kind: 'request', place: `/api/console/session/directory/${step}`, method: 'GET' })
  return undefined
}
const proofOf = ({ isStrong }: Known) => ({ directory: { isStrong } })
const searchOf = ({ url }: FastifyRequest): string => url.slice(url.indexOf('?'))
