import type { FastifyInstance, FastifyReply } from 'fastify'
import { inOrgan } from '../../db/organ.ts'
import { isPassing } from '../../http/problems.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import { Refusal } from '../../refusal.ts'
import { takeStep } from '../../requests/actions/take-step.ts'
import { content } from '../../requests/applicant/submission.ts'
import { showCase } from '../../requests/show.ts'
import type { StepName } from '../../requests/step-inputs.ts'
import type { View } from '../page.tsx'
import { addresses } from '../site.ts'
import { casePage } from './case-page.tsx'
import { isOpen } from './case-props.ts'
import type { Filled } from './fields.tsx'
import { notSentPage } from './not-sent-page.tsx'
import { sendPage } from './public-forms.ts'
import type { ProblemStatus, receive } from './uploads.ts'
import { withdrawPage } from './withdraw-page.tsx'

/** What has just been done, said above the page as long as it is the last that happened, and today. */
const done = {
  supplement: { kind: 'supplementReceived', words: '已经收到您的补正，答复期限从今天起重新计算。' },
  reasons: { kind: 'reasonsReceived', words: '已经收到您说明的理由。' },
  withdraw: { kind: 'withdrawn', words: '申请已经撤回，本机关不再办理。' },
} as const

type DoneName = keyof typeof done
export interface Followed {
  readonly organ: Organ
  readonly view: View
  readonly id: string
  readonly actor: Actor
}

/** The page of the request as it stands, with what was typed into it. */
export async function show(
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

const changed = '这件申请刚才有了变化，下面是现在的情况。您刚才填写的内容没有提交。'

interface Act {
  readonly name: DoneName
  readonly typed: Readonly<Record<string, string>>
  readonly seq: string
  /** Where it was sent to. */
  readonly address: string
  readonly files?: CaseFiles
  readonly problems?: ReadonlyMap<string, string>
  readonly status?: ProblemStatus
  readonly page?: How['page']
}

/** Takes the step, or shows the page again with what was typed and why it could not be taken. */
export async function act(app: FastifyInstance, own: Followed, reply: FastifyReply, step: Act): Promise<FastifyReply> {
  const { organ, id, actor } = own
  const { input, problems } = checkStep(step, actor)
  const form = { texts: step.typed, problems: new Map([...problems, ...(step.problems ?? [])]) }
  const how = { ...(step.files && { kept: step.files }), ...(step.page && { page: step.page }) }
  if (form.problems.size > 0) return show(app, own, reply, form, { ...how, status: step.status ?? 422 })
  try {
    await inOrgan(app.db, organ.id, (tx) => takeStep(tx, actor, id, stepOf[step.name], input, seqOf(step.seq)))
  } catch (error) {
    if (isPassing(error))
      return sendPage(
        reply,
        notSentPage(own.view, organ, { address: step.address, texts: step.typed, seq: step.seq }),
        503,
      )
    if (!(error instanceof Refusal)) throw error
    const notice = error.code === 'changed_meanwhile' ? changed : error.message
    return show(app, own, reply, form, { ...how, status: 409, notice })
  }
  return reply.header('cache-control', 'no-store').redirect(`${addresses.followedCase(organ)}?done=${step.name}`, 303)
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
function checkStep({ name, typed, files = [] }: Pick<Act, 'name' | 'typed' | 'files'>, actor: Actor) {
  const [[field, text] = ['', '']] = Object.entries(typed)
  const { data = '', error } = content.safeParse(text)
  const isMissing = data === '' && name !== 'withdraw'
  const message = error?.issues[0]?.message ?? (isMissing ? missing[name] : undefined)
  const input =
    name === 'withdraw' ? { reason: data } : { on: actor.today, text: data, fileIds: files.map((file) => file.id) }
  return { input, problems: new Map(message ? [[field, message]] : []) }
}

const missing = { supplement: '请填写补正的内容', reasons: '请填写理由', withdraw: '' } as const
