import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** Whether a request asks for one of these names, at whatever port, and for no second one. */
export function ownHosts(names: readonly string[]): (request: IncomingMessage) => boolean {
  const own = new Set(names)
  return ({ rawHeaders }) => {
    const host = onlyHost(rawHeaders)
    return host !== undefined && (own.has(host) || own.has(host.toLowerCase().replace(/:\d{1,5}$/, '')))
  }
}

/** Answers only to its own names: a request with a foreign, missing or second Host header gets 421. */
export function allowHosts(app: FastifyInstance, names: readonly string[]): void {
  const isOwn = ownHosts(names)
  app.addHook('onRequest', (request, reply, done) => {
    if (isOwn(request.raw)) return done()
    const problem = {
      status: 421,
      title: '不能从这个网址访问',
      message: '您使用的网址不属于本网站，请改用本机关公布的网址访问；如由他人提供，请谨防假冒网站',
    }
    reply.code(421).type('text/html; charset=utf-8').send(app.renderProblem(problem, request))
  })
}

/** The value of the Host header; undefined when it is missing or stands twice. Every answer passes here, so it makes nothing. */
function onlyHost(rawHeaders: readonly string[]): string | undefined {
  let value: string | undefined
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]
    if (name?.length !== 4 || name.toLowerCase() !== 'host') continue
    if (value !== undefined) return undefined
    value = rawHeaders[index + 1]
  }
  return value
}
