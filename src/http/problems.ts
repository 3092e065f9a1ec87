import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodError } from 'zod'
import { isDatabaseAway } from '../db/away.ts'
import { isOfDamage, tellFault } from '../faults/fault.ts'
import { isOfInput } from '../refusal/typed.ts'
import { Refusal, refusals } from '../refusal.ts'
import { isRecorded, recordRefusal } from './guard.ts'
import { securityHeaders } from './security-headers.ts'

export interface Problem {
  readonly status: number
  readonly title: string
  readonly message: string
  readonly article?: string | undefined
  /** It is kept back until somebody has looked into it, so that trying again is of no use. */
  readonly isWithheld?: boolean
  /** Under which the server's log tells more. */
  readonly fault?: string
}

export type RenderProblem = (problem: Problem, request: FastifyRequest) => string

interface Said {
  readonly code: string
  readonly fields?: Readonly<Record<string, string>> | undefined
}

const statusOf = {
  malformed: 400,
  signedOut: 401,
  forbidden: 403,
  missing: 404,
  gone: 410,
  conflict: 409,
  tooLarge: 413,
  invalid: 422,
  tooMany: 429,
  tooSlow: 408,
  busy: 503,
  noRoom: 507,
  withheld: 503,
} as const satisfies Record<Refusal['kind'], number>

declare module 'fastify' {
  interface FastifyRequest {
    /** The id of the fault that kept this request from being answered. */
    fault: string
  }
}

/**
 * Tells the fault of a request by its route: the address may hold what somebody searched for. Whoever has gone ends what was
 * being done for them, and is told nothing: that is no fault, unless the database is damaged.
 */
export function faultOf(request: FastifyRequest, error: unknown): string {
  if (request.raw.socket.destroyed && !isOfDamage(error)) return ''
  request.fault = tellFault(error, {
    kind: 'request',
    place: request.routeOptions.url ?? 'none',
    method: request.method,
  })
  return request.fault
}

/** What the database refuses although nothing is broken: somebody else was faster. */
const conflicts: Record<string, string> = {
  23505: '与已有的记录重复，可能别人刚刚办过，请刷新后核对',
  40001: '别人正在办理同一事项，请刷新后再试',
  '40P01': '别人正在办理同一事项，请刷新后再试',
  '55P03': '别人正在办理同一事项，请稍后再试',
}

/** A database that was killed is back within this time. */
const retrySeconds = 5
/** The audit says only that it could not write; why stands behind it. */
const isAway = (error: Error): boolean => isDatabaseAway(error) || isDatabaseAway(error.cause)
const isUnavailable = ({ statusCode }: Failure): boolean => statusCode === 503
/** Whether it passes of itself, so that whoever tries again a little later may well succeed. */
export const isPassing = (error: unknown): boolean => error instanceof Error && (isAway(error) || isUnavailable(error))

interface Issue {
  readonly keyword: string
  readonly instancePath: string
  readonly message: string
  readonly params: { readonly keys?: readonly string[] }
}

type Failure = Error & {
  statusCode?: number
  code?: string
  validation?: readonly Issue[]
  validationContext?: string
}

/** An address that leads to no route, since it is not UTF-8 or too long: told like all else, though no hook was asked. */
export function answerBadAddress(
  renderProblem: RenderProblem,
  { statusCode = 400 }: { readonly statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.code(statusCode).headers({ ...securityHeaders, 'cache-control': 'no-store' })
  if (request.url.startsWith('/api/')) reply.send({ code: 'bad_address', message: badAddress.message })
  else reply.type('text/html; charset=utf-8').send(renderProblem({ status: statusCode, ...badAddress }, request))
}

/** One map from what went wrong to a status; nothing of a bug's text leaves the house. */
export function answerProblems(app: FastifyInstance): void {
  app.decorateRequest('fault', '')
  const send = (request: FastifyRequest, reply: FastifyReply, problem: Problem, { code, fields }: Said) => {
    reply.code(problem.status).header('cache-control', 'no-store')
    if (request.url.startsWith('/api/'))
      return reply.send({ code, message: problem.message, article: problem.article, fault: problem.fault, fields })
    return reply.type('text/html; charset=utf-8').send(app.renderProblem(problem, request))
  }
  const sendFailure = (request: FastifyRequest, reply: FastifyReply, error: unknown) => {
    const fault = faultOf(request, error)
    if (!isPassing(error)) return send(request, reply, bug(fault), { code: 'bug' })
    reply.header('retry-after', retrySeconds)
    return send(request, reply, busy(fault), { code: 'unavailable' })
  }

  app.setErrorHandler(async (error: Failure, request, reply) => {
    try {
      if (error instanceof Refusal) {
        if (isRecorded(error)) await recordRefusal(app, request, error.code)
        if (error.kind === 'busy' || error.kind === 'noRoom') reply.header('retry-after', retrySeconds)
        if (error.kind === 'tooSlow') reply.header('connection', 'close')
        return send(request, reply, ofRefusal(error), saidBy(error))
      }
      const issues = isOfInput(error) ? issuesOf(error) : error.validation
      if (issues) {
        const { fields, hasUnknown } = readIssues(issues)
        // What stands behind the question mark by mistake reaches for nothing.
        if (hasUnknown && error.validationContext !== 'querystring') await recordRefusal(app, request, 'unknown_field')
        const message = [...new Set(Object.values(fields))].slice(0, 3).join('；') || '请检查后重新提交'
        const problem = { status: 422, title: '填写有误', message }
        return send(request, reply, problem, { code: 'invalid_request', fields })
      }
    } catch (cause) {
      return sendFailure(request, reply, cause)
    }
    const conflict = conflicts[error.code ?? '']
    if (conflict) {
      const problem = { status: 409, title: '不能办理', message: conflict }
      return send(request, reply, problem, { code: 'changed_meanwhile' })
    }
    // Whoever sends so slowly that it never arrives is told so; nothing of ours has failed.
    if (error.code === 'FST_ERR_HANDLER_TIMEOUT' && !request.raw.complete)
      return send(request, reply.header('connection', 'close'), tooSlow, { code: 'too_slow' })
    const { statusCode: status = 500 } = error
    if (status >= 500 || isAway(error)) return sendFailure(request, reply, error)
    const problem = { status, title: '请求无法处理', message: status === 413 ? tooLong : badRequest }
    return send(request, reply, problem, { code: 'bad_request' })
  })

  app.setNotFoundHandler((request, reply) => send(request, reply, notFound, { code: 'not_found' }))
}

const badRequest = '请求的格式不正确或超出限制，请检查后重试'
const tooLong = '内容过长，超出了一次能够提交的大小，请删减，或者把长的表格、清单改为附件'

const bug = (fault: string): Problem => ({
  status: 500,
  title: '系统出现故障',
  message: `系统出现故障，已记录在案。故障编号 ${fault}，请稍后再试；如仍不行，请把故障编号告知管理员`,
  fault,
})

const busyTitle = '服务繁忙'

const busy = (fault: string): Problem => ({
  status: 503,
  title: busyTitle,
  message: `系统正忙，请稍后再试；如一直不行，请把故障编号 ${fault} 告知管理员`,
  fault,
})

const tooSlow: Problem = { status: 408, title: '没有收全', message: '网速过慢，没有收全您发来的内容，请换个网络再试' }

const badAddress = { title: '网址有误', message: '网址过长或者写法有误，请核对网址或从首页查找' }

const notFound: Problem = {
  status: 404,
  title: '没有找到这个页面',
  message: '您访问的地址不存在，可能已经变更，请核对地址或从首页查找',
}

const saidBy = ({ code, field, message }: Refusal): Said => ({
  code,
  fields: field === undefined ? undefined : { [field]: message },
})

const titles: Partial<Record<Refusal['kind'], string>> = { missing: '没有找到', withheld: '暂停显示', busy: busyTitle }

function ofRefusal({ kind, code, message, article }: Refusal): Problem {
  const status = statusOf[kind]
  const isOfAddress = code === refusals.unreadableQuery().code
  return {
    status,
    title: isOfAddress ? badAddress.title : (titles[kind] ?? '不能办理'),
    message,
    article,
    isWithheld: kind === 'withheld',
  }
}

/** An action that reads what was typed says what is wrong as a route's own schema does. */
const issuesOf = ({ issues }: ZodError): Issue[] =>
  issues.map(({ code, path, message, ...rest }) => ({
    keyword: code,
    instancePath: path.map((step) => `/${String(step)}`).join(''),
    message,
    params: 'keys' in rest ? { keys: rest.keys } : {},
  }))

/** Nobody mends more at once, and a program that sends thousands learns no more from them. */
const mostIssues = 50

/** What is wrong, by the path of the field: `person.name`. */
function readIssues(validation: readonly Issue[]) {
  const fields: Record<string, string> = {}
  let hasUnknown = false
  for (const { keyword, instancePath, message, params } of validation.slice(0, mostIssues)) {
    const path = instancePath.split('/').filter(Boolean)
    if (keyword === 'unrecognized_keys') {
      hasUnknown = true
      for (const key of (params.keys ?? []).slice(0, mostIssues))
        fields[[...path, key].join('.')] = `不接受“${key.slice(0, 40)}”这一项`
    } else fields[path.join('.')] ??= message
  }
  return { fields, hasUnknown }
}
