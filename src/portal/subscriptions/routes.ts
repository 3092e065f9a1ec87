import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { countTry, networkOf, type TryLimit } from '../../db/attempts.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import type { Organ } from '../../organs/organ.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import { emailProblem } from '../../people/contact.ts'
import { tidyLine } from '../../people/tidy-text.ts'
import { askToSubscribe } from '../../subscriptions/actions.ts'
import { subscriptionAddresses } from '../../subscriptions/addresses.ts'
import { confirmHours, digestRhythm } from '../../subscriptions/settings.ts'
import { wholeOrgan } from '../../subscriptions/topic.ts'
import { crumbsTo, type View } from '../page.tsx'
import type { Portal } from '../portal.ts'
import { goTo, isTurn, showAt, turned } from '../requests/between-pages.ts'
import { browserFor, findDraft, keyAsked, keyOf, newDraft } from '../requests/drafts.ts'
import type { Filled } from '../requests/fields.tsx'
import { formIn, oneEach } from '../requests/form.ts'
import { limits } from '../requests/limits.ts'
import { challengeFor, isProof } from '../requests/proof-of-work.ts'
import { proofPage, proofPolicy } from '../requests/proof-page.tsx'
import { formRoute, lookUp, publicRoute, readForms, sendPage } from '../requests/public-forms.ts'
import { type BeginProps, beginPage } from './begin-page.tsx'
import { confirmedRoutes } from './confirmed-routes.ts'
import { endRoutes } from './end-routes.ts'
import { askedPage } from './settled-pages.tsx'
import { type OfferedTopic, topicOf } from './topic-of.ts'

interface Options {
  readonly portal: Portal
  /** How many an hour one network address may send before each costs a proof of work. */
  readonly freeSubmissions?: number | undefined
}

/** To be told by mail of what is new: the form, its confirmation, what one is subscribed to, and the way out. */
export async function publicSubscriptionRoutes(app: FastifyInstance, options: Options): Promise<void> {
  await app.register(async (forms) => {
    await readForms(forms, options.portal)
    beginRoutes(forms, options)
    confirmedRoutes(forms, options.portal)
  })
  await app.register(async (clicks) => endRoutes(clicks, options.portal))
}

const nothingWrong: Filled['problems'] = new Map()
const beginAt = (organ: Organ) => subscriptionAddresses.begin(organ)

function problemsOf({ email = '' }: { readonly email?: string | undefined }): Filled['problems'] {
  const problem = email === '' ? '请填写电子邮箱' : emailProblem(email)
  return problem ? new Map([['email', problem]]) : nothingWrong
}

const Asked = z.object({ page: z.string().max(300).catch('') })

function beginRoutes(app: FastifyInstance, { portal, freeSubmissions }: Options): void {
  const free = { ...limits.subscriptions, count: freeSubmissions ?? limits.subscriptions.count }

  app.get('/:organ/subscribe', publicRoute, async (request, reply) => {
    const found = await lookUp(portal, request, beginAt)
    const key = keyAsked(request)
    const draft = key === undefined ? undefined : await findDraft(app, request, found.organ, key)
    browserFor(request, reply, found.organ)
    const texts = draft?.texts ?? { what: 'page', page: Asked.parse(request.query).page }
    const offered = await offeredOn(app, portal, found.organ, texts.page ?? '')
    const form = { texts, problems: draft?.isChecked ? problemsOf(texts) : nothingWrong }
    const formKey = draft && key !== undefined ? key : randomUUID()
    return sendPage(reply, beginPage(await asking(app, { ...found, offered, form, formKey })))
  })

  app.post('/:organ/subscribe', formRoute, async (request, reply) => {
    const found = await lookUp(portal, request, beginAt)
    const sent = readSent(request)
    const offered = await offeredOn(app, portal, found.organ, sent.page)
    const held = { ...found, offered, sent }
    if (!found.view.tellsByMail) return goTo(reply, subscriptionAddresses.begin(found.organ))
    if (isTurn(sent.to))
      return comesBack(app, request, reply, { ...held, view: turned(request, reply, found.view, sent.to) })
    if (problemsOf(sent).size > 0) return comesBack(app, request, reply, held, problemsOf(sent))
    if (!(await askOnce(app, request, held, free))) return askForWork(app, reply, held)
    return goTo(reply, subscriptionAddresses.asked(found.organ))
  })

  app.get('/:organ/subscribe/asked', publicRoute, async (request, reply) => {
    const found = await lookUp(portal, request, subscriptionAddresses.asked)
    return found.view.tellsByMail ? sendPage(reply, askedPage(found)) : goTo(reply, beginAt(found.organ))
  })
}

const offeredOn = async (app: FastifyInstance, portal: Portal, organ: Organ, page: string): Promise<OfferedTopic> =>
  topicOf(app.db, organ, await portal.platformOf(organ), page)

interface Sent {
  readonly key: string
  readonly page: string
  readonly what: 'page' | 'organ'
  readonly email: string
  /** The display that is asked for in place of the next step. */
  readonly to: string
  readonly work: { readonly challenge: string; readonly proof: string }
}

function readSent(request: FastifyRequest): Sent {
  const { key, page, what, email, to, challenge, proof } = oneEach(formIn(request), fields)
  return {
    key: keyOf(key),
    page: page.slice(0, 300),
    what: what === 'page' ? 'page' : 'organ',
    email: tidyLine(email).normalize('NFKC'),
    to,
    work: { challenge, proof },
  }
}

const fields = ['key', 'page', 'what', 'email', 'to', 'challenge', 'proof'] as const

interface Held {
  readonly view: View
  readonly organ: Organ
  readonly offered: OfferedTopic
  readonly sent: Sent
}

const asking = (app: FastifyInstance, props: Omit<BeginProps, 'hours' | 'isWeekly'>): Promise<BeginProps> =>
  lookInOrgan(app.db, props.organ.id, async (tx) => ({
    ...props,
    hours: await chosen(tx, props.organ.id, confirmHours),
    isWeekly: (await chosen(tx, props.organ.id, digestRhythm)) === 'weekly',
  }))

/** The form once more, on a page of its own, with what was typed. */
async function comesBack(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  { view, organ, offered, sent }: Held,
  problems: Filled['problems'] = nothingWrong,
): Promise<FastifyReply> {
  const { key, email, what } = sent
  const texts = { email, what, page: offered.page }
  const draft = { ...newDraft, texts, isChecked: problems.size > 0 }
  const at = (own: string) => subscriptionAddresses.begin(organ, offered.page, own)
  const page = beginPage(await asking(app, { view, organ, offered, form: { texts, problems }, formKey: key }))
  return showAt(app, request, reply, { organ, key, draft, at, page, status: problems.size > 0 ? 422 : 200 })
}

/**
 * Queues the mail that asks the address, as long as it has not been asked too often; whoever sent the form sees the same either way.
 * False where the form has to cost work first.
 */
const askOnce = (app: FastifyInstance, request: FastifyRequest, held: Held, free: TryLimit): Promise<boolean> => {
  const { organ, offered, sent } = held
  const now = app.clock.now()
  return inOrgan(app.db, organ.id, async (tx) => {
    const isPaid =
      isProof(organ.id, sent.key, sent.work, now) &&
      (await countTry(tx, limits.subscriptionProof, `${organ.id} ${sent.key}`, now)).isOpen
    if (!isPaid) {
      const { isOpen } = await countTry(tx, free, networkOf(request.ip), now)
      if (!isOpen) return false
    }
    const { isOpen } = await countTry(tx, limits.subscriptionMails, sent.email.toLowerCase(), now)
    if (isOpen) await askToSubscribe(tx, organ.id, sent.email, sent.what === 'page' ? offered.topic : wholeOrgan)
    return true
  })
}

function askForWork(app: FastifyInstance, reply: FastifyReply, { view, organ, offered, sent }: Held): FastifyReply {
  const challenge = challengeFor(organ.id, sent.key, app.clock.now())
  const form = {
    what: '订阅',
    action: subscriptionAddresses.begin(organ),
    encType: 'application/x-www-form-urlencoded',
    crumbs: crumbsTo(view),
    otherWay: '用阅读器订阅，地址在各列表的网页上。',
  } as const
  const texts = { key: sent.key, page: offered.page, what: sent.what, email: sent.email }
  reply.header('content-security-policy', proofPolicy)
  return sendPage(reply, proofPage({ view, organ, texts, challenge, form }))
}
