import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { countTry, networkOf, type TryLimit } from '../../db/attempts.ts'
import { hasWaitedOut, wasInTheWay } from '../../db/away.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { findSubmitted, readByCode, type Submitted, submitFeedback } from '../../feedback/actions/submit.ts'
import { asksForInformation, FeedbackForm, feedbackFields } from '../../feedback/form.ts'
import { faultOf, isPassing } from '../../http/problems.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import { Refusal } from '../../refusal.ts'
import { problemsByField } from '../../requests/applicant/submission.ts'
import { readCode } from '../../requests/receipt.ts'
import { crumbsTo, type View } from '../page.tsx'
import type { Portal } from '../portal.ts'
import { keyOf } from '../requests/drafts.ts'
import type { Filled } from '../requests/fields.tsx'
import { formIn, oneEach } from '../requests/form.ts'
import { limits } from '../requests/limits.ts'
import { challengeFor, isProof } from '../requests/proof-of-work.ts'
import { proofPage, proofPolicy } from '../requests/proof-page.tsx'
import { applicantActor, formRoute, lookUp, publicRoute, readForms, sendPage } from '../requests/public-forms.ts'
import { addresses } from '../site.ts'
import { answerPage, askCodePage } from './answer-page.tsx'
import { feedbackFormPage } from './form-page.tsx'
import { type SpokenOfPage, spokenOf } from './page-of.ts'
import { feedbackReceiptPage } from './receipt-page.tsx'

interface Options {
  readonly portal: Portal
  /** How many an hour one network address may send before each costs a proof of work. */
  readonly freeSubmissions?: number | undefined
  /** This server sends mail. */
  readonly sendsMail: boolean
}

const About = z.object({ page: z.string().max(300).catch('') })
const nothingTyped: Filled = { texts: {}, problems: new Map() }

/** What readers say of a page: the form, its receipt, and the answer under its code. */
export async function publicFeedbackRoutes(app: FastifyInstance, options: Options): Promise<void> {
  await readForms(app, options.portal)
  formRoutes(app, options)
  answerRoutes(app, options)
}

function formRoutes(app: FastifyInstance, { portal, freeSubmissions, sendsMail }: Options): void {
  const free = { ...limits.feedback, count: freeSubmissions ?? limits.feedback.count }

  app.get('/:organ/feedback', publicRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.feedback)
    const page = await spokenOf(app.db, organ, await portal.platformOf(organ), About.parse(request.query).page)
    const kind = page.kind === 'report' ? 'reportDoubt' : ''
    const form = { texts: { kind }, problems: new Map() }
    return sendPage(reply, feedbackFormPage({ view, organ, page, form, key: randomUUID(), sendsMail }))
  })

  app.post('/:organ/feedback', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.feedback)
    const sending = readSending(request)
    const page = await spokenOf(app.db, organ, await portal.platformOf(organ), sending.page)
    const back = (status: number, form: Filled, more: { notice?: string; isTold?: boolean; key?: string } = {}) =>
      sendPage(reply, feedbackFormPage({ view, organ, page, form, key: sending.key, sendsMail, ...more }), status)
    const typed = { texts: sending.texts, problems: new Map<string, string>() }
    const { data: form, error } = FeedbackForm.safeParse(sending.texts)
    if (error) return back(422, { ...typed, problems: problemsByField(error) })
    if (!sending.isTold && asksForInformation(form.text)) return back(200, typed, { isTold: true })
    const actor: Actor = { ...applicantActor(app, request, organ.id), name: '公众' }
    const one = { sent: { key: sending.key, page, form }, isProven: isProven(app, organ, sending) }
    try {
      const submitted = await submit(app, request, actor, one, free)
      if (submitted === 'work is wanted') return askForWork(app, reply, { view, organ, page, sending })
      const byMail = sendsMail && form.email !== ''
      return sendPage(reply, feedbackReceiptPage({ view, organ, page, submitted, byMail }))
    } catch (failure) {
      if (failure instanceof Refusal)
        return back(409, typed, { key: randomUUID(), notice: `${failure.message}。需要另外提交的，请再点一次“提交”。` })
      return back(isAway(failure) ? 503 : 500, typed, { notice: failed(faultOf(request, failure)) })
    }
  })
}

const isAway = (error: unknown): boolean => isPassing(error) || hasWaitedOut(error) || wasInTheWay(error)
const failed = (fault: string): string =>
  `没有能够确认已经收到。您填写的内容都在：请过一两分钟再点“提交”，同一张表不会重复提交。如一直不行，请把故障编号 ${fault} 告知本机关。`

interface Sending {
  readonly key: string
  readonly page: string
  readonly isTold: boolean
  readonly texts: Readonly<Record<(typeof feedbackFields)[number], string>>
  readonly work: { readonly challenge: string; readonly proof: string }
}

function readSending(request: FastifyRequest): Sending {
  const known = ['key', 'page', 'told', 'challenge', 'proof', ...feedbackFields] as const
  const { key, page, told, challenge, proof, ...texts } = oneEach(formIn(request), known)
  return { key: keyOf(key), page: page.slice(0, 300), isTold: told === 'yes', texts, work: { challenge, proof } }
}

const isProven = (app: FastifyInstance, organ: Organ, { key, work }: Sending): boolean =>
  isProof(organ.id, key, work, app.clock.now())

interface One {
  readonly sent: Parameters<typeof submitFeedback>[2]
  readonly isProven: boolean
}

/** A form that was taken in before costs nothing again. */
const submit = (
  app: FastifyInstance,
  request: FastifyRequest,
  actor: Actor,
  { sent, isProven }: One,
  free: TryLimit,
): Promise<Submitted | 'work is wanted'> =>
  inOrgan(app.db, actor.organId, async (tx) => {
    const before = await findSubmitted(tx, actor.organId, sent)
    if (before) return before
    if (isProven) return submitFeedback(tx, actor, sent)
    const { isOpen } = await countTry(tx, free, networkOf(request.ip), app.clock.now())
    if (isOpen) return submitFeedback(tx, actor, sent)
    // Counting waits for whoever else is counted: the same form may have come in meanwhile.
    return (await findSubmitted(tx, actor.organId, sent)) ?? 'work is wanted'
  })

interface Held {
  readonly view: View
  readonly organ: Organ
  readonly page: SpokenOfPage
  readonly sending: Sending
}

function askForWork(app: FastifyInstance, reply: FastifyReply, { view, organ, page, sending }: Held): FastifyReply {
  const { key, texts, isTold } = sending
  const challenge = challengeFor(organ.id, key, app.clock.now())
  const form = {
    what: '意见',
    action: addresses.feedback(organ),
    encType: 'application/x-www-form-urlencoded',
    crumbs: crumbsTo(view),
    otherWay: '按下面的电话、地址、邮箱直接告诉本机关。',
  } as const
  const carried = { ...texts, key, page: page.path, told: isTold ? 'yes' : '' }
  reply.header('content-security-policy', proofPolicy)
  return sendPage(reply, proofPage({ view, organ, texts: carried, challenge, form }))
}

function answerRoutes(app: FastifyInstance, { portal }: Options): void {
  app.get('/:organ/feedback/answer', publicRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.feedbackAnswer)
    return sendPage(reply, askCodePage(view, organ, nothingTyped))
  })

  app.post('/:organ/feedback/answer', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, addresses.feedbackAnswer)
    const texts = oneEach(formIn(request), ['code'])
    const code = readCode(texts.code.slice(0, 100))
    const found = code && (await lookInOrgan(app.db, organ.id, (tx) => readByCode(tx, organ.id, code)))
    if (found) return sendPage(reply, answerPage({ view, organ, ...found }))
    const problem = code ? '没有这个查询码，请与提交时给出的核对' : '请填写查询码'
    return sendPage(
      reply,
      askCodePage(view, organ, { texts, problems: new Map([['code', problem]]) }),
      code ? 404 : 422,
    )
  })
}
