import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PlainDate } from '../../days/plain-date.ts'
import { networkOf } from '../../db/attempts.ts'
import { hasWaitedOut, wasInTheWay } from '../../db/away.ts'
import { type WaitingQuota, waitingQuota } from '../../files/waiting.ts'
import { faultOf, isPassing } from '../../http/problems.ts'
import type { Organ } from '../../organs/organ.ts'
import { Refusal } from '../../refusal.ts'
import {
  problemsByField,
  type Submission,
  type SubmissionField,
  submissionFields,
  submissionOf,
} from '../../requests/applicant/submission.ts'
import type { Submitted } from '../../requests/submit.ts'
import type { View } from '../page.tsx'
import type { Portal } from '../portal.ts'
import { addresses } from '../site.ts'
import { keyOf } from './ask-routes.ts'
import { detailsPage } from './details-page.tsx'
import { type Form, oneEach } from './form.ts'
import { uploadPurposes } from './kept-files.tsx'
import { limits } from './limits.ts'
import { challengeFor, isProof } from './proof-of-work.ts'
import { proofPage } from './proof-page.tsx'
import { applicantActor, formRoute, lookUp, sendPage } from './public-forms.ts'
import { receiptPage } from './receipt-page.tsx'
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
  readonly work: { readonly challenge: string; readonly proof: string }
}

const fieldOrder: readonly string[] = [...submissionFields, ...uploadPurposes]

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
    const checked = check(sending, app.clock.today())
    if ('problems' in checked) {
      const form = { texts: sending.texts, problems: checked.problems }
      const page = detailsPage({ view, organ, form, key: sending.key, kept: sending.kept })
      return sendPage(reply, page, sending.status)
    }
    const ready = { organ, view, sending, submission: checked.submission }
    const submitted = await submit(app, together, request, ready)
    if (submitted === 'work is wanted') return askForWork(reply, ready, app.clock.now())
    if ('notice' in submitted) return showFailure(reply, ready, submitted)
    return sendPage(reply, receiptPage({ view, organ, submitted, today: app.clock.today() }))
  })
}

async function read(
  app: FastifyInstance,
  request: FastifyRequest,
  organ: Organ,
  quota: WaitingQuota,
): Promise<Sending> {
  const owner = (form: Form) => keyOf(form.get('key')?.[0])
  const received = await receive(app, request, { organId: organ.id, owner, quota })
  const known = ['key', 'challenge', 'proof', ...submissionFields] as const
  const { key, challenge, proof, ...texts } = oneEach(received.form, known, ['kept', 'dropped'])
  return { ...received, key: keyOf(key), texts, work: { challenge, proof } }
}

/** The request that was written, or what is still to be mended, in the order of the form. */
function check({ texts, kept, problems }: Sending, today: PlainDate) {
  const hasPowerOfAttorney = kept.some(({ purpose }) => purpose === 'powerOfAttorney')
  const { data, error } = submissionOf({ today, hasPowerOfAttorney }).safeParse(texts)
  const all = [...(error ? problemsByField(error) : []), ...problems]
  if (!data || all.length > 0)
    return { problems: new Map(all.sort(([a], [b]) => fieldOrder.indexOf(a) - fieldOrder.indexOf(b))) }
  return { submission: data }
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
): Promise<Submitted | 'work is wanted' | Failure> {
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
    if (error instanceof Refusal) throw error
    const isBusy = isPassing(error) || hasWaitedOut(error) || wasInTheWay(error)
    return { isBusy, notice: failed(isBusy, together.mayBeKept(one), faultOf(request, error)) }
  }
}

/** What is typed survives a database that is away. */
function showFailure(reply: FastifyReply, { organ, view, sending }: Ready, { notice, isBusy }: Failure): FastifyReply {
  const { key, kept, texts } = sending
  const form = { texts, problems: new Map() }
  return sendPage(reply, detailsPage({ view, organ, key, form, kept, notice }), isBusy ? 503 : 500)
}

function askForWork(reply: FastifyReply, { organ, view, sending }: Ready, now: Date): FastifyReply {
  const challenge = challengeFor(organ.id, sending.key, now)
  const texts = { ...sending.texts, key: sending.key, kept: sending.kept.map(({ token }) => token) }
  reply.header(
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  return sendPage(reply, proofPage({ view, organ, texts, challenge }))
}
