import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { onceInOrgan } from '../../db/answer-once.ts'
import { inOrgan } from '../../db/organ.ts'
import { businessRoles } from '../../organs/role.ts'
import { addComment, answerComment, resolveComment } from '../actions/comments.ts'
import { CommentAnswer, CommentState, NewComment } from '../comment.ts'
import { OfEdition } from './address.ts'

const config = { access: { roles: businessRoles } } as const
const OfComment = OfEdition.extend({ commentId: z.uuid('没有这条批注') })

/** 批注 on paragraphs of an edition: only for those of the organ who see its drafts. */
export const commentRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/records/:id/editions/:edition/comments',
    { config, schema: { params: OfEdition, body: NewComment } },
    async (request) => {
      const { actor, params, body } = request
      const now = app.clock.now()
      return { id: await onceInOrgan(app.db, request, (tx) => addComment(tx, actor, now, keyOf(actor, params), body)) }
    },
  )

  app.post(
    '/records/:id/editions/:edition/comments/:commentId/answers',
    { config, schema: { params: OfComment, body: CommentAnswer } },
    async (request) => {
      const { actor, params, body } = request
      const [now, key] = [app.clock.now(), keyOf(actor, params)]
      return {
        id: await onceInOrgan(app.db, request, (tx) => answerComment(tx, actor, now, key, params.commentId, body)),
      }
    },
  )

  app.put(
    '/records/:id/editions/:edition/comments/:commentId',
    { config, schema: { params: OfComment, body: CommentState } },
    async ({ actor, params, body }) => {
      const [now, key] = [app.clock.now(), keyOf(actor, params)]
      await inOrgan(app.db, actor.organId, (tx) =>
        resolveComment(tx, actor, now, key, params.commentId, body.isResolved),
      )
      return { done: true }
    },
  )
}

const keyOf = (
  { organId }: { readonly organId: number },
  { id, edition }: { readonly id: string; readonly edition: number },
) => ({ organId, recordId: id, edition })
