import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { installationRoot } from '../db/runtime.ts'

const config = { access: 'public' } as const
const Asset = z.object({ file: z.string() })
const schema = { hide: true } as const

/** The console's own policy: its script and nothing inline; Ant Design's styles carry the nonce of the page. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/** The staff console: one page for every path under /console/, and its files, which are named by their content. */
export async function consoleRoutes(
  app: FastifyInstance,
  { folder = join(installationRoot(), 'dist', 'console') }: { folder?: string },
): Promise<void> {
  const page = existsSync(join(folder, 'index.html')) ? readFileSync(join(folder, 'index.html'), 'utf8') : undefined

  const send = (reply: FastifyReply) => {
    reply.header('cache-control', 'no-store')
    if (!page) return reply.code(503).type('text/plain; charset=utf-8').send('工作平台尚未构建，请先运行 npm run build')
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', policy(nonce))
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__CSP_NONCE__', nonce))
  }
  app.get('/console/', { config, schema }, (_request, reply) => send(reply))
  app.get('/console/*', { config, schema }, (_request, reply) => send(reply))
  if (!page) return
  // Its routes are ours, so that they declare who may call them.
  await app.register(files, { root: join(folder, 'assets'), serve: false, dotfiles: 'ignore', preCompressed: true })
  app.get('/console/assets/:file', { config, schema }, (request, reply) =>
    reply.sendFile(Asset.parse(request.params).file, { immutable: true, maxAge: '1y' }),
  )
}
