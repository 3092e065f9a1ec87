import { z } from 'zod'

const most = 1_000_000_000

const words = z.string().trim().min(1, '请填写批注的内容').max(1000, '不超过1000个字')

/** 批注 on the paragraph that `revision` counts as `paragraph`, from nought. */
export const NewComment = z.strictObject({
  revision: z.int().min(1).max(most),
  paragraph: z.int('请选定针对哪一段').min(0).max(most),
  words,
})
export type NewComment = z.infer<typeof NewComment>
export const CommentAnswer = z.strictObject({ words })
export type CommentAnswer = z.infer<typeof CommentAnswer>
export const CommentState = z.strictObject({ isResolved: z.boolean() })

interface Said {
  readonly words: string
  readonly name: string
  /** ISO instant, UTC. */
  readonly at: string
}

/** What somebody at work on an edition said of a paragraph, with the answers. */
export interface CommentItem extends Said {
  readonly id: string
  /** Where its paragraph stands in the text that is shown, from nought; null when it is gone, or the comment resolved. */
  readonly paragraph: number | null
  /** How the paragraph began when this was said. */
  readonly quoted: string
  readonly answers: readonly Said[]
  readonly resolved: Pick<Said, 'name' | 'at'> | null
  /** Whether whoever looks may say that it is resolved, or is not. */
  readonly mayResolve: boolean
}

/** Comments that nobody has resolved. */
export const openComments = (comments: readonly CommentItem[]): CommentItem[] =>
  comments.filter(({ resolved }) => resolved === null)
