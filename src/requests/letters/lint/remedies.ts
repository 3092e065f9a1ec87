import type { PlainDate } from '../../../days/plain-date.ts'
import { findOutcome } from '../../../law/outcomes.ts'
import { type ChallengedAct, remedyRuleOn } from '../../../law/remedies.ts'
import type { PartGround } from '../../withheld-part.ts'
import { isUnderNewLaw, lengthOf, type ReviewedOrgan } from '../remedy-paragraph.ts'
import { type Lack, unless } from './lack.ts'

/** What this letter owes of remedies, and what its organ has set about them. */
export interface RemediesOwed {
  readonly act: ChallengedAct
  readonly grounds: readonly PartGround[]
  readonly organ: ReviewedOrgan
  /** Served over the internet: 复议法 22 II. */
  readonly electronic: boolean
  readonly day: PlainDate
}

const where = '请系统管理员在“设置”页“救济途径”中填写，填写后重新拟写'
const again = '拟写时还没有填写，请撤回或者退回后重新拟写'

/** Words that stand where a name should. Whoever stands at the top reviews itself, and says so. */
const isGeneral = (body: string): boolean => /^(?:本级|上一级)/.test(body)

const bodyIn = (text: string): string | undefined => /内向([^，。；]{1,110}?)申请行政复议/.exec(text)?.[1]
const courtsIn = (text: string): string[] =>
  [...text.matchAll(/向([^，。；]{1,110}?)提起行政诉讼/g)].map(([, court = '']) => court)

/** 复议法 23 II: whether the letter must say that reconsideration comes first; where the law leaves it open, the organ chooses. */
function mustGoFirst({ act, grounds, day }: RemediesOwed): boolean {
  const rule = remedyRuleOn(act, day)
  if (rule?.route !== 'mandatoryReconsideration' || rule.setting) return false
  return act !== 'partiallyGranted' || grounds.some((ground) => findOutcome(ground, day)?.exemption !== undefined)
}

/**
 * How the decision may be challenged, as the letter says it: a paragraph at its end with body, court and terms, both by name,
 * and the way over the internet where it is served so. What is not set is told with who sets it.
 */
export function lacksOfRemedies(last: string, owed: RemediesOwed): Lack[] {
  const { organ, electronic, day } = owed
  if (!last.includes('申请行政复议') || !last.includes('提起行政诉讼'))
    return unless(false, 'remedies', '末段没有告知行政复议和行政诉讼的途径，请重新拟写')
  const body = bodyIn(last)
  const courts = courtsIn(last)
  const isOnline = !electronic || !isUnderNewLaw(day) || /通过互联网提交行政复议申请书，渠道为：\S/.test(last)
  const suit = lengthOf(mustGoFirst(owed) && owed.act !== 'partiallyGranted' ? 'sueAfterReview' : 'sueDirect', day)
  const termsStand = [lengthOf('reviewApply', day), suit].every((term) => last.includes(`之日起${term}内`))
  return [
    ...unless(termsStand, 'term', '末段没有写明申请行政复议、提起行政诉讼的期限，请重新拟写'),
    ...unless(
      !mustGoFirst(owed) || last.includes('应当先申请行政复议'),
      'route',
      '末段没有写明应当先申请行政复议（行政复议法第二十三条），请重新拟写',
    ),
    ...unless(
      body !== undefined && !isGeneral(body),
      'body',
      `没有写明行政复议机关的名称，${organ.reviewBody === null ? where : again}`,
    ),
    ...unless(
      courts.length > 0 && courts.every((court) => !court.includes('有管辖权的')),
      'court',
      `没有写明管辖法院的名称，${organ.court === null ? where : again}`,
    ),
    ...unless(
      isOnline,
      'online',
      `以互联网渠道送达的，应当告知网上申请行政复议的渠道（行政复议法第二十二条），${organ.onlineReview === null ? where : again}`,
    ),
  ]
}
