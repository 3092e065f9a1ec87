import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { answerOnce, onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import { inOrganWithFiles } from '../../files/readings.ts'
import { businessRoles } from '../../organs/role.ts'
import type { Registered } from '../acknowledge.ts'
import { openApplicant, openFirstValues } from '../actions/open-personal.ts'
import { previewStep } from '../actions/preview-step.ts'
import { registerIntake } from '../actions/register-intake.ts'
import { takeStep } from '../actions/take-step.ts'
import { Intake } from '../intake.ts'
import { setLetter } from '../letter-files.ts'
import { printedCode } from '../receipt.ts'
import { showCase } from '../show.ts'
import { stepNames } from '../steps.ts'

const config = { access: { roles: businessRoles } } as const
const intakeConfig = { access: { roles: ['clerk'] } } as const
const Id = z.strictObject({ id: z.uuid('没有这件申请') })
const OfStep = Id.extend({ step: z.enum(stepNames) })
const Step = z.strictObject({ seq: z.number().int().min(0), input: z.unknown() })
const Preview = z.strictObject({ input: z.unknown() })
const Reveal = z.strictObject({
  reason: z.string().trim().min(2, '请填写查看完整信息的理由').max(200, '理由不超过200个字'),
})

/** What the clerk hands over; code and secret are in clear this once. */
const toHandOver = ({ request: { id, number }, receipt, acknowledgement }: Registered) => ({
  id,
  number,
  acknowledgement,
  receipt: { code: printedCode(receipt.code), secret: printedCode(receipt.secret) },
})

/** One request: take it down, look at it, take its steps. */
export const caseRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post('/requests', { config: intakeConfig, schema: { body: Intake } }, async (request) =>
    onceInOrgan(app.db, request, async (tx) => (await registerIntake(tx, request.actor, request.body)).map(toHandOver)),
  )

  app.get('/requests/:id', { config, schema: { params: Id } }, async ({ params, actor }) =>
    inOrgan(app.db, actor.organId, (tx) => showCase(tx, actor, params.id)),
  )

  app.post('/requests/:id/steps/:step', { config, schema: { params: OfStep, body: Step } }, async (request) => {
    const { body, actor, log } = request
    const { id, step } = request.params
    const { organId } = actor
    const { shown, sentBy } = await inOrganWithFiles(app.db, organId, (tx) =>
      answerOnce(tx, request, async () => {
        const { registered, sentBy } = await takeStep(tx, actor, id, step, body.input, body.seq, app.clock.now())
        return { shown: { ...(await showCase(tx, actor, id)), registered: registered.map(toHandOver) }, sentBy }
      }),
    )
    // The letter has been sent as text. Whoever opens it, and the clock, typesets it if this comes to nothing.
    if (sentBy !== null) setLetter(app.db, { organId, id }, sentBy).catch((error) => log.error(error))
    return shown
  })

  app.post(
    '/requests/:id/steps/:step/preview',
    { config, schema: { params: OfStep, body: Preview } },
    async ({ params: { id, step }, body, actor }) =>
      inOrganWithFiles(app.db, actor.organId, (tx) => previewStep(tx, actor, id, step, body.input)),
  )

  app.post(
    '/requests/:id/applicant',
    { config, schema: { params: Id, body: Reveal } },
    async ({ params: { id }, body: { reason }, actor }) =>
      inOrgan(app.db, actor.organId, (tx) => openApplicant(tx, actor, id, reason)),
  )

  app.post(
    '/requests/:id/first-values',
    { config, schema: { params: Id, body: Reveal } },
    async ({ params: { id }, body: { reason }, actor }) =>
      inOrgan(app.db, actor.organId, async (tx) => ({ corrections: await openFirstValues(tx, actor, id, reason) })),
  )
}
