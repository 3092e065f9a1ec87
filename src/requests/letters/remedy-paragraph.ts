import type { PlainDate } from '../../days/plain-date.ts'
import type { ArticleId } from '../../law/articles.ts'
import { type DeadlineId, findDeadline } from '../../law/deadlines.ts'
import { type ChallengedAct, remedyRuleOn } from '../../law/remedies.ts'
import type { Organ } from '../../organs/organ.ts'
import { cite } from './cite.ts'
import { phrase } from './wording.ts'

/** Who stands above an organ in reconsideration. The names are set by the organ; null: general words are used. */
export interface ReviewedOrgan extends Pick<Organ, 'kind' | 'level'> {
  /** `vertical`: customs, finance, foreign exchange, tax, state security (复议法 27); `justice`: 复议法 28. */
  readonly leadership: 'local' | 'vertical' | 'justice'
  readonly reviewBody: string | null
  readonly court: string | null
  /** Where reconsideration can be applied for on the internet (复议法 22). */
  readonly onlineReview: string | null
  /** The setting of this name: only asked where the law leaves it open. */
  readonly partialDisclosureRoute: 'mandatoryReconsideration' | 'optional'
  /** The setting of this name. */
  readonly noAnswerRoute: 'mandatoryReconsideration' | 'optional'
}

export interface RemedyWording {
  readonly you: string
  /** How the letter speaks of itself: 答复书, 告知书. */
  readonly document: string
  readonly electronic: boolean
  /** Of a partial disclosure: whether anything is withheld under arts. 14–16. */
  readonly withholdsExempt: boolean
  /** Of a partial disclosure: the articles under which parts are withheld, where they are told apart. */
  readonly withheldUnder: readonly ArticleId[]
}

/** In force since 2024-01-01; before, the law of 1999 let a department's decision go two ways (its art. 12). */
export const isUnderNewLaw = (day: PlainDate) => day >= '2024-01-01'

/** Who reviews, in general words (复议法 24–28; before 2024 arts. 12–14). */
function generalReviewBody({ kind, level, leadership }: ReviewedOrgan, day: PlainDate): string {
  const isHighest = level === 'national' || (kind === 'government' && level === 'province')
  if (isHighest) return '本机关'
  if (leadership === 'vertical') return '上一级主管部门'
  if (kind !== 'department') return '上一级人民政府'
  if (leadership === 'justice') return '本级人民政府或者上一级司法行政部门'
  return isUnderNewLaw(day) ? '本级人民政府' : '本级人民政府或者上一级主管部门'
}

function reviewBodyOf(organ: ReviewedOrgan, day: PlainDate): string {
  if (organ.reviewBody === null) return generalReviewBody(organ, day)
  const hadChoice = !isUnderNewLaw(day) && organ.kind === 'department' && organ.leadership === 'local'
  return hadChoice && organ.level !== 'national' ? `${organ.reviewBody}或者上一级主管部门` : organ.reviewBody
}

/** A term of the law of that day, as a letter says it: 60日, 6个月. */
export function lengthOf(id: DeadlineId, day: PlainDate): string {
  const length = findDeadline(id, day)?.length
  if (!length || !('count' in length)) throw new RangeError(`${id} has no length on ${day}`)
  return length.unit === 'months' ? `${length.count}个月` : `${length.count}日`
}

/**
 * How an act may be challenged: who reviews, within what time, and whether reconsideration must come first, which the
 * decision itself must say (复议法 23 II). The route follows the law of `day`.
 */
export function remedyParagraph(
  act: ChallengedAct,
  organ: ReviewedOrgan,
  day: PlainDate,
  {
    you = '你',
    document = '答复书',
    electronic = false,
    withholdsExempt = true,
    withheldUnder = [],
  }: Partial<RemedyWording> = {},
): string {
  const rule = remedyRuleOn(act, day)
  if (!rule || rule.route === 'notAccepted' || rule.route === 'applicationFirst')
    throw new RangeError(`no letter tells remedies for ${act} on ${day}`)
  const setRoute = rule.setting === 'partialDisclosureRoute' ? organ.partialDisclosureRoute : rule.route
  const review = `自收到本${document}之日起${lengthOf('reviewApply', day)}内向${reviewBodyOf(organ, day)}申请行政复议`
  const suit = `自收到本${document}之日起${lengthOf('sueDirect', day)}内依法向${courtOf(organ)}提起行政诉讼`
  const online = onlineReview(organ, day, electronic)
  const mustGoFirst =
    rule.route === 'mandatoryReconsideration' &&
    (act !== 'partiallyGranted' || (withholdsExempt && setRoute === rule.route))
  if (!mustGoFirst) return `${you}如对本${document}不服，可以${review}，也可以${suit}。${online}`
  const scope = act === 'partiallyGranted' ? partly : wholly
  return (
    scope({
      you,
      document,
      review,
      suit,
      under: articlesOf(day, withheldUnder),
      first: cite(day, '复议法 23 I(4)'),
      after: afterReview(organ, day),
    }) + online
  )
}

/**
 * What an applicant may do who got no answer in time, as the page of the request tells: texts differ whether reconsideration
 * must come first, and the organ chooses.
 */
export function noAnswerParagraph(organ: ReviewedOrgan, day: PlainDate): string {
  const review = `向${reviewBodyOf(organ, day)}申请行政复议`
  const online = onlineReview(organ, day, false)
  return organ.noAnswerRoute === 'mandatoryReconsideration'
    ? `答复期限已过，本机关还没有答复。您可以依法${review}；应当先申请行政复议，不能直接提起行政诉讼。${afterReview(organ, day)}${online}`
    : `答复期限已过，本机关还没有答复。您可以依法${review}，也可以自答复期限届满之日起${lengthOf('sueInaction', day)}内依法向${courtOf(organ)}提起行政诉讼。${online}`
}

interface Mandatory {
  readonly you: string
  readonly document: string
  readonly review: string
  readonly suit: string
  readonly under: string
  readonly first: string
  readonly after: string
}

const wholly = ({ you, document, review, first, after }: Mandatory): string =>
  `${you}如对本${document}不服，根据${first}的规定，应当先申请行政复议，不能直接提起行政诉讼。${you}可以${review}；${after}`

const articlesOf = (day: PlainDate, [first, ...others]: readonly ArticleId[]): string =>
  first ? cite(day, first, ...others) : '《中华人民共和国政府信息公开条例》第十四条至第十六条'

/** Only what is withheld under arts. 14–16 goes to reconsideration first. */
const partly = ({ you, document, review, suit, under, first, after }: Mandatory): string =>
  `${you}如对本${document}中依照${under}不予公开的部分不服，根据${first}的规定，应当先申请行政复议，不能直接提起行政诉讼。${you}可以${review}；${after}${you}如对本${document}的其他内容不服，可以${review}，也可以${suit}。`

/** 复议法 34, 行诉法 45. */
function afterReview(organ: ReviewedOrgan, day: PlainDate): string {
  const days = lengthOf('sueAfterReview', day)
  return `对行政复议决定不服的，可以自收到行政复议决定书之日起${days}内向${courtOf(organ)}提起行政诉讼；行政复议机关决定不予受理、驳回申请或者逾期不作答复的，可以自收到决定书之日起或者行政复议期限届满之日起${days}内依法向${courtOf(organ)}提起行政诉讼。`
}

const courtOf = ({ court }: ReviewedOrgan) => court ?? '有管辖权的人民法院'

/** 复议法 22 II: what is served over the internet must name an internet channel to reconsideration. */
function onlineReview(organ: ReviewedOrgan, day: PlainDate, electronic: boolean): string {
  if (!isUnderNewLaw(day)) return ''
  if (organ.onlineReview !== null)
    return `申请行政复议的，也可以通过互联网提交行政复议申请书，渠道为：${phrase(organ.onlineReview)}。`
  return electronic ? '需要通过互联网提交行政复议申请书的，可以向行政复议机关或者本机关询问办理渠道。' : ''
}
