import { chineseDate } from '../../days/plain-date.ts'
import type { closings } from '../../law/outcome-closings.ts'
import { refusals } from '../../refusal.ts'
import { mayReason, mayStatement, mustReason } from './asks.ts'
import { cite } from './cite.ts'
import { feeSince2021, type OutcomeTemplate, remediesSince2024 } from './template.ts'
import { need, paragraphsOf, told } from './wording.ts'
import { youOf } from './you.ts'

/** Who withdraws a request gets no letter. */
type ClosingId = Exclude<(typeof closings)[number]['id'], 'withdrawn'>

/** Endings without an answer on the merits. */
export const closingTemplates = {
  'other.supplementOverdue': {
    id: 'close.supplementOverdue',
    editions: remediesSince2024,
    asks: { reason: mayReason },
    write: (facts) => {
      const { supplement } = facts
      if (!supplement) throw refusals.recordMissing('补正告知书及其送达证明', 'record')
      const within = supplement.dueOn ? `，要求于${chineseDate(supplement.dueOn)}前（含当日）补正` : ''
      return [
        `因申请内容不明确，本机关于${chineseDate(supplement.requestedOn)}向${youOf(facts)}告知补正${within}。补正期限届满，${youOf(facts)}没有补正，也没有说明正当理由。`,
        ...paragraphsOf(facts.reason),
        `根据${cite(facts.madeOn, '条例 30')}的规定，视为${youOf(facts)}放弃申请，本机关不再处理该政府信息公开申请。`,
      ]
    },
  },
  'other.feeUnpaid': {
    id: 'close.feeUnpaid',
    editions: feeSince2021,
    asks: {},
    write: (facts) => {
      const { fee } = facts
      if (!fee) throw refusals.recordMissing('收费通知书及其送达证明', 'record')
      return [
        `本机关于${chineseDate(fee.notifiedOn)}向${youOf(facts)}发出信息处理费收费通知，应当缴纳${fee.amount}元。${youOf(facts)}自收到收费通知次日起20个工作日内没有缴纳。`,
        `根据${cite(facts.madeOn, '条例 42', '信息处理费办法 缴费期限')}的规定，视为${youOf(facts)}放弃申请，本机关不再处理该政府信息公开申请。`,
      ]
    },
  },
  notGovernmentInformation: {
    id: 'close.notGovernmentInformation',
    editions: remediesSince2024,
    asks: { reason: mayReason, statement: mayStatement },
    write: (facts) => [
      `经审查，${youOf(facts)}提出的事项属于咨询等，不是申请获取行政机关在履行行政管理职能过程中制作或者获取、以一定形式记录、保存的信息，不属于${cite(facts.madeOn, '条例 2')}规定的政府信息，本机关不作为政府信息公开申请处理。`,
      ...paragraphsOf(facts.reason),
      ...paragraphsOf(facts.statement),
    ],
  },
  'other.otherMisc': {
    id: 'close.other',
    editions: remediesSince2024,
    asks: { reason: { ...mustReason, label: '处理情况和理由' }, statement: mayStatement },
    write: (facts) => [
      ...told('经审查', need(facts.reason || facts.statement, '处理情况和理由', 'reason')),
      ...(facts.reason ? paragraphsOf(facts.statement) : []),
    ],
  },
} as const satisfies Record<ClosingId, OutcomeTemplate>
