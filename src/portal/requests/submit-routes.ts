import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { networkOf } from '../../db/attempts.ts'
import { type WaitingQuota, waitingQuota } from '../../files/waiting.ts'
import { faultOf } from '../../http/problems.ts'
import type { Organ } from '../../organs/organ.ts'
import { Refusal } from '../../refusal.ts'
import { type Submission, type SubmissionField, submissionFields } from '../../requests/applicant/submission.ts'
import type { Submitted } from '../../requests/submit.ts'
import type { View } from '../page.tsx'
import type { Portal } from '../portal.ts'
import { addresses } from '../site.ts'
import { goOn, isAway, toPage, turned, unlessPassing } from './between-pages.ts'
import { checkForm } from './check-form.ts'
import { detailsPage } from './details-page.tsx'
import { type Detour, detours } from './draft-parts.tsx'
import { type Draft, findDraft, keepsDrafts, keyOf, newDraft, saveDraft } from './drafts.ts'
import { type Form, oneEach } from './form.ts'
import { heldRequest } from './held-request.tsx'
import { limits } from './limits.ts'
import { challengeFor, isProof } from './proof-of-work.ts'
import { proofPage, proofPolicy } from './proof-page.tsx'
import { applicantActor, formRoute, lookUp, sendPage } from './public-forms.ts'
import { receiptFor } from './receipt-routes.ts'
import { submittingTogether, type Together } from './submit-together.ts'
import { type Received, receive } from './uploads.ts'

interface Options {
  readonly portal: Portal
  /** How many requests an hour one network address may send before each costs a proof of work. */
  readonly freeSubmissions?: number | undefined
  readonly quota?: WaitingQuota | undefined
}

/** Everything that one sending brought, as read. */
interface Sending extends Received {
  readonly key: string
  readonly texts: Readonly<Record<SubmissionField, string>>
  /** Where else than on, see `detours`. */
  readonly to: string
  readonly work: { readonly challenge: string; readonly proof: string }
}

/** What a failure means for whoever sent the form: unless the commit was under way, this sending has left nothing behind. */
const failed = (isBusy: boolean, mayBeKept: boolean, fault: string) =>
  `${isBusy ? '系统正忙' : '系统出现故障'}，${mayBeKept ? '不能确定申请是否已经提交' : '这一次没有提交成功'}。您填写的内容都还在：请过一两分钟再点“提交申请”，同一张表不会重复提交。如一直不行，请把故障编号 ${fault} 告知本机关。`

/** Takes in the form, and answers with the receipt or with what has to be corrected. */
export async function submitRoutes(
  app: FastifyInstance,
  { portal, freeSubmissions, quota = waitingQuota() }: Options,
): Promise<void> {
  const free = { ...limits.submissions, count: freeSubmissions ?? limits.submissions.count }
  const together = submittingTogether(app, free)

  app.post('/:organ/requests/submit', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.ask)
    const sending = await read(app, request, organ, quota)
    const own = { organ, view, sending }
    if (isDetour(sending.to)) return takeDetour(app, request, reply, own)
    const checked = checkForm(sending, app.clock.today())
    if ('problems' in checked) return comesBack(app, request, reply, own, checked.problems)
    const doubt = await doubtOf(app, request, own)
    if (doubt) {
      const key = await keep(app, request, reply, own, { isChecked: true, notice: doubt }).catch(unlessPassing)
      if (key) return toPage(reply, organ, '/details', key)
    }
    const ready = { ...own, submission: checked.submission }
    const submitted = await submit(app, together, request, ready)
    if (submitted === 'work is wanted') return askForWork(app, request, reply, ready)
    if (submitted instanceof Refusal) return setAside(app, request, reply, own, submitted)
    if ('notice' in submitted) return showFailure(reply, ready, submitted)
    return receiptFor(app, request, reply, { organ, view, key: sending.key, submitted })
  })
}

const isDetour = (to: string): to is Detour => detours.some((each) => each === to)

type Own = Pick<Ready, 'organ' | 'view' | 'sending'>

/** Whose browser refuses cookies stays on this page, which holds all that was typed. */
async function takeDetour(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  own: Own,
): Promise<FastifyReply> {
  const { organ, sending } = own
  const { to, texts, problems, kept } = sending
  if (keepsDrafts(request)) {
    const key = await keep(app, request, reply, own)
    return goOn(request, reply, { organ, view: own.view, key, to, from: '/details' })
  }
  const view = turned(request, reply, own.view, to)
  const notice = view === own.view ? '浏览器没有保存本站的Cookie，不能返回上一步：所需政府信息请在这一页修改。' : ''
  return sendPage(reply, detailsPage({ view, organ, key: sending.key, form: { texts, problems }, kept, notice }))
}

/** Keeps what came, and tells under which key. */
const keep = (
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  { organ, sending }: Own,
  more: Partial<Draft> = {},
): Promise<string> => {
  const { key, texts, problems } = sending
  const kept = sending.kept.map(({ token }) => token)
  const draft = { ...newDraft, texts, kept, problems: Object.fromEntries(problems), ...more }
  return saveDraft(app, request, reply, { organ, key, draft })
}

/** A name of numbers alone may be one, and mostly is a slip: asked about once, where the question can be answered. */
async function doubtOf(
  app: FastifyInstance,
  request: FastifyRequest,
  { organ, sending }: Own,
): Promise<string | undefined> {
  const { applicant, name, organisationName } = sending.texts
  const said = applicant === 'person' ? name : organisationName
  if (/\p{L}/u.test(said) || !keepsDrafts(request)) return undefined
  const before = await findDraft(app, request, organ, sending.key).catch(unlessPassing)
  const wasAsked = before?.notice !== '' && [before?.texts.name, before?.texts.organisationName].includes(said)
  return wasAsked
    ? undefined
    : `您填写的${applicant === 'person' ? '姓名' : '单位名称'}是“${said}”，里面没有文字。确实如此的，请再点一次“提交申请”；填错了的，请改正。`
}

/** What is to be mended is shown on the form's own page, or at once to whose browser finds no draft again. */
async function comesBack(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  own: Own,
  problems: ReadonlyMap<string, string>,
): Promise<FastifyReply> {
  const { organ, view, sending } = own
  if (keepsDrafts(request)) {
    const key = await keep(app, request, reply, own, { isChecked: true }).catch(unlessPassing)
    if (key) return toPage(reply, organ, '/details', key)
  }
  const page = { view, organ, form: { texts: sending.texts, problems }, key: sending.key, kept: sending.kept }
  return sendPage(reply, detailsPage(page), sending.status)
}

/** A form that was sent before, and changed: what is typed now may become a request of its own, under a key of its own. */
async function setAside(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  own: Own,
  refusal: Refusal,
): Promise<FastifyReply> {
  const { organ, view, sending } = own
  const next = { ...own, sending: { ...sending, key: randomUUID(), kept: [], problems: new Map<string, string>() } }
  const notice = `${refusal.message}。下面是您刚才填写的内容：需要作为另一件申请提交的，请核对后点“提交申请”，文件请重新选择。`
  if (keepsDrafts(request)) {
    const key = await keep(app, request, reply, next, { notice }).catch(unlessPassing)
    if (key) return toPage(reply, organ, '/details', key)
  }
  const page = {
    view,
    organ,
    form: { texts: sending.texts, problems: new Map() },
    key: next.sending.key,
    kept: [],
    notice,
  }
  return sendPage(reply, detailsPage(page), 409)
}

async function read(
  app: FastifyInstance,
  request: FastifyRequest,
  organ: Organ,
  quota: WaitingQuota,
): Promise<Sending> {
  const owner = (form: Form) => keyOf(form.get('key')?.[0])
  const received = await receive(app, request, { organId: organ.id, owner, quota })
  const known = ['key', 'to', 'challenge', 'proof', ...submissionFields] as const
  const { key, to, challenge, proof, ...texts } = oneEach(received.form, known, ['kept', 'dropped'])
  return { ...received, key: keyOf(key), to, texts, work: { challenge, proof } }
}

interface Ready {
  readonly organ: Organ
  readonly view: View
  readonly sending: Sending
  readonly submission: Submission
}

/** Why a sending could not be taken in, which was not its fault. */
interface Failure {
  readonly notice: string
  readonly isBusy: boolean
}

async function submit(
  app: FastifyInstance,
  together: Together,
  request: FastifyRequest,
  { organ, sending, submission }: Ready,
): Promise<Submitted | 'work is wanted' | Refusal | Failure> {
  const { key, kept, work } = sending
  const one = {
    organ,
    network: networkOf(request.ip),
    isProven: isProof(organ.id, key, work, app.clock.now()),
    actor: applicantActor(app, request, organ.id),
    sent: { key, submission, files: kept },
  }
  try {
    return await together.submit(one)
  } catch (error) {
    if (error instanceof Refusal) return error
    const isBusy = isAway(error)
    return { isBusy, notice: failed(isBusy, together.mayBeKept(one), faultOf(request, error)) }
  }
}

/** What is typed survives a database that is away. */
function showFailure(reply: FastifyReply, { organ, view, sending }: Ready, { notice, isBusy }: Failure): FastifyReply {
  const { key, kept, texts } = sending
  const form = { texts, problems: new Map() }
  return sendPage(reply, detailsPage({ view, organ, key, form, kept, notice }), isBusy ? 503 : 500)
}

async function askForWork(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  own: Ready,
): Promise<FastifyReply> {
  const { organ, view, sending } = own
  if (keepsDrafts(request)) await keep(app, request, reply, own).catch(unlessPassing)
  const challenge = challengeFor(organ.id, sending.key, app.clock.now())
  const texts = { ...sending.texts, key: sending.key, kept: sending.kept.map(({ token }) => token) }
  reply.header('content-security-policy', proofPolicy)
  return sendPage(reply, proofPage({ view, organ, texts, challenge, form: heldRequest(view, organ) }))
}
