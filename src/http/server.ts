import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Database } from '../db/database.ts'
import { Refusal } from '../refusal.ts'
import { allowHosts } from './hosts.ts'
import { countRequests } from './metrics.ts'
import { sendSecurityHeaders } from './security-headers.ts'
import { readStrictJson } from './strict-json.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. A route that does not say so stops the start of the server. */
    access?: 'public'
  }
  interface FastifyInstance {
    db: Database
    renderProblem: RenderProblem
  }
}

export interface Problem {
  readonly status: number
  readonly title: string
  readonly message: string
  readonly article?: string | undefined
}

export type RenderProblem = (problem: Problem, request: FastifyRequest) => string

export interface ServerOptions {
  readonly db: Database
  /** Host names (without port) under which the server answers. */
  readonly hosts: readonly string[]
  /** Addresses of the proxies whose forwarded headers are believed. */
  readonly proxies?: readonly string[]
  readonly log?: boolean
  /** Writes a page for people about what went wrong; programs get JSON. */
  readonly renderProblem: RenderProblem
}

const statusOf = {
  ...{ missing: 404, forbidden: 403, conflict: 409, invalid: 422, malformed: 400, tooLarge: 413 },
} as const satisfies Record<Refusal['kind'], number>

/** The bare server: limits, headers, errors. Doors register their routes on it. */
export function createServer(options: ServerOptions): FastifyInstance {
  const app = fastify({
    logger: options.log ? { level: 'info', redact: ['req.headers'] } : false,
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    handlerTimeout: 10_000,
    trustProxy: [...(options.proxies ?? [])],
    routerOptions: { ignoreTrailingSlash: true },
    return503OnClosing: true,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorate('db', options.db)
  app.decorate('renderProblem', options.renderProblem)
  readStrictJson(app)
  sendSecurityHeaders(app)
  allowHosts(app, options.hosts)
  countRequests(app)
  app.addHook('onRoute', (route) => {
    if (!route.config?.access) throw new Error(`route ${route.method} ${route.url} does not say who may call it`)
  })
  answerProblems(app)
  return app as unknown as FastifyInstance
}

/** One map from what went wrong to a status; nothing of a bug's text leaves the house. */
function answerProblems(app: FastifyInstance): void {
  const forPrograms = (request: FastifyRequest) => request.url.startsWith('/api/')
  const send = (request: FastifyRequest, reply: import('fastify').FastifyReply, problem: Problem, code: string) => {
    reply.code(problem.status).header('cache-control', 'no-store')
    if (forPrograms(request)) return reply.send({ code, message: problem.message, article: problem.article })
    return reply.type('text/html; charset=utf-8').send(app.renderProblem(problem, request))
  }

  app.setErrorHandler((error: Error & { statusCode?: number; validation?: unknown }, request, reply) => {
    if (error instanceof Refusal) {
      const status = statusOf[error.kind]
      const title = status === 404 ? '没有找到' : '不能办理'
      return send(request, reply, { status, title, message: error.message, article: error.article }, error.code)
    }
    if (error.validation) {
      const problem = { status: 422, title: '填写有误', message: '请求中有内容不符合要求，请检查后重新提交' }
      return send(request, reply, problem, 'invalid_request')
    }
    const status = error.statusCode ?? 500
    if (status < 500) {
      const problem = { status, title: '请求无法处理', message: '请求的格式不正确或超出限制，请检查后重试' }
      return send(request, reply, problem, 'bad_request')
    }
    request.log.error(error)
    if (status === 503) {
      const problem = { status, title: '服务繁忙', message: '系统正忙，请稍后再试' }
      return send(request, reply, problem, 'unavailable')
    }
    const problem = {
      status: 500,
      title: '系统出现故障',
      message: '系统出现故障，已记录在案，请稍后再试；如仍不行，请与本机关联系',
    }
    return send(request, reply, problem, 'bug')
  })

  app.setNotFoundHandler((request, reply) => {
    const problem = {
      status: 404,
      title: '没有找到这个页面',
      message: '您访问的地址不存在，可能已经变更，请核对地址或从首页查找',
    }
    return send(request, reply, problem, 'not_found')
  })
}
