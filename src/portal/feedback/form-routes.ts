import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { countTry, networkOf, type TryLimit } from '../../db/attempts.ts'
import { inOrgan } from '../../db/organ.ts'
import { findSubmitted, type Submitted, submitFeedback } from '../../feedback/actions/submit.ts'
import { asksForInformation, FeedbackForm, feedbackFields } from '../../feedback/form.ts'
import { faultOf } from '../../http/problems.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import { Refusal } from '../../refusal.ts'
import { crumbsTo, type View } from '../page.tsx'
import type { Portal } from '../portal.ts'
import { goTo, isAway, isTurn, showAt, turned } from '../requests/between-pages.ts'
import { browserFor, type Draft, endDraft, findDraft, keyAsked, keyOf, newDraft } from '../requests/drafts.ts'
import { formIn, oneEach } from '../requests/form.ts'
import { limits } from '../requests/limits.ts'
import { challengeFor, isProof } from '../requests/proof-of-work.ts'
import { proofPage, proofPolicy } from '../requests/proof-page.tsx'
import { applicantActor, formRoute, lookUp, publicRoute, sendPage } from '../requests/public-forms.ts'
import { addresses } from '../site.ts'
import { feedbackFormPage } from './form-page.tsx'
import { type SpokenOfPage, spokenOf } from './page-of.ts'
import { feedbackReceiptPage } from './receipt-page.tsx'

export interface FormOptions {
  readonly portal: Portal
  /** How many an hour one network address may send before each costs a proof of work. */
  readonly freeSubmissions?: number | undefined
  /** This server sends mail. */
  readonly sendsMail: boolean
}

const About = z.object({ page: z.string().max(300).catch('') })
const ownForm = (organ: Organ) => addresses.feedback(organ)

/** The form: what is wrong comes back on a page of its own, what was taken in leads to its receipt. */
export function formRoutes(app: FastifyInstance, options: FormOptions): void {
  const { portal, sendsMail } = options

  app.get('/:organ/feedback', publicRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, ownForm)
    const key = keyAsked(request)
    const draft = key === undefined ? undefined : await findDraft(app, request, organ, key)
    if (key !== undefined && draft?.sent) return goTo(reply, addresses.feedbackReceipt(organ, key))
    browserFor(request, reply, organ)
    const about = draft?.texts.page ?? About.parse(request.query).page
    const page = await spokenOf(app.db, organ, await portal.platformOf(organ), about)
    const here = { view, organ, page, sendsMail }
    if (key !== undefined && draft) return sendPage(reply, feedbackFormPage({ ...here, key, draft, isKept: true }))
    const kind = page.kind === 'report' ? 'reportDoubt' : ''
    return sendPage(reply, feedbackFormPage({ ...here, key: randomUUID(), draft: { ...newDraft, texts: { kind } } }))
  })

  app.post('/:organ/feedback', formRoute, async (request, reply) => {
    const { organ, view } = await lookUp(portal, request, ownForm)
    const sending = readSending(request)
    const page = await spokenOf(app.db, organ, await portal.platformOf(organ), sending.page)
    return takeForm(app, request, reply, { organ, view, page, sending }, options)
  })

  app.post('/:organ/feedback/clear', formRoute, async (request, reply) => {
    const { organ } = await lookUp(portal, request, ownForm)
    const { key, page } = oneEach(formIn(request), ['key', 'page'])
    await endDraft(app, request, { organ, key: keyOf(key) })
    return goTo(reply, addresses.feedback(organ, page.slice(0, 300)))
  })
}

interface Held {
  readonly view: View
  readonly organ: Organ
  readonly page: SpokenOfPage
  readonly sending: Sending
}

async function takeForm(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  held: Held,
  { freeSubmissions, sendsMail }: FormOptions,
): Promise<FastifyReply> {
  const { organ, view, page, sending } = held
  const { key, texts } = sending
  const comesBack = (status: number, more: Partial<Draft> = {}, under = key) => {
    const draft = { ...newDraft, texts: { ...texts, page: page.path }, ...more }
    const at = (own: string) => addresses.feedback(organ, page.path, own)
    const form = feedbackFormPage({ view, organ, page, sendsMail, key: under, draft })
    return showAt(app, request, reply, { organ, key: under, draft, at, page: form, status })
  }
  if (isTurn(sending.to)) return turnedForm(app, request, reply, held, sendsMail)
  const { data: form, error } = FeedbackForm.safeParse(said(texts))
  if (error) return comesBack(422, { isChecked: true })
  if (texts.told !== 'yes' && asksForInformation(form.text))
    return comesBack(200, { texts: { ...texts, page: page.path, told: 'yes' } })
  const actor: Actor = { ...applicantActor(app, request, organ.id), name: '公众' }
  const one = { sent: { key, page, form }, isProven: isProven(app, organ, sending) }
  const free = { ...limits.feedback, count: freeSubmissions ?? limits.feedback.count }
  try {
    const submitted = await submit(app, request, actor, one, free)
    if (submitted === 'work is wanted') return askForWork(app, reply, held)
    const byMail = sendsMail && form.email !== ''
    const draft = { ...newDraft, sent: { number: submitted.feedback.number, on: actor.today } }
    const receipt = feedbackReceiptPage({ view, organ, page, submitted, byMail })
    const at = (own: string) => addresses.feedbackReceipt(organ, own)
    return await showAt(app, request, reply, { organ, key, draft, at, page: receipt, status: 200 })
  } catch (failure) {
    if (failure instanceof Refusal)
      return comesBack(409, { notice: `${failure.message}。需要另外提交的，请再点一次“提交”。` }, randomUUID())
    return comesBack(isAway(failure) ? 503 : 500, { notice: failed(faultOf(request, failure)) })
  }
}

/** The same form in the display that was asked for, with all that was typed. */
function turnedForm(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  { organ, view, page, sending: { key, texts, to } }: Held,
  sendsMail: boolean,
): Promise<FastifyReply> {
  const draft = { ...newDraft, texts: { ...texts, page: page.path } }
  const at = (own: string) => addresses.feedback(organ, page.path, own)
  const form = feedbackFormPage({ view: turned(request, reply, view, to), organ, page, sendsMail, key, draft })
  return showAt(app, request, reply, { organ, key, draft, at, page: form, status: 200 })
}

const failed = (fault: string): string =>
  `没有能够确认已经收到。您填写的内容都在：请过一两分钟再点“提交”，同一张表不会重复提交。如一直不行，请把故障编号 ${fault} 告知本机关。`

interface Sending {
  readonly key: string
  readonly page: string
  /** The display that is asked for in place of the next step. */
  readonly to: string
  readonly texts: Readonly<Record<(typeof feedbackFields)[number] | 'told', string>>
  readonly work: { readonly challenge: string; readonly proof: string }
}

function readSending(request: FastifyRequest): Sending {
  const known = ['key', 'page', 'to', 'told', 'challenge', 'proof', ...feedbackFields] as const
  const { key, page, to, challenge, proof, ...texts } = oneEach(formIn(request), known)
  return { key: keyOf(key), page: page.slice(0, 300), to, texts, work: { challenge, proof } }
}

const said = ({ told: _, ...texts }: Sending['texts']) => texts

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

/** The page holds everything itself: a reload sends it again, and nothing has been taken in. */
function askForWork(
  app: FastifyInstance,
  reply: FastifyReply,
  { view, organ, page, sending: { key, texts } }: Held,
): FastifyReply {
  const challenge = challengeFor(organ.id, key, app.clock.now())
  const form = {
    what: '意见',
    action: addresses.feedback(organ),
    encType: 'application/x-www-form-urlencoded',
    crumbs: crumbsTo(view),
    otherWay: '按下面的电话、地址、邮箱直接告诉本机关。',
  } as const
  reply.header('content-security-policy', proofPolicy)
  return sendPage(reply, proofPage({ view, organ, texts: { ...texts, key, page: page.path }, challenge, form }))
}
