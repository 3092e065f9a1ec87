import { plainDate } from '../../../days/plain-date.ts'
import type { Decision, TypedDecision } from '../decision.ts'

/** The example number of GB 11643. */
export const anIdentityNumber = '11010519491231002X'

/** A licence of an invented company as it is typed, with what the test says about it. */
export const aLicence = (values: Record<string, string> = {}): TypedDecision => ({
  kind: 'licensing',
  subject: '营业性演出审批',
  publicity: 'due',
  exemptReason: '',
  values: {
    counterparty: '示例市演艺有限公司',
    counterpartyKind: 'organisation',
    creditCode: '91350100M000100Y43',
    legalRepresentative: '李明',
    paperName: '准予行政许可决定书',
    number: '示文旅许〔2026〕3号',
    category: 'general',
    content: '准予举办营业性演出。',
    decidedOn: '2026-11-16',
    validFrom: '2026-11-20',
    validUntil: '2099-12-31',
    organ: '示例市文化和旅游局',
    state: 'valid',
    ...values,
  },
})

/** A penalty against an invented person as it is typed. */
export const aPenalty = (values: Record<string, string> = {}): TypedDecision => ({
  kind: 'penalty',
  subject: '违反禁渔期规定捕捞',
  publicity: 'due',
  exemptReason: '',
  values: {
    counterparty: '张三丰',
    counterpartyKind: 'person',
    identityType: 'residentId',
    identity: anIdentityNumber,
    number: '示渔罚〔2026〕7号',
    violation: '违反禁渔期规定',
    facts: '张三丰在禁渔期使用禁用渔具捕捞。',
    basis: '《中华人民共和国渔业法》第三十八条',
    categories: 'fine,warning',
    content: '警告，并处罚款5000元。',
    fine: '0.5',
    decidedOn: '2026-11-16',
    organ: '示例市农业农村局',
    ...values,
  },
})

/** A penalty in the ledger, decided on Monday 16 November 2026. */
export const aDecision = (facts: Partial<Decision> = {}): Decision => ({
  id: '01a20c4d-0000-7000-8000-000000000000',
  kind: 'penalty',
  number: '示渔罚〔2026〕7号',
  subject: '捕捞',
  decidedOn: plainDate('2026-11-16'),
  publishedOn: null,
  facts: {},
  publicity: 'due',
  exemptReason: '',
  unitId: null,
  recordId: null,
  quashedOn: null,
  quashedHow: null,
  quashedBy: '',
  withdrawnOn: null,
  ...facts,
})
