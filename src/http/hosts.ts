import type { FastifyInstance } from 'fastify'

/** Answers only to its own names: a request with a foreign, missing or second Host header gets 421. */
export function allowHosts(app: FastifyInstance, hosts: readonly string[]): void {
  const allowed = new Set(hosts)
  app.addHook('onRequest', async (request, reply) => {
    const values = request.raw.rawHeaders.filter(
      (_, index, all) => index % 2 === 1 && /^host$/i.test(all[index - 1] ?? ''),
    )
    const [value] = values
    const name = value?.toLowerCase().replace(/:\d{1,5}$/, '')
    if (values.length === 1 && name !== undefined && allowed.has(name)) return
    const problem = {
      status: 421,
      title: '不能从这个网址访问',
      message: '您使用的网址不属于本网站，请改用本机关公布的网址访问；如由他人提供，请谨防假冒网站',
    }
    await reply.code(421).type('text/html; charset=utf-8').send(app.renderProblem(problem, request))
  })
}
