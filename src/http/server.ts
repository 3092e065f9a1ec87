import cookies from '@fastify/cookie'
import fastify, { type FastifyInstance, type FastifySchema, type FastifyServerFactory } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import type { Database } from '../db/database.ts'
import { readingMs } from '../files/receive.ts'
import type { DiskRoom } from '../files/uploads/disk-room.ts'
import { openUploads } from '../files/uploads/uploads.ts'
import type { Access } from './access.ts'
import type { AccessLog } from './access-log.ts'
import { type Addresses, openAddresses, warnOfProxies } from './addresses.ts'
import { answerUnparsed } from './answer-unparsed.ts'
import { checkShape } from './check-shape.ts'
import { type Front, openFront, serverBehind } from './front.ts'
import { type Clock, guardRoutes } from './guard.ts'
import { guardBodies } from './guard-bodies.ts'
import { allowHosts, ownHosts } from './hosts.ts'
import { limitCrowds } from './limit-crowds.ts'
import { limitMisses } from './limit-misses.ts'
import { badAddress, logAnswers } from './log-answers.ts'
import { countRequests } from './metrics.ts'
import { limitNetworks, type Networks } from './networks.ts'
import { answerBadAddress, answerProblems, type RenderProblem } from './problems.ts'
import { sendSecurityHeaders } from './security-headers.ts'
import { readStrictJson } from './strict-json.ts'
import { readStrictQuery } from './strict-query.ts'
import './plain-words.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. A route that does not say so stops the start of the server. */
    access?: Access
    /** How deep its JSON may nest, where that is more than a form needs. */
    jsonDepth?: number
  }
  interface FastifyInstance {
    db: Database
    renderProblem: RenderProblem
    /** Where requests come from. */
    callers: Addresses
    /** Every route with who may call it. */
    declaredRoutes: readonly DeclaredRoute[]
  }
}

export interface DeclaredRoute {
  readonly method: string
  readonly url: string
  readonly access: Access
  /** What it takes. */
  readonly schema: FastifySchema | undefined
}

export interface ServerOptions {
  readonly db: Database
  /** Host names (without port) under which the server answers. */
  readonly hosts: readonly string[]
  /** Addresses of the proxies whose forwarded headers are believed. */
  readonly proxies?: readonly string[]
  readonly networks?: Networks
  /** What it answers passes neither hooks nor routes. */
  readonly front?: Front
  /** Where each answer is written down, if anywhere. */
  readonly accessLog?: AccessLog | undefined
  /** Where the data are; without it its room is not measured. */
  readonly disk?: DiskRoom | undefined
  readonly clock: Clock
  /** The site's public address, as browsers name it in `Origin`. */
  readonly origin?: string
  /** Writes a page for people about what went wrong; programs get JSON. */
  readonly renderProblem: RenderProblem
}

/** A whole request may take as long as the slowest upload that is waited for; what is no file is watched by `guardBodies`. */
const times = { keepAlive: 72_000, headers: 15_000, request: readingMs, connection: 60_000, linger: 15_000 }

/** The bare server: limits, headers, errors. Doors register their routes on it. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { front = openFront({ isOwnHost: ownHosts(options.hosts) }), accessLog } = options
  const addresses = openAddresses(options.proxies ?? [])
  const serverFactory: FastifyServerFactory = (behind) => serverBehind(front, behind, times)
  const app: FastifyInstance = fastify({
    serverFactory,
    logger: false,
    bodyLimit: 64 * 1024,
    requestTimeout: times.request,
    connectionTimeout: times.connection,
    keepAliveTimeout: times.keepAlive,
    handlerTimeout: 10_000,
    trustProxy: addresses.trusts,
    routerOptions: { ignoreTrailingSlash: true },
    return503OnClosing: true,
    clientErrorHandler: answerUnparsed,
    frameworkErrors: (error, request, reply) => {
      answerBadAddress(options.renderProblem, error, request, reply)
      // No hook hears of it.
      accessLog?.write(badAddress(request.method, reply.statusCode), { address: addresses.of(request.raw) })
    },
  })
  app.setValidatorCompiler(checkShape)
  app.setSerializerCompiler(serializerCompiler)
  app.decorate('db', options.db)
  app.decorate('renderProblem', options.renderProblem)
  app.decorate('callers', addresses)
  const declaredRoutes: DeclaredRoute[] = []
  app.decorate('declaredRoutes', declaredRoutes)
  app.addHook('onRoute', ({ method, url, config, schema }) => {
    const access = config?.access
    if (!access) throw new Error(`route ${method} ${url} does not say who may call it`)
    for (const each of [method].flat()) declaredRoutes.push({ method: each, url, access, schema })
  })
  app.addHook('preClose', async () => front.close())
  limitCrowds(app)
  openUploads(app, options.disk)
  guardBodies(app)
  readStrictJson(app)
  sendSecurityHeaders(app)
  allowHosts(app, options.hosts)
  readStrictQuery(app)
  countRequests(app, front)
  if (accessLog) logAnswers(app, accessLog)
  const warn = warnOfProxies(addresses, (text) => process.stderr.write(text))
  app.addHook('onRequest', (request, _reply, done) => {
    warn(request.raw)
    done()
  })
  app.register(cookies, { hook: false })
  limitNetworks(app, options.networks ?? { metrics: [], console: [] }, addresses)
  guardRoutes(app, options.clock, options.origin)
  answerProblems(app)
  limitMisses(app)
  return app
}
