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
    await reply.code(421).type('text/plain; charset=utf-8').send('请求的主机名不属于本系统')
  })
}
