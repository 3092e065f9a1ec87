import type { ArticleId } from '../../law/articles.ts'
import { denials } from '../../law/outcome-answers.ts'
import { refusals } from '../../refusal.ts'
import { protectsThirdParty } from '../opinions-relied-on.ts'
import { mayReason, mayStatement, mustReason, mustStatement, recordAsked } from './asks.ts'
import { cite } from './cite.ts'
import type { AnswerFacts, Heard, Withheld } from './facts.ts'
import { type OutcomeTemplate, remediesSince2024 } from './template.ts'
import { need, paragraphsOf, phrase, sentence, told } from './wording.ts'
import { youOf } from './you.ts'

type DenialId = (typeof denials)[number]['id']
type ExemptionId = Exclude<DenialId, 'denied.administrativeInquiry'>

/** What the organ finds in the information; `record` is printed where the applicant is entitled to it. */
interface Exemption {
  readonly id: string
  readonly article: ArticleId
  readonly found: string
  /** What the record says, before it is printed; none: it stays in the file. */
  readonly recordLead?: string
}

/** Arts. 14–16. Mandatory and discretionary refusals are worded differently: only under art. 16 is there something to weigh. */
const exemptions: Record<ExemptionId, Exemption> = {
  'denied.stateSecret': {
    id: 'answer.deny.stateSecret',
    article: '条例 14',
    found: '属于依法确定的国家秘密',
    // Level, period and who classified it are for the file: a letter bears no mark of secrecy.
  },
  'denied.prohibitedByLaw': {
    id: 'answer.deny.prohibitedByLaw',
    article: '条例 14',
    found: '属于法律、行政法规禁止公开的政府信息',
    recordLead: '禁止公开的依据',
  },
  'denied.threeSecuritiesOneStability': {
    id: 'answer.deny.threeSecuritiesOneStability',
    article: '条例 14',
    found: '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
  },
  'denied.thirdPartyRights': {
    id: 'answer.deny.thirdPartyRights',
    article: '条例 15',
    found: '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害，且不公开不会对公共利益造成重大影响',
  },
  'denied.internalAffairs': {
    id: 'answer.deny.internalAffairs',
    article: '条例 16 I',
    found: '属于行政机关人事管理、后勤管理、内部工作流程等方面的内部事务信息，可以不予公开',
    recordLead: '本机关对公开与不公开的影响作了权衡',
  },
  'denied.processInformation': {
    id: 'answer.deny.processInformation',
    article: '条例 16 II',
    found:
      '属于行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息，没有法律、法规、规章规定应当公开，可以不予公开',
    recordLead: '本机关对公开与不公开的影响作了权衡',
  },
  'denied.enforcementFile': {
    id: 'answer.deny.enforcementFile',
    article: '条例 16 II',
    found: '属于行政执法案卷信息，没有法律、法规、规章规定应当公开，可以不予公开',
    recordLead: '本机关对公开与不公开的影响作了权衡',
  },
}

/** Art. 32: what one third party said, without its name; that it has good reasons only where the organ has found so. */
const opinionIn = ({ said, reasonable }: Heard): string => {
  const found = reasonable ? '且有合理理由' : ''
  if (said === 'objects') return `不同意公开${found}`
  if (said === 'agreesInPart') return `同意部分公开，其余部分不同意公开${found}`
  return said === 'agrees' ? '同意公开' : '逾期未提出意见，由本机关依法决定'
}

/** Art. 32: what became of the consultations that this refusal concerns; of others it says nothing. */
function consultedOf(under: string, heard: readonly Heard[] = []): string {
  if (!protectsThirdParty(under) || heard.length === 0) return ''
  const opinions = heard.map(opinionIn)
  if (heard.length === 1) return `本机关依法书面征求了第三方的意见，第三方${opinions.join('')}。`
  const each = [...new Set(opinions)].map((one) => `${opinions.filter((other) => other === one).length}个${one}`)
  return `本机关依法书面征求了${heard.length}个第三方的意见，其中${each.join('；')}。`
}

const recordOf = (id: ExemptionId) => denials.find((denial) => denial.id === id)?.record ?? 'discretionReason'

const deny = (outcome: ExemptionId, { id, article, found, recordLead }: Exemption): OutcomeTemplate => {
  const asked = recordAsked(
    recordOf(outcome),
    recordLead ? 'printed' : 'kept',
    recordOf(outcome) === 'consultation' ? 'unlessConsulted' : 'always',
  )
  return {
    id,
    editions: remediesSince2024,
    asks: {
      reason: mustReason,
      statement: mayStatement,
      record: asked,
      ...(protectsThirdParty(outcome) ? { consultations: true } : {}),
    },
    write: (facts) => [
      `经审查，${youOf(facts)}申请公开的信息${found}。${consultedOf(outcome, facts.heard)}`,
      ...(recordLead ? told(recordLead, need(facts.record, asked.label, 'record')) : []),
      ...told(
        `根据${cite(facts.madeOn, article, '条例 36(3)')}的规定，本机关决定不予公开。理由`,
        need(facts.reason, '不予公开的理由', 'reason'),
      ),
      ...paragraphsOf(facts.statement),
    ],
  }
}

const isExemption = (id: string): id is ExemptionId => id in exemptions

/** The article under which a part is withheld; undefined for one that rests on no exemption. */
export const exemptionArticle = (under: string): ArticleId | undefined =>
  isExemption(under) ? exemptions[under].article : undefined

/** Whether the letter prints on what a part's ground rests. */
export const groundPrints = (under: string): boolean => isExemption(under) && exemptions[under].recordLead !== undefined

/** Whether the withheld parts ought not to be public, are no government information, or both. */
export function withheldLead({ withheld = [] }: AnswerFacts): string {
  const exempt = withheld.some(({ under }) => isExemption(under))
  const none = withheld.some(({ under }) => !isExemption(under))
  return [exempt && '不应当公开', none && '不属于政府信息'].filter(Boolean).join('或者')
}

/** Art. 37: the withheld parts, each with its own article and reasons. */
export function withheldParts(facts: AnswerFacts): string[] {
  const { withheld = [] } = facts
  if (withheld.length === 0) throw refusals.partsMissing()
  return ['二、不予公开的部分及理由', ...withheld.map((part, index) => `${index + 1}.${partOf(facts, part)}`)]
}

function partOf(facts: AnswerFacts, { what, under, reason, record = '', heard }: Withheld): string {
  const because = `理由：${sentence(phrase(need(reason, '不予公开的理由', 'reason')))}`
  if (!isExemption(under))
    return `${phrase(what)}：不属于${cite(facts.madeOn, '条例 2')}规定的政府信息，不予提供。${because}`
  const { article, found, recordLead } = exemptions[under]
  const rests = recordLead ? sentence(`${recordLead}：${phrase(need(record, recordLead, 'record'))}`) : ''
  return `${phrase(what)}：${found}。${consultedOf(under, heard)}${rests}根据${cite(facts.madeOn, article)}的规定不予公开。${because}`
}

export const denialTemplates = {
  ...(Object.fromEntries(
    Object.entries(exemptions).map(([id, exemption]) => [id, deny(id as ExemptionId, exemption)]),
  ) as Record<ExemptionId, OutcomeTemplate>),
  /** Art. 36(7) rests on no exemption: it points to the law that rules access, and to who applies it. */
  'denied.administrativeInquiry': {
    id: 'answer.inquiry',
    editions: remediesSince2024,
    asks: {
      record: recordAsked('specialProvision', 'printed'),
      statement: mustStatement('办理的机构和途径。'),
      reason: mayReason,
    },
    write: (facts: AnswerFacts) => [
      ...told(
        `经审查，${youOf(facts)}申请公开的信息属于工商、不动产登记资料等信息，有关法律、行政法规对其获取有特别规定`,
        need(facts.record, '对获取方式有特别规定的法律、行政法规和办理机构', 'record'),
      ),
      `根据${cite(facts.madeOn, '条例 36(7)')}的规定，${youOf(facts)}应当依照上述规定办理，本机关不按照政府信息公开申请提供。`,
      ...(facts.statement.trim() === '' ? [] : told('办理的机构和途径', facts.statement)),
      ...paragraphsOf(facts.reason),
    ],
  },
} as const satisfies Record<DenialId, OutcomeTemplate>
