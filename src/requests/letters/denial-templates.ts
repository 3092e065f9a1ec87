import type { ArticleId } from '../../law/articles.ts'
import type { denials } from '../../law/outcome-answers.ts'
import { cite } from './cite.ts'
import type { AnswerFacts, Withheld } from './facts.ts'
import { remediesSince2024, type Template } from './template.ts'
import { linesOf, need, phrase, sentence, told } from './wording.ts'
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
  readonly recordName?: string
}

/** Arts. 14–16. Mandatory and discretionary refusals are worded differently: only under art. 16 is there something to weigh. */
const exemptions: Record<ExemptionId, Exemption> = {
  'denied.stateSecret': {
    id: 'answer.deny.stateSecret',
    article: '条例 14',
    found: '属于依法确定的国家秘密',
    recordLead: '定密依据',
    recordName: '定密依据',
  },
  'denied.prohibitedByLaw': {
    id: 'answer.deny.prohibitedByLaw',
    article: '条例 14',
    found: '属于法律、行政法规禁止公开的政府信息',
    recordLead: '禁止公开的依据',
    recordName: '禁止公开的法律、行政法规名称和条款',
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
    recordName: '决定不予公开的裁量理由',
  },
  'denied.processInformation': {
    id: 'answer.deny.processInformation',
    article: '条例 16 II',
    found:
      '属于行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息，没有法律、法规、规章规定应当公开，可以不予公开',
    recordLead: '本机关对公开与不公开的影响作了权衡',
    recordName: '决定不予公开的裁量理由',
  },
  'denied.enforcementFile': {
    id: 'answer.deny.enforcementFile',
    article: '条例 16 II',
    found: '属于行政执法案卷信息，没有法律、法规、规章规定应当公开，可以不予公开',
    recordLead: '本机关对公开与不公开的影响作了权衡',
    recordName: '决定不予公开的裁量理由',
  },
}

/** Art. 32: what became of the consultation, without the third party's name. */
const consulted: Record<'objects' | 'silent', string> = {
  objects: '本机关依法书面征求了第三方的意见，第三方不同意公开且有合理理由。',
  silent: '本机关依法书面征求了第三方的意见，第三方逾期未提出意见，由本机关依法决定。',
}

const deny = ({ id, article, found, recordLead, recordName = '' }: Exemption): Template<AnswerFacts> => ({
  id,
  editions: remediesSince2024,
  write: (facts) => [
    `经审查，${youOf(facts)}申请公开的信息${found}。${article === '条例 15' && facts.thirdParty ? consulted[facts.thirdParty] : ''}`,
    ...(recordLead ? told(recordLead, need(facts.record, recordName, 'record')) : []),
    ...told(
      `根据${cite(facts.madeOn, article, '条例 36(3)')}的规定，本机关决定不予公开。理由`,
      need(facts.reason, '不予公开的理由', 'reason'),
    ),
    ...linesOf(facts.statement).map(sentence),
  ],
})

const isExemption = (id: string): id is ExemptionId => id in exemptions

/** Art. 37: the withheld part with its reasons; where parts are told apart, each with its own article. */
export function withheldParts(facts: AnswerFacts): string[] {
  const { withheld = [], reason } = facts
  if (withheld.length === 0) return told('二、不予公开的部分及理由', need(reason, '不予公开的部分及理由', 'reason'))
  return [
    '二、不予公开的部分及理由',
    ...withheld.map((part, index) => `${index + 1}.${partOf(facts, part)}`),
    ...linesOf(reason).map(sentence),
  ]
}

function partOf({ madeOn }: AnswerFacts, { what, under, reason }: Withheld): string {
  const because = `理由：${sentence(need(reason, '不予公开的理由', 'reason'))}`
  if (!isExemption(under)) return `${phrase(what)}。${because}`
  const { article, found } = exemptions[under]
  return `${phrase(what)}：${found}，根据${cite(madeOn, article)}的规定不予公开。${because}`
}

export const denialTemplates = {
  ...(Object.fromEntries(Object.entries(exemptions).map(([id, exemption]) => [id, deny(exemption)])) as Record<
    ExemptionId,
    Template<AnswerFacts>
  >),
  /** Art. 36(7) rests on no exemption: it points to the law that rules access, and to who applies it. */
  'denied.administrativeInquiry': {
    id: 'answer.inquiry',
    editions: remediesSince2024,
    write: (facts: AnswerFacts) => [
      ...told(
        `经审查，${youOf(facts)}申请公开的信息属于工商、不动产登记资料等信息，有关法律、行政法规对其获取有特别规定`,
        need(facts.record, '对获取方式有特别规定的法律、行政法规和办理机构', 'record'),
      ),
      `根据${cite(facts.madeOn, '条例 36(7)')}的规定，${youOf(facts)}应当依照上述规定办理，本机关不按照政府信息公开申请提供。`,
      ...(facts.statement.trim() === '' ? [] : told('办理的机构和途径', facts.statement)),
      ...linesOf(facts.reason).map(sentence),
    ],
  },
} as const satisfies Record<DenialId, Template<AnswerFacts>>
