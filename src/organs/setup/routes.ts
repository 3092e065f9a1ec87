import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { timeOfDay } from '../../days/plain-date.ts'
import { countTry, networkOf, type TryLimit } from '../../db/attempts.ts'
import { inActs, lookInOrgan } from '../../db/organ.ts'
import { refusals } from '../../refusal.ts'
import { Code, enrolmentFor } from '../session/second-factor.ts'
import { confirmFirstEnrolment } from '../session/second-factor-actions.ts'
import { hasFactor } from '../session/store.ts'
import { isAnyHere } from '../store.ts'
import { setUpOrgan } from './actions.ts'
import type { SetupDoor, SetupStage } from './door.ts'
import { type FirstAdministrator, firstAdministrations, SetUpWithPasswords, type SetupProgress } from './set-up.ts'

/** Wrong keys from one network, as wrong passwords are counted. Nobody guesses a right one, so that it opens all the same. */
const wrongKeys: TryLimit = { kind: 'setUp', count: 5, withinMs: 15 * 60_000 }

export interface SetupRoutes {
  readonly door: SetupDoor
}

/** Setting up the first bureau of a house in the browser, by the key that the server has printed. */
export const setupRoutes: FastifyPluginAsyncZod<SetupRoutes> = async (app, { door }) => {
  app.get('/setup', { config }, async () => ({ isEmpty: !(await app.db.transaction().execute(isAnyHere)) }))
  await app.register(keyedRoutes, { door })
}

const config = { access: 'public' } as const
const Whose = z.enum(firstAdministrations)

const keyedRoutes: FastifyPluginAsyncZod<SetupRoutes> = async (app, { door }) => {
  // Before anything is read that was sent: who has no key learns nothing from it.
  app.addHook('onRequest', async (request) => void (await requireKey(app, door, request)))

  app.get('/setup/progress', { config }, (request) => progressOf(app, stageOf(door, request)))

  app.post('/setup', { config, schema: { body: SetUpWithPasswords } }, async ({ body, ip }) => {
    const occasion = { today: app.clock.today(), chosen: body.passwords, address: ip, onlyFirst: true }
    const made = await inActs(app.db, (tx) => setUpOrgan(tx, body.setUp, occasion))
    return { key: door.goOn(made, app.clock.now()) }
  })

  app.post('/setup/enrolment', { config, schema: { body: z.strictObject({ role: Whose }) } }, async (request) => {
    const { organ, person, offeredTo } = someone(door, request, request.body.role)
    if (await lookInOrgan(app.db, organ.id, (tx) => hasFactor(tx, organ.id, person.id)))
      throw refusals.administratorBound()
    return enrolmentFor(offeredTo, person.login, organ.name)
  })

  app.post(
    '/setup/enrolment/confirm',
    { config, schema: { body: z.strictObject({ role: Whose, code: Code }) } },
    async (request) => {
      const { role, code } = request.body
      const { organ, person, offeredTo } = someone(door, request, role)
      const enrolment = { organId: organ.id, id: person.id, offeredTo, address: request.ip }
      await confirmFirstEnrolment(app.db, enrolment, code, app.clock.now())
      return progressOf(app, stageOf(door, request))
    },
  )
}

const keyOf = ({ headers }: FastifyRequest): string => String(headers['x-kaicheng-setup'] ?? '').slice(0, 100)

/** Refuses a key that opens nothing, and that to the questions once there is an organ, however it was made. */
async function requireKey(app: FastifyInstance, door: SetupDoor, request: FastifyRequest): Promise<void> {
  const opened = door.opens(keyOf(request))
  if (opened?.stage === 'authenticators') {
    const { administrators } = await progressOf(app, opened)
    const isDone = opened.until <= app.clock.now() || administrators.every(({ isBound }) => isBound)
    if (!isDone) return
    door.shut()
  }
  const isAny = await app.db.transaction().execute(isAnyHere)
  if (opened && !isAny) return
  const now = app.clock.now()
  const tried = await app.db.transaction().execute((tx) => countTry(tx, wrongKeys, networkOf(request.ip), now))
  if (!tried.isOpen) throw refusals.tooManyKeys(timeOfDay(tried.until))
  throw isAny ? refusals.setUpAlready() : refusals.noSetUpKey()
}

/** What the key opens now: somebody else may have used it since it was asked for. */
function stageOf(door: SetupDoor, request: FastifyRequest): SetupStage {
  const opened = door.opens(keyOf(request))
  if (!opened) throw refusals.setUpAlready()
  return opened
}

function someone(door: SetupDoor, request: FastifyRequest, role: FirstAdministrator['role']) {
  const opened = stageOf(door, request)
  const person = opened.stage === 'authenticators' && opened.administrators.find((each) => each.role === role)
  if (!person) throw refusals.notThisStage()
  return { organ: opened.organ, person, offeredTo: `${keyOf(request)} ${person.id}` }
}

async function progressOf({ db }: FastifyInstance, opened: SetupStage): Promise<SetupProgress> {
  if (opened.stage === 'questions') return { stage: opened.stage, organName: '', administrators: [] }
  const { organ, administrators } = opened
  const people = await lookInOrgan(db, organ.id, async (tx) => {
    const bound = []
    for (const { id, role, login, name } of administrators)
      bound.push({ role, login, name, isBound: await hasFactor(tx, organ.id, id) })
    return bound
  })
  return { stage: opened.stage, organName: organ.name, administrators: people }
}
