import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { findSignsApart, orRefuse, showPageApart } from '../../files/inspect/pages-apart.ts'
import { PageNumber, pictureHeaders, WantedWidth } from '../../files/pages/page-request.ts'
import { readingMs } from '../../files/receive.ts'
import { Passages } from '../../redaction/passage.ts'
import { findFor } from '../actions/open-personal.ts'
import {
  beginRedaction,
  findSource,
  keepRedacted,
  makeRedacted,
  markPassages,
  openRedaction,
  pagesFor,
  showRedactions,
  viewOf,
} from '../redactions/actions.ts'
import { partiesOf } from '../redactions/parties.ts'
import { proposalsIn, wordsIn } from '../redactions/proposals.ts'
import { partGrounds } from '../withheld-part.ts'

const config = { access: { roles: ['clerk'] } } as const
const Id = z.strictObject({ id: z.uuid('没有这件申请') })
const OfRedaction = Id.extend({ redaction: z.uuid('没有这份隐去的文件') })
const OfPage = OfRedaction.extend({ page: PageNumber })
const Begun = z.strictObject({ fileId: z.uuid('请选择要隐去的文件') })
const isGround = (id: string): boolean => id === '' || partGrounds.some((ground) => ground.id === id)
const Marked = z.strictObject({
  version: z.int().min(0),
  passages: Passages.refine((all) => all.every(({ ground }) => isGround(ground)), '请从列出的依据中选择'),
})
const Sought = z.strictObject({ words: z.string().trim().max(200, '查找的词不超过200个字').default('') })

/** Papers of a request of which passages are withheld (art. 37). */
export const redactionRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/requests/:id/redactions', { config, schema: { params: Id } }, async ({ params, actor }) =>
    lookInOrgan(app.db, actor.organId, async (tx) => ({ items: await showRedactions(tx, actor, params.id) })),
  )

  app.post(
    '/requests/:id/redactions',
    { config, handlerTimeout: readingMs, schema: { params: Id, body: Begun } },
    async (request) => {
      const { params, body, actor } = request
      const source = await lookInOrgan(app.db, actor.organId, (tx) => findSource(tx, actor, params.id, body.fileId))
      const pages = await pagesFor(source, actor)
      return onceInOrgan(app.db, request, (tx) => beginRedaction(tx, actor, params.id, { source, pages }))
    },
  )

  app.get(
    '/requests/:id/redactions/:redaction',
    { config, handlerTimeout: readingMs, schema: { params: OfRedaction } },
    async ({ params, actor }) =>
      viewOf(await lookInOrgan(app.db, actor.organId, (tx) => openRedaction(tx, actor, params.id, params.redaction))),
  )

  app.get(
    '/requests/:id/redactions/:redaction/pages/:page',
    { config, schema: { params: OfPage, querystring: WantedWidth } },
    async ({ params, query, actor }, reply) => {
      const { pages } = await lookInOrgan(app.db, actor.organId, (tx) =>
        openRedaction(tx, actor, params.id, params.redaction),
      )
      const picture = orRefuse(await showPageApart(pages.bytes, { page: params.page - 1, width: query.width }))
      return reply.headers(pictureHeaders(picture.unknownFonts)).send(Buffer.from(picture.png))
    },
  )

  app.get(
    '/requests/:id/redactions/:redaction/proposals',
    { config, handlerTimeout: readingMs, schema: { params: OfRedaction, querystring: Sought } },
    async ({ params, query, actor }) => {
      const { open, parties } = await lookInOrgan(app.db, actor.organId, async (tx) => ({
        open: await openRedaction(tx, actor, params.id, params.redaction),
        parties: await partiesOf(tx, await findFor(tx, actor, params.id)),
      }))
      const found = orRefuse(await findSignsApart(open.pages.bytes))
      return {
        proposals: proposalsIn(found.pages, parties, actor.today),
        sought: query.words === '' ? [] : wordsIn(found.pages, query.words),
        /** Of a scan nobody but a person sees what is in it. */
        hasWords: found.pages.some((signs) => signs.length > 0),
      }
    },
  )

  app.put(
    '/requests/:id/redactions/:redaction/passages',
    { config, schema: { params: OfRedaction, body: Marked } },
    async ({ params, body, actor }) =>
      inOrgan(app.db, actor.organId, (tx) => markPassages(tx, actor, params.id, params.redaction, body)),
  )

  app.post(
    '/requests/:id/redactions/:redaction/result',
    { config, handlerTimeout: readingMs, schema: { params: OfRedaction } },
    async (request) => {
      const { params, actor } = request
      const made = await makeRedacted(app.db, actor, params.id, params.redaction)
      return onceInOrgan(app.db, request, (tx) => keepRedacted(tx, actor, params.id, params.redaction, made))
    },
  )
}
