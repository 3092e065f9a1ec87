import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import { cite } from './cite.ts'
import { writeCorrection } from './correction-template.ts'
import type { FactsOf, Provisional } from './facts.ts'
import { writeFeeNotice } from './fee-template.ts'
import type { LetterKind } from './letter.ts'
import { arrived, received } from './opening.ts'
import { noticeSince2021, remediesSince2024, since2019, type Template } from './template.ts'
import { need, phrase, quoted, sentence, told, until } from './wording.ts'
import { youOf } from './you.ts'

type NoticeKind = Exclude<LetterKind, 'answer' | 'noFurtherHandling'>

const receiptOf = (receivedOn: PlainDate | null, you: string): string =>
  receivedOn ? `收到申请之日为${chineseDate(receivedOn)}` : `本机关将与${you}确认，以确认之日为收到申请之日`

/** A day that rests on a year without holiday notice is promised as what it is. */
const provisionally = (years: Provisional = []): string =>
  years.length === 0
    ? ''
    : `（${years.map((year) => `${year}年`).join('、')}的节假日安排尚未公布，该日期为暂定，公布后有变动的，以按其重新计算的日期为准）`

/** Letters on the way to an answer. They decide nothing and carry no remedies, but for the decision told to a third party. */
export const noticeTemplates: { readonly [Kind in NoticeKind]: Template<FactsOf[Kind]> } = {
  receiptAcknowledgement: {
    id: 'receiptAcknowledgement',
    editions: since2019,
    write: (facts) => [
      `${arrived(facts.request.arrivedOn, facts.request.channel, facts.request.asked, youOf(facts))}登记编号为${facts.request.number}，${receiptOf(facts.request.receivedOn, youOf(facts))}。`,
      `根据${cite(facts.madeOn, '条例 33 II')}的规定，本机关将自收到申请之日起20个工作日内${facts.dueOn ? `，即${until(facts.dueOn)}` : ''}答复${provisionally(facts.provisional)}；需要补正、延长答复期限或者征求意见的，另行告知。`,
    ],
  },
  supplementNotice: {
    id: 'supplementNotice',
    editions: since2019,
    write: (facts) => [
      `${received(facts.request, youOf(facts))}经审查，该申请需要补正。根据${cite(facts.madeOn, '条例 30')}的规定，请${youOf(facts)}于${until(facts.dueOn)}补正。`,
      ...told('需要补正的内容', need(facts.items, '需要补正的内容', 'items')),
      `${youOf(facts)}无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。答复期限自本机关收到补正的申请之日起计算。`,
      '补正中需要指导、说明的，请与本机关联系，联系方式见文末。',
    ],
  },
  reasonsNotice: {
    id: 'reasonsNotice',
    editions: since2019,
    write: (facts) => [
      received(facts.request, youOf(facts)),
      ...told(
        `经审查，${youOf(facts)}申请公开政府信息的数量、频次明显超过合理范围`,
        need(facts.facts, '数量、频次明显超过合理范围的事实', 'facts'),
      ),
      `根据${cite(facts.madeOn, '条例 35')}的规定，请${youOf(facts)}于${until(facts.dueOn)}书面说明申请的理由。没有说明理由，或者本机关认为理由不合理的，将告知${youOf(facts)}不予处理。`,
    ],
  },
  feeNotice: { id: 'feeNotice', editions: noticeSince2021, write: writeFeeNotice },
  extensionNotice: {
    id: 'extensionNotice',
    editions: since2019,
    write: (facts) => [
      `${received(facts.request, youOf(facts))}因${phrase(need(facts.reason, '延期理由', 'reason'))}，本机关不能在规定的期限内答复。`,
      `根据${cite(facts.madeOn, '条例 33 II')}的规定，经本机关政府信息公开工作机构负责人同意，答复期限延长${facts.days}个工作日，本机关将于${until(facts.dueOn)}答复${youOf(facts)}${provisionally(facts.provisional)}。征求第三方和其他机关意见所需时间不计算在上述期限内。`,
    ],
  },
  delayNotice: {
    id: 'delayNotice',
    editions: since2019,
    write: (facts) => [
      `${received(facts.request, youOf(facts))}经审查，${youOf(facts)}说明的申请理由合理，但是本机关不能在规定的期限内答复。${sentence(need(facts.reason, '延迟答复的理由', 'reason'))}`,
      `根据${cite(facts.madeOn, '条例 35')}的规定，本机关确定延迟答复的合理期限，将于${until(facts.until)}答复${youOf(facts)}。`,
    ],
  },
  thirdPartyConsultation: {
    id: 'thirdPartyConsultation',
    editions: since2019,
    write: (facts) => [
      ...told(
        `本机关收到一件政府信息公开申请，申请公开的信息涉及${youOf(facts)}，公开后可能损害${youOf(facts)}的合法权益。涉及的信息`,
        need(facts.about, '征求意见的信息内容', 'about'),
      ),
      `根据${cite(facts.madeOn, '条例 15', '条例 32')}的规定，现书面征求${youOf(facts)}的意见。请${youOf(facts)}自收到本征求意见书之日起15个工作日内书面回复，写明下列意见之一并签名或者盖章：`,
      '（一）同意公开；',
      '（二）同意部分公开，不同意公开的具体内容和理由；',
      '（三）不同意公开，具体理由。',
      `${youOf(facts)}不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的内容和理由书面告知${youOf(facts)}。逾期未提出意见的，由本机关依照条例的规定决定是否公开。`,
    ],
  },
  coOrganConsultation: {
    id: 'coOrganConsultation',
    editions: since2019,
    write: (facts) => [
      ...told(
        `本机关收到一件政府信息公开申请，申请公开的信息由本机关牵头与${youOf(facts)}共同制作。涉及的信息`,
        need(facts.about, '征求意见的信息内容', 'about'),
      ),
      `根据${cite(facts.madeOn, '条例 34')}的规定，现征求${youOf(facts)}的意见。请${youOf(facts)}自收到本函之日起15个工作日内提出意见，不同意公开的，写明依据和理由；逾期未提出意见的，视为同意公开。`,
      '特此函商，请予函复。',
    ],
  },
  thirdPartyDecision: {
    id: 'thirdPartyDecision',
    editions: remediesSince2024,
    write: (facts) => [
      `本机关于${chineseDate(facts.consultedOn)}就下列信息的公开书面征求${youOf(facts)}的意见，${youOf(facts)}${facts.opinion === 'agreesInPart' ? '同意部分公开、不同意公开其余部分' : '不同意公开'}：${quoted(facts.about)}。`,
      ...told(
        `经审查，不公开该信息会对公共利益造成重大影响。根据${cite(facts.madeOn, '条例 15', '条例 32')}的规定，本机关决定予以公开。决定公开的内容和理由`,
        need(facts.reason, '决定公开的内容和理由', 'reason'),
      ),
    ],
  },
  correction: { id: 'correction', editions: since2019, write: writeCorrection },
  correctionToOthers: { id: 'correction', editions: since2019, write: writeCorrection },
}
