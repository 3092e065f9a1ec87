import { plainDate } from '../../../days/plain-date.ts'
import type { OutcomeId } from '../../../law/outcomes.ts'
import type { AnswerFacts, LetterOrgan, Withheld } from '../facts.ts'

/** A city bureau that has set the names of its reconsideration organ and court. */
export const aLetterOrgan = (changes: Partial<LetterOrgan> = {}): LetterOrgan => ({
  name: '示例市营商环境建设监督局',
  kind: 'department',
  level: 'city',
  ogiWorkBody: '示例市营商环境建设监督局办公室',
  phone: '0468-1234567',
  address: '示例市示例区示例路1号',
  leadership: 'local',
  reviewBody: '示例市人民政府',
  court: null,
  onlineReview: null,
  partialDisclosureRoute: 'mandatoryReconsideration',
  noAnswerRoute: 'optional',
  ...changes,
})

/** A part that is withheld under art. 16. */
export const aWithheldPart = (changes: Partial<Withheld> = {}): Withheld => ({
  what: '第3页的讨论意见',
  under: 'denied.processInformation',
  reason: '公开会影响正在进行的谈判',
  record: '公开弊大于利',
  ...changes,
})

/** Everything that an answer may need, so that any outcome can be told. */
export const anAnswer = (
  outcome: OutcomeId,
  madeOn = '2026-11-24',
  changes: Partial<AnswerFacts> = {},
): AnswerFacts => ({
  organ: aLetterOrgan(),
  addressee: { name: '张三', is: 'person' },
  madeOn: plainDate(madeOn),
  request: {
    receivedOn: plainDate('2023-11-20'),
    channel: 'online',
    asked: '2025年度本市“一网通办”系统的采购合同',
    supplementedOn: plainDate('2023-12-04'),
    supplemented: '',
  },
  outcome,
  statement: '该信息可以在本机关网站政府信息公开栏目查阅',
  reason: '公开会影响正在进行的谈判',
  record: '示营商公复〔2023〕3号，2023年5月8日',
  search: {
    searchedBy: '李四',
    searchedOn: plainDate('2023-12-05'),
    systems: '公文处理系统和综合档案室',
    keywords: '一网通办、采购合同',
    scope: '2019年1月1日以来的全部文件',
    result: '没有符合的文件',
  },
  supplement: { requestedOn: plainDate('2023-11-23'), dueOn: plainDate('2023-12-14') },
  reasons: { requestedOn: plainDate('2023-11-23'), receivedOn: plainDate('2023-11-30') },
  fee: { notifiedOn: plainDate('2023-11-24'), amount: '300.00' },
  heard: [{ said: 'objects', reasonable: true }],
  ...(outcome === 'partiallyGranted' ? { withheld: [aWithheldPart()] } : {}),
  ...changes,
})
