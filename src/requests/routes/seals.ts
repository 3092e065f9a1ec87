import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inOrgan } from '../../db/organ.ts'
import { businessRoles } from '../../organs/role.ts'
import { findFor } from '../actions/open-personal.ts'
import { notePaperSeal, verifyLetterSeal } from '../seals/seal-letter.ts'
import { showCase } from '../show.ts'

const OfSeal = z.strictObject({ id: z.uuid('没有这件申请'), seq: z.coerce.number().int().min(1).max(999_999) })

/** Seals of letters: checked from the PDF, or noted where they are set on paper. */
export const sealRoutes: FastifyPluginAsyncZod = async (app) => {
  const path = '/requests/:id/letter-seals/:seq'
  app.get(
    path,
    { config: { access: { roles: businessRoles } }, schema: { params: OfSeal } },
    async ({ params: { id, seq }, actor }) => {
      await inOrgan(app.db, actor.organId, (tx) => findFor(tx, actor, id))
      return { check: await verifyLetterSeal(app.db, { organId: actor.organId, id }, seq) }
    },
  )
  // Noted a second time nothing changes.
  app.put(
    path,
    { config: { access: { roles: ['clerk'] } }, schema: { params: OfSeal } },
    async ({ params: { id, seq }, actor }) =>
      inOrgan(app.db, actor.organId, async (tx) => {
        await findFor(tx, actor, id)
        await notePaperSeal(tx, actor, { organId: actor.organId, id }, seq)
        return showCase(tx, actor, id)
      }),
  )
}
