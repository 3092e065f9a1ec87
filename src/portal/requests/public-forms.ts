import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readingMs } from '../../files/receive.ts'
import { isMultipart } from '../../http/bodies.ts'
import type { Actor } from '../../organs/actor.ts'
import { Organ } from '../../organs/organ.ts'
import { refusals } from '../../refusal.ts'
import type { View } from '../page.tsx'
import type { Portal } from '../portal.ts'
import { bodyLimit, readUrlEncoded } from './form.ts'

/** After which whoever could not leave a file may try again. */
const retrySeconds = 10

export const publicRoute = { config: { access: 'public' }, schema: { hide: true } } as const
export const formRoute = { ...publicRoute, bodyLimit, handlerTimeout: readingMs }

const Slug = z.object({ organ: Organ.shape.slug })

/** On these routes, and on no others, forms are read: no JSON here, and none that another site's page sends. */
export async function readForms(app: FastifyInstance, { origin }: Pick<Portal, 'origin'>): Promise<void> {
  app.addHook('onRequest', (request, _reply, done) =>
    done(request.method === 'POST' && isFromForeignPage(request, origin) ? refusals.foreignPage() : undefined),
  )
  // Told in words: the reader of bodies would only say that there is too much.
  app.addHook('onRequest', (request, _reply, done) =>
    done(
      !isMultipart(request) && Number(request.headers['content-length']) > bodyLimit
        ? refusals.formTooLarge()
        : undefined,
    ),
  )
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    /^application\/x-www-form-urlencoded(\s*;\s*charset="?utf-8"?)?$/i,
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => readUrlEncoded(body),
  )
  await app.register(multipart, { throwFileSizeLimit: false })
}

/** The organ of the address, and what its pages must know. Refuses an organ that is not there. */
export async function lookUp(
  portal: Portal,
  request: FastifyRequest,
  pathOf: (organ: Organ) => string,
): Promise<{ organ: Organ; view: View }> {
  const params = Slug.safeParse(request.params)
  const slug = params.success ? params.data.organ : ''
  const { organ, view } = await portal.lookUp(request, `/${slug}/`, slug)
  if (!organ) throw refusals.unknownOrgan(slug)
  return { organ, view: { ...view, path: pathOf(organ) } }
}

const whenBusy: Readonly<Record<number, Readonly<Record<string, string | number>>>> = {
  408: { connection: 'close' },
  503: { 'retry-after': retrySeconds },
  507: { 'retry-after': retrySeconds },
}

/** A page about one person's matter: kept by nobody, found by no search engine. */
export const sendPage = (reply: FastifyReply, body: string, status = 200): FastifyReply =>
  reply
    .code(status)
    .headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', ...whenBusy[status] })
    .type('text/html; charset=utf-8')
    .send(body)

/** Whoever asks; who that is stands nowhere but in the sealed column. */
export const applicantActor = (app: FastifyInstance, request: FastifyRequest, organId: number): Actor => ({
  kind: 'applicant',
  id: null,
  name: '申请人',
  roles: [],
  unitId: null,
  organId,
  today: app.clock.today(),
  address: request.ip,
})

/**
 * Forms of our own pages only: another site's must neither ask in a reader's name, nor open a request of its own in the reader's
 * browser, nor send anything with the cookie of one that is open. Old browsers say nothing of where a form comes from. The host is
 * compared and not the scheme, which is another before the proxy than behind it.
 */
function isFromForeignPage({ headers }: FastifyRequest, ownOrigin: string): boolean {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  if (origin === undefined || origin === ownOrigin) return false
  return URL.parse(origin)?.host !== host?.toLowerCase()
}
