import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { yearBetween } from '../../days/typed-year.ts'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { downloadHeaders } from '../../files/disposition.ts'
import { kinds } from '../../files/kinds.ts'
import { businessRoles } from '../../organs/role.ts'
import { unlessUnread } from '../knowingly.ts'
import {
  approveCorrection,
  declineCorrection,
  proposeCorrection,
  proposeRemoval,
  takeCorrectionBack,
} from './actions.ts'
import { Approval, Refused, TypedCorrection, TypedRemoval } from './correction.ts'
import { exportRegister } from './export.ts'
import { rowDeciders } from './row-deciders.ts'
import { RowLedgerId } from './row-ledger.ts'
import { showCorrections, showRow, showWaiting } from './show.ts'
import { correctionViews } from './store/corrections.ts'

const config = { access: { roles: businessRoles } } as const
const proposing = { access: { roles: ['clerk', 'unitHead', 'ogiHead', 'legalStaff'] } } as const
const deciding = { access: { roles: rowDeciders } } as const
const Row = z.strictObject({ ledger: RowLedgerId, id: z.uuid('台账里没有这一行') })
const Register = z.strictObject({ ledger: RowLedgerId })
const OfYear = z.strictObject({ year: yearBetween(1949, 2200).optional() })
const Id = z.strictObject({ id: z.uuid('没有这项更正') })
const Wanted = z.strictObject({
  view: z.enum(correctionViews).default('waiting'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

const pageSize = 20

/** 更正登记、撤销登记: a single row of a register put right or taken out, and the second person's queue. */
export const rowRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get('/ledgers/rows/:ledger/:id', { config, schema: { params: Row } }, async ({ params, actor }) =>
    inOrgan(app.db, actor.organId, (tx) => showRow(tx, actor, params.ledger, params.id)),
  )

  app.get(
    '/ledgers/rows/:ledger/export',
    { config, schema: { params: Register, querystring: OfYear } },
    async ({ params, query, actor }, reply) => {
      const { name, bytes } = await inOrgan(app.db, actor.organId, (tx) =>
        exportRegister(tx, actor, params.ledger, query.year),
      )
      return reply.headers(downloadHeaders({ name, contentType: kinds.xlsx.contentType })).send(Buffer.from(bytes))
    },
  )

  app.post(
    '/ledgers/rows/:ledger/:id/correction',
    { config: proposing, schema: { params: Row, body: TypedCorrection } },
    async (request) => {
      const { params, body, actor } = request
      return onceInOrgan(app.db, request, async (tx) =>
        unlessUnread(request, await proposeCorrection(tx, actor, params.ledger, params.id, body)),
      )
    },
  )

  app.post(
    '/ledgers/rows/:ledger/:id/removal',
    { config: proposing, schema: { params: Row, body: TypedRemoval } },
    async (request) => {
      const { params, body, actor } = request
      return onceInOrgan(app.db, request, async (tx) =>
        unlessUnread(request, await proposeRemoval(tx, actor, params.ledger, params.id, body.reason)),
      )
    },
  )

  app.get('/ledgers/corrections', { config, schema: { querystring: Wanted } }, async ({ query, actor }) =>
    lookInOrgan(app.db, actor.organId, (tx) => showCorrections(tx, actor, { ...query, pageSize })),
  )

  app.get('/ledgers/corrections/waiting', { config }, async ({ actor }) =>
    lookInOrgan(app.db, actor.organId, (tx) => showWaiting(tx, actor)),
  )

  app.post(
    '/ledgers/corrections/:id/approval',
    { config: deciding, schema: { params: Id, body: Approval } },
    async (request) => {
      const { params, body, actor } = request
      return onceInOrgan(app.db, request, async (tx) =>
        unlessUnread(request, await approveCorrection(tx, actor, params.id, body.opinion)),
      )
    },
  )

  app.post(
    '/ledgers/corrections/:id/refusal',
    { config: deciding, schema: { params: Id, body: Refused } },
    async (request) => {
      const { params, body, actor } = request
      return onceInOrgan(app.db, request, (tx) => declineCorrection(tx, actor, params.id, body.reason))
    },
  )

  app.post('/ledgers/corrections/:id/withdrawal', { config: proposing, schema: { params: Id } }, async (request) => {
    const { params, actor } = request
    return onceInOrgan(app.db, request, (tx) => takeCorrectionBack(tx, actor, params.id))
  })
}
