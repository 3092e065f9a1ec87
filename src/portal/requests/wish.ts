import { content } from '../../requests/applicant/submission.ts'
import type { Filled } from './fields.tsx'

/** The wish as typed: nothing is wrong with it before somebody goes on. */
export const asTyped = (typed: string): Filled => ({ texts: { content: typed }, problems: new Map() })

/** The wish as typed, with what is wrong with it. */
export function checkWish(typed: string): Filled {
  const { data, error } = content.safeParse(typed)
  const message = error?.issues[0]?.message ?? (data === '' ? '请写明您需要的政府信息' : undefined)
  return { texts: { content: typed }, problems: new Map(message ? [['content', message]] : []) }
}
