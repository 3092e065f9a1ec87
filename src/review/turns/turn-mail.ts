import { z } from 'zod'
import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { ComposedMail, MailAbout, WaitingMail } from '../../mail/compose.ts'
import { addressesOf, findTurn } from './store.ts'
import { type Turn, TurnKind } from './turn.ts'

const TurnAbout = z.object({
  kind: z.literal('turn'),
  why: z.enum(['came', 'due', 'late']),
  of: TurnKind,
  subjectId: z.uuid(),
  part: z.int(),
  what: z.string(),
  /** After how much had happened in the case; of a reminder how many working days ahead, 0 where it is the usual one. */
  after: z.int(),
  dueOn: z.string().nullable(),
})
type Why = z.infer<typeof TurnAbout>['why']

const until = ({ dueOn }: Pick<Turn, 'dueOn'>): string => (dueOn ? `，应于${chineseDate(dueOn)}前（含当日）办理` : '')

/** Of a request, of feedback and of a remedy the title is its number, which says nothing to others; of a report and a filing its organ and year. */
const withNumber = ({ kind, what, title }: Turn): string => {
  if (kind === 'record' || kind === 'rowCorrection') return what
  if (kind === 'report' || kind === 'filing') return `${what}（${title}）`
  return kind === 'feedback' || kind === 'remedy' ? `${what}（${title}）` : `${what}（申请${title}）`
}

const ways = {
  came: { head: '轮到您办理', body: '轮到您办理' },
  due: { head: '快到期', body: '等您办理，快到期了' },
  late: { head: '已逾期', body: '等您办理，已经超过期限' },
} as const satisfies Record<Why, unknown>

/** Names neither titles nor persons: mail is read by others. */
function written(turn: Turn, why: Why): ComposedMail {
  const { head, body } = ways[why]
  const what = withNumber(turn)
  return {
    subject: `【${head}】${what}${turn.dueOn ? `，至${chineseDate(turn.dueOn)}` : ''}`,
    body: `有一件事项${body}：${what}${until(turn)}。\n请登录政府信息公开工作平台，在“工作台”的“轮到我”中办理。此邮件由系统发出，请勿回复。`,
  }
}

/** A mail about a turn, to be looked at again when it leaves. */
export function turnMail(turn: Turn, why: Why, after: number): ComposedMail & { readonly about: MailAbout } {
  const { kind: of, subjectId, part, what, dueOn } = turn
  return { about: { kind: 'turn', why, of, subjectId, part, what, after, dueOn }, ...written(turn, why) }
}

/** The same as it is true now; null when it is done, somebody else's, or due on another day. */
export async function turnNow(
  tx: Tx,
  { organId, today }: { readonly organId: number; readonly today: PlainDate },
  { to, about }: WaitingMail,
): Promise<ComposedMail | null> {
  const { of, why, what, dueOn, subjectId, part } = TurnAbout.parse(about)
  const turn = await findTurn(tx, organId, { kind: of, subjectId, part })
  if (!turn || turn.what !== what || (why !== 'came' && turn.dueOn !== dueOn)) return null
  return (await addressesOf(tx, organId, turn, today)).includes(to) ? written(turn, why) : null
}
