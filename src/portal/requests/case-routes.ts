import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { record } from '../../audit/record.ts'
import { networkOf } from '../../db/attempts.ts'
import { inOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { keepFile, type StoredFile } from '../../files/store.ts'
import { type WaitingQuota, waitingQuota } from '../../files/waiting.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import { Refusal, refusals } from '../../refusal.ts'
import { takeStep } from '../../requests/actions/take-step.ts'
import { givenFile } from '../../requests/answer-files.ts'
import { content } from '../../requests/applicant/submission.ts'
import { letterFile } from '../../requests/letter-files.ts'
import { showCase } from '../../requests/show.ts'
import type { StepName } from '../../requests/step-inputs.ts'
import { linkFile } from '../../requests/store/files.ts'
import type { View } from '../page.tsx'
import type { Portal } from '../portal.ts'
import { addresses } from '../site.ts'
import { casePage } from './case-page.tsx'
import { isOpen } from './case-props.ts'
import type { Filled } from './fields.tsx'
import { followPage, type Unhanded } from './follow-page.tsx'
import { followedRequest } from './followed.ts'
import { formIn, oneEach } from './form.ts'
import { isForApplicant } from './letters-for-applicant.ts'
import { readForm } from './multipart.ts'
import { applicantActor, formRoute, lookUp, publicRoute, sendPage } from './public-forms.ts'
import { type ProblemStatus, receive } from './uploads.ts'
import { withdrawPage } from './withdraw-page.tsx'

interface Options {
  readonly portal: Portal
  readonly quota?: WaitingQuota | undefined
}

/** What has just been done, said above the page as long as it is the last that happened, and today. */
const done = {
  supplement: { kind: 'supplementReceived', words: '已经收到您的补正，答复期限从今天起重新计算。' },
  reasons: { kind: 'reasonsReceived', words: '已经收到您说明的理由。' },
  withdraw: { kind: 'withdrawn', words: '申请已经撤回，本机关不再办理。' },
} as const

type DoneName = keyof typeof done
/** `?done=withdraw`; whatever else stands there says nothing. */
const CaseQuery = z.object({ done: z.enum(['supplement', 'reasons', 'withdraw']).optional().catch(undefined) })
/** `?of=` the case that the page showed from which this comes; older pages do not say. */
const ShownCase = z.object({ of: z.uuid().optional().catch(undefined) })
const FileOf = z.object({ file: z.uuid() })
const LetterOf = z.object({ letter: z.string().regex(/^\d{1,6}\.(?:pdf|docx)$/) })
const nothingTyped: Filled = { texts: {}, problems: new Map() }

interface Followed {
  readonly organ: Organ
  readonly view: View
  readonly id: string
  readonly actor: Actor
}

/** What an applicant sees and does once code and secret have opened the request. */
export async function caseRoutes(app: FastifyInstance, { portal, quota = waitingQuota() }: Options): Promise<void> {
  askAnew(app, portal)
  pageRoutes(app, portal)
  stepRoutes(app, portal)
  supplementRoute(app, portal, quota)
  downloadRoutes(app, portal)
}

/** Whoever is here too late, or by the address alone, is asked for code and secret; who tries what is not theirs is noted. */
function askAnew(app: FastifyInstance, portal: Portal): void {
  app.setErrorHandler(async (error, request, reply) => {
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
    const { seq, reason } = oneEach(formIn(request), ['seq', 'reason'])
    const own = await followed(app, portal, request)
    return act(app, own, reply, { name: 'withdraw', typed: { reason }, seq, page: withdrawPage })
  })

  app.post('/:organ/requests/follow/case/reasons', formRoute, async (request, reply) => {
    const { seq, text } = oneEach(formIn(request), ['seq', 'text'])
    return act(app, await followed(app, portal, request), reply, { name: 'reasons', typed: { text }, seq })
  })
}

function supplementRoute(app: FastifyInstance, portal: Portal, quota: WaitingQuota): void {
  app.post('/:organ/requests/follow/case/supplement', formRoute, async (request, reply) => {
    // Asked once, when the sending begins: an hour that ends while files come in ends with the next page.
    const own = await followed(app, portal, request)
    const { organ, id } = own
    const { form, kept, problems, status } = await receive(app, request, { organId: organ.id, owner: () => id, quota })
    const { seq, text } = oneEach(form, ['seq', 'text'], ['kept', 'dropped'])
    return act(app, own, reply, { name: 'supplement', typed: { text }, seq, files: kept, problems, status })
  })
}

function downloadRoutes(app: FastifyInstance, portal: Portal): void {
  app.get('/:organ/requests/follow/case/letters/:letter', publicRoute, async (request, reply) => {
    const { organ, id } = await followed(app, portal, request)
    const params = LetterOf.safeParse(request.params)
    if (!params.success) throw refusals.unknownFile()
    const [seq, ending] = params.data.letter.split('.')
    const form = ending === 'pdf' ? 'pdf' : 'docx'
    const file = await letterFile(
      app.db,
      { organId: organ.id, id },
      { seq: Number(seq), form, mayHave: isForApplicant, asker: { network: networkOf(request.ip) } },
    )
    return sendFile(reply, file)
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

async function show(
  app: FastifyInstance,
  { organ, view, id, actor }: Followed,
  reply: FastifyReply,
  form: Filled,
  { status = 200, page = casePage, done: said, ...notice }: How = {},
): Promise<FastifyReply> {
  const seen = await inOrgan(app.db, organ.id, (tx) => showCase(tx, actor, id))
  const last = seen.events.at(-1)
  const isDone = said && last?.kind === done[said].kind && last.happenedOn === actor.today
  // Nobody is asked whether to withdraw what cannot be withdrawn any more.
  const shown = page === withdrawPage && !isOpen(seen, 'withdraw') ? casePage : page
  const props = { view, organ, case: seen, today: actor.today, form, ...notice }
  return sendPage(reply, shown(isDone ? { ...props, notice: done[said].words } : props), status)
}

interface Act {
  readonly name: DoneName
  readonly typed: Readonly<Record<string, string>>
  readonly seq: string
  readonly files?: CaseFiles
  readonly problems?: ReadonlyMap<string, string>
  readonly status?: ProblemStatus
  readonly page?: How['page']
}

/** Takes the step, or shows the page again with what was typed and why it could not be taken. */
async function act(app: FastifyInstance, own: Followed, reply: FastifyReply, step: Act): Promise<FastifyReply> {
  const { organ, id, actor } = own
  const { input, problems } = checkStep(step, actor)
  const form = { texts: step.typed, problems: new Map([...problems, ...(step.problems ?? [])]) }
  const how = { ...(step.files && { kept: step.files }), ...(step.page && { page: step.page }) }
  if (form.problems.size > 0) return show(app, own, reply, form, { ...how, status: step.status ?? 422 })
  try {
    await inOrgan(app.db, organ.id, async (tx) => {
      const { request: taken } = await takeStep(tx, actor, id, stepOf[step.name], input, seqOf(step.seq))
      for (const file of step.files ?? []) {
        await keepFile(tx, organ.id, file.id)
        await linkFile(tx, { organId: organ.id, id }, file.id, 'attachment', taken.lastSeq)
      }
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return show(app, own, reply, form, { ...how, status: 409, notice: error.message })
  }
  return reply.header('cache-control', 'no-store').redirect(`${addresses.followedCase(organ)}?done=${step.name}`, 303)
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

interface How {
  readonly status?: number
  readonly notice?: string
  readonly done?: DoneName
  readonly kept?: CaseFiles
  readonly page?: typeof casePage | typeof withdrawPage
}
type CaseFiles = Awaited<ReturnType<typeof receive>>['kept']

const stepOf = {
  supplement: 'receiveSupplement',
  reasons: 'receiveReasons',
  withdraw: 'withdraw',
} as const satisfies Record<DoneName, StepName>

const seqOf = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : 0)

/** On line an applicant acts today; a text is demanded for all but a withdrawal. */
function checkStep({ name, typed }: { name: DoneName; typed: Readonly<Record<string, string>> }, actor: Actor) {
  const [[field, text] = ['', '']] = Object.entries(typed)
  const { data = '', error } = content.safeParse(text)
  const isMissing = data === '' && name !== 'withdraw'
  const message = error?.issues[0]?.message ?? (isMissing ? missing[name] : undefined)
  const input = name === 'withdraw' ? { reason: data } : { on: actor.today, text: data }
  return { input, problems: new Map(message ? [[field, message]] : []) }
}

const missing = { supplement: '请填写补正的内容', reasons: '请填写理由', withdraw: '' } as const

const sendFile = (reply: FastifyReply, file: StoredFile): FastifyReply =>
  reply.headers(downloadHeaders(file)).send(file.bytes)
