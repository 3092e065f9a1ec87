import { type CommentItem, openComments } from '../../../disclosure/comment.ts'

/** The open comments on each paragraph that still stands, by its number. */
export const byParagraph = (comments: readonly CommentItem[]): ReadonlyMap<number, readonly CommentItem[]> =>
  Map.groupBy(
    openComments(comments).filter(({ paragraph }) => paragraph !== null),
    ({ paragraph }) => paragraph ?? 0,
  )
