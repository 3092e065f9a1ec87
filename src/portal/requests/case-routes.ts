import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { record } from '../../audit/record.ts'
import { networkOf } from '../../db/attempts.ts'
import { inOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import type { StoredFile } from '../../files/store.ts'
import { type WaitingQuota, waitingQuota } from '../../files/waiting.ts'
import { isPassing } from '../../http/problems.ts'
import { Refusal, refusals } from '../../refusal.ts'
import { givenFile } from '../../requests/answer-files.ts'
import { letterFile } from '../../requests/letter-files.ts'
import { recordOpening } from '../../requests/service/record-opening.ts'
import { showCase } from '../../requests/show.ts'
import type { Portal } from '../portal.ts'
import { addresses } from '../site.ts'
import { isTurn, turned } from './between-pages.ts'
import { act, type Followed, show } from './case-act.ts'
import { dueIcs, hasDueDay } from './due-ics.ts'
import type { Filled } from './fields.tsx'
import { followPage, type Unhanded } from './follow-page.tsx'
import { followedRequest } from './followed.ts'
import { formIn, oneEach } from './form.ts'
import { isForApplicant } from './letters-for-applicant.ts'
import { readForm } from './multipart.ts'
import { notSentPage } from './not-sent-page.tsx'
import { applicantActor, formRoute, lookUp, publicRoute, sendPage } from './public-forms.ts'
import { receive } from './uploads.ts'
import { withdrawPage } from './withdraw-page.tsx'

interface Options {
  readonly portal: Portal
  readonly quota?: WaitingQuota | undefined
}

/** `?done=withdraw`; whatever else stands there says nothing. */
const CaseQuery = z.object({ done: z.enum(['supplement', 'reasons', 'withdraw']).optional().catch(undefined) })
/** `?of=` the case that the page showed from which this comes; older pages do not say. */
const ShownCase = z.object({ of: z.uuid().optional().catch(undefined) })
const FileOf = z.object({ file: z.uuid() })
const LetterOf = z.object({ letter: z.string().regex(/^\d{1,6}\.(?:pdf|docx)$/) })
const nothingWrong: Filled['problems'] = new Map()
const nothingTyped: Filled = { texts: {}, problems: nothingWrong }

/** What an applicant sees and does once code and secret have opened the request. */
export async function caseRoutes(app: FastifyInstance, { portal, quota = waitingQuota() }: Options): Promise<void> {
  askAnew(app, portal)
  pageRoutes(app, portal)
  stepRoutes(app, portal)
  explanationRoutes(app, portal, quota)
  downloadRoutes(app, portal)
}

/** Whoever is here too late, or by the address alone, is asked for code and secret; who tries what is not theirs is noted. */
function askAnew(app: FastifyInstance, portal: Portal): void {
  app.setErrorHandler(async (error, request, reply) => {
    if (request.method === 'POST' && isPassing(error)) return answerAway(portal, request, reply)
    if (!(error instanceof Refusal)) throw error
    const { organ, view } = await lookUp(portal, request, addresses.follow)
    if (error.kind === 'missing') {
      const subject = request.url.split('?', 1)[0]?.slice(0, 200) ?? ''
      const actor = applicantActor(app, request, organ.id)
      await inOrgan(app.db, organ.id, (tx) => record(tx, actor, 'access.refused', { subject, succeeded: false }))
    }
    if (!asksAnew.includes(error.code)) throw error
    return sendPage(reply, followPage(view, organ, nothingTyped, error.message, await unhandedIn(request)), 403)
  })
}

/** What was typed while the database is away comes back, to be sent again as it is. */
async function answerAway(portal: Portal, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { organ, view } = await lookUp(portal, request, addresses.follow)
  const form = request.body instanceof Map ? formIn(request) : await readForm(request, async () => {})
  const { seq = '', ...texts } = Object.fromEntries([...form].map(([name, [text = '']]) => [name, text]))
  return sendPage(reply, notSentPage(view, organ, { address: request.url, seq, texts }), 503)
}

function pageRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/:organ/requests/follow/case', publicRoute, async (request, reply) => {
    const which = CaseQuery.parse(request.query).done
    return show(app, await followed(app, portal, request), reply, nothingTyped, which ? { done: which } : {})
  })

  app.get('/:organ/requests/follow/case/withdraw', publicRoute, async (request, reply) =>
    show(app, await followed(app, portal, request), reply, nothingTyped, { page: withdrawPage }),
  )
}

function stepRoutes(app: FastifyInstance, portal: Portal): void {
  app.post('/:organ/requests/follow/case/withdraw', formRoute, async (request, reply) => {
    const { seq, to, reason } = oneEach(formIn(request), ['seq', 'to', 'reason'])
    const own = await followed(app, portal, request)
    if (isTurn(to)) {
      const form = { texts: { reason }, problems: nothingWrong }
      return show(app, turnedCase(request, reply, own, to), reply, form, { page: withdrawPage })
    }
    return act(app, own, reply, { name: 'withdraw', typed: { reason }, seq, address: request.url, page: withdrawPage })
  })
}

/** The page of the case in the display that is asked for, as the answer itself: it holds all that was typed. */
const turnedCase = (request: FastifyRequest, reply: FastifyReply, own: Followed, to: string): Followed => ({
  ...own,
  view: turned(request, reply, own.view, to),
})

/** What an applicant explains in answer to a letter, with the papers that show it. */
function explanationRoutes(app: FastifyInstance, portal: Portal, quota: WaitingQuota): void {
  for (const name of ['supplement', 'reasons'] as const)
    app.post(`/:organ/requests/follow/case/${name}`, formRoute, async (request, reply) => {
      // Asked once, when the sending begins: an hour that ends while files come in ends with the next page.
      const own = await followed(app, portal, request)
      const whose = { organId: own.organ.id, owner: () => own.id, quota }
      const { form, kept, problems, status } = await receive(app, request, whose)
      const { seq, to, text } = oneEach(form, ['seq', 'to', 'text'], ['kept', 'dropped'])
      if (isTurn(to))
        return show(app, turnedCase(request, reply, own, to), reply, { texts: { text }, problems }, { kept })
      return act(app, own, reply, { name, typed: { text }, seq, address: request.url, files: kept, problems, status })
    })
}

function downloadRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/:organ/requests/follow/case/letters/:letter', publicRoute, async (request, reply) => {
    const { organ, id, actor } = await followed(app, portal, request)
    const params = LetterOf.safeParse(request.params)
    if (!params.success) throw refusals.unknownFile()
    const [seq, ending] = params.data.letter.split('.')
    const form = ending === 'pdf' ? 'pdf' : 'docx'
    const file = await letterFile(
      app.db,
      { organId: organ.id, id },
      { seq: Number(seq), form, mayHave: isForApplicant, asker: { network: networkOf(request.ip) } },
    )
    // Code and secret have opened the page; whoever only asks whether the file is there has not read it.
    if (request.method === 'GET') await recordOpening(app.db, actor, id, Number(seq))
    return sendFile(reply, file)
  })

  app.get('/:organ/requests/follow/case/due.ics', publicRoute, async (request, reply) => {
    const { organ, id, actor } = await followed(app, portal, request)
    const seen = await inOrgan(app.db, organ.id, (tx) => showCase(tx, actor, id))
    const text = hasDueDay(seen) ? dueIcs(seen, organ.name, app.clock.now()) : undefined
    if (!text) throw refusals.unknownFile()
    const bytes = Buffer.from(text)
    const file = { name: `申请期限（${seen.number}）.ics`, contentType: 'text/calendar', bytes }
    return reply.headers(downloadHeaders(file)).send(bytes)
  })

  app.get('/:organ/requests/follow/case/files/:file', publicRoute, async (request, reply) => {
    const { organ, id } = await followed(app, portal, request)
    const params = FileOf.safeParse(request.params)
    if (!params.success) throw refusals.unknownFile()
    const file = await inOrgan(app.db, organ.id, (tx) => givenFile(tx, { organId: organ.id, id }, params.data.file))
    return sendFile(reply, file)
  })
}

const asksAnew: readonly string[] = ['follow_ended', 'follow_other']

/** The request that is open to whoever calls; refuses when none is, no longer, or another than their page was of. */
async function followed(app: FastifyInstance, portal: Portal, request: FastifyRequest): Promise<Followed> {
  const { organ, view } = await lookUp(portal, request, addresses.followedCase)
  const id = await followedRequest(app.db, request, organ, app.clock.now())
  if (!id) throw refusals.followEnded()
  const { of } = ShownCase.parse(request.query)
  if (of !== undefined && of !== id) throw refusals.followOther()
  return { organ, view, id, actor: applicantActor(app, request, organ.id) }
}

/** What came with a step that was not taken, read for its sender alone; nothing where nothing came. */
async function unhandedIn(request: FastifyRequest): Promise<Unhanded | undefined> {
  const files: string[] = []
  const isUnread = request.isMultipart() && !request.raw.readableEnded
  const form = isUnread
    ? await readForm(request, async ({ name }) => {
        files.push(name)
      })
    : request.body instanceof Map
      ? formIn(request)
      : undefined
  return form && { texts: ['text', 'reason'].flatMap((field) => form.get(field) ?? []), files }
}

const sendFile = (reply: FastifyReply, file: StoredFile): FastifyReply =>
  reply.headers(downloadHeaders(file)).send(file.bytes)
