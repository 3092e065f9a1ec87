import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { plainDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inActs } from '../../db/organ.ts'
import { aPlatform } from '../../disclosure/testing/a-platform.ts'
import { importLedgers } from '../../ledgers/import.ts'
import { operatorActor } from '../../organs/actor.ts'
import type { Role } from '../../organs/role.ts'
import { aVisitor } from '../../portal/testing/forms.ts'
import { previewStep } from '../../requests/actions/preview-step.ts'
import { registerIntake } from '../../requests/actions/register-intake.ts'
import { takeStep } from '../../requests/actions/take-step.ts'
import { showCase } from '../../requests/show.ts'
import type { StepName } from '../../requests/step-inputs.ts'
import { anIntake, aPerson } from '../../requests/testing/an-intake.ts'
import { letOut } from '../../requests/testing/let-out.ts'
import type { Values } from '../../workbooks/ledger.ts'
import { readLedgers } from '../../workbooks/read-ledgers.ts'
import { writeWorkbook } from '../../workbooks/workbook.ts'
import { keptLedgers, ledgers } from '../kept-ledgers.ts'

export const today = '2026-06-01'

const denied = { complete: 'yes', information: 'yes', responsible: 'us', held: 'held', disclose: 'none' }
export const refusing = {
  outcome: 'denied.stateSecret',
  answers: { ...denied, exemption: 'stateSecret' },
  statement: '',
  reason: '该文件为国家秘密',
  record: '定密依据为该文件的密级标志',
}
export const partly = {
  outcome: 'partiallyGranted',
  answers: { ...denied, disclose: 'part' },
  statement: '现将可以公开的部分提供给您',
  reason: '',
  parts: [{ what: '第3页', under: 'denied.internalAffairs', reason: '内部工作流程', record: '公开弊大于利' }],
}

/** An office whose administrator chooses, and the errands by which a choice is seen. */
export async function anOfficeThatChooses(db: Database, app: FastifyInstance) {
  const office = await aPlatform(db, app, today)
  const { organ, work, officer } = office
  const admin = (await office.signedIn('systemAdmin')).browser
  const visitor = aVisitor(app, '192.0.2.1')
  const path = `/${organ.slug}/requests`
  const register = async (on: string, facts: Parameters<typeof anIntake>[1] = {}) => {
    const actor = await officer(on, ['clerk'])
    const [one] = await work((tx) => registerIntake(tx, actor, anIntake(on, facts)))
    if (!one) throw new Error('nothing was registered')
    return { id: one.request.id, receipt: one.receipt }
  }
  const show = async (id: string, on = today) => {
    const actor = await officer(on, ['clerk'])
    return work((tx) => showCase(tx, actor, id))
  }
  const take = async (id: string, name: StepName, input: object, on = today) => {
    const actor = await officer(on, ['clerk'])
    return work((tx) => takeStep(tx, actor, id, name, input))
  }
  return {
    ...office,
    register,
    show,
    take,
    /** As the administrator does it on the page. */
    choose: async (id: string, value: unknown) => {
      const answer = await admin.send('PUT', `/settings/${id}`, { value })
      if (answer.statusCode !== 200) throw new Error(`${id} ${JSON.stringify(value)}: ${answer.body}`)
    },
    settings: async () => (await admin.send('GET', '/settings')).json().items,
    /** A letter is put up, approved and leaves. */
    send: async (id: string, name: StepName, input: object, on = today) => {
      const { request } = await take(id, name, input, on)
      await letOut(db, request, (role: Role) => officer(on, [role]))
    },
    /** The answer as it would be drafted for a request of today. */
    answer: async (input: object) => {
      const { id } = await register(today)
      const actor = await officer(today, ['clerk'])
      return (await work((tx) => previewStep(tx, actor, id, 'draftAnswer', input))).letter?.paragraphs
    },
    /** What the applicant sees of the own request. */
    pageOf: async (id: { readonly code: string; readonly secret: string }) => {
      const answer = await visitor.send(`${path}/follow`, { code: id.code, secret: id.secret })
      const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
      return (await visitor.get(`${path}/follow/case`, { cookie })).body
    },
    /** By when what a reader says of the site is answered, as the receipt tells it. */
    speak: async () => {
      const form = {
        key: randomUUID(),
        page: '',
        told: '',
        kind: 'opinion',
        text: '字太小',
        name: '',
        phone: '',
        email: '',
      }
      const { body } = await visitor.send(`/${organ.slug}/feedback`, form)
      return /答复期限<\/dt><dd>([^<]+)</.exec(body)?.[1]
    },
    aBusiness: () =>
      register(today, {
        applicant: aPerson({
          kind: 'enterprise',
          name: '示例小吃店',
          identityKind: null,
          identityNumber: '',
          creditCode: '92350100MA00000A0Y',
          legalRepresentative: '王五',
          contactName: '王五',
        }),
      }),
    load: async (rows: Readonly<Record<string, readonly Values[]>>) => {
      const contents = ledgers.flatMap((ledger) => (rows[ledger.id] ? [{ ledger, rows: rows[ledger.id] ?? [] }] : []))
      const bytes = await writeWorkbook(contents, { isTemplate: false })
      const file = await readLedgers(ledgers, bytes, '台账.xlsx', { today: plainDate(today) })
      const actor = operatorActor(0, plainDate(today))
      const source = { name: '台账.xlsx', bytes }
      const done = await inActs(db, (tx) => importLedgers(tx, actor, organ.slug, keptLedgers, file, source))
      if ('problems' in done) throw new Error(JSON.stringify(done.problems.list))
    },
  }
}
