import type { FastifyInstance } from 'fastify'

/** Answers only to its own names: a request with a foreign, missing or second Host header gets 421. */
export function allowHosts(app: FastifyInstance, hosts: readonly string[]): void {
  const allowed = new Set(hosts)
  app.addHook('onRequest', (request, reply, done) => {
    const name = onlyHost(request.raw.rawHeaders)
      ?.toLowerCase()
      .replace(/:\d{1,5}$/, '')
    if (name !== undefined && allowed.has(name)) return done()
    const problem = {
      status: 421,
      title: '不能从这个网址访问',
      message: '您使用的网址不属于本网站，请改用本机关公布的网址访问；如由他人提供，请谨防假冒网站',
    }
    reply.code(421).type('text/html; charset=utf-8').send(app.renderProblem(problem, request))
  })
}

/** The value of the Host header; undefined when it is missing or stands twice. Every answer passes here, so it makes nothing. */
export function onlyHost(rawHeaders: readonly string[]): string | undefined {
  let value: string | undefined
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]
    if (name?.length !== 4 || name.toLowerCase() !== 'host') continue
    if (value !== undefined) return undefined
    value = rawHeaders[index + 1]
  }
  return value
}
