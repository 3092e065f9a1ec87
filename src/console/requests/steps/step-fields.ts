import { chineseDate } from '../../../days/plain-date.ts'
import { recordTypes } from '../../../disclosure/record-type.ts'
import { identityShown } from '../../../requests/identity-shown.ts'
import { proposalGrounds } from '../../../requests/proposal/proposal.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { returnReasons } from '../../../review/return-reasons.ts'
import { serviceFields, serviceStepFields } from '../service/service-fields.ts'
import type { StepField } from './step-field.ts'
import { answersLate, chargesByPage, confirmsLate, correctsTerm, deliveredBefore, hasChecklist } from './when-asked.ts'
import { colleagues, workFields } from './work-fields.ts'

const opinionChoices = [
  { id: 'agrees', label: '同意公开' },
  { id: 'agreesInPart', label: '同意部分公开（不同意的内容和理由写在下面）' },
  { id: 'objects', label: '不同意公开' },
]

const reason = (label: string) => ({ name: 'reason', label, kind: 'text' }) as const satisfies StepField

const lateReason = (label: string): StepField => ({
  name: 'lateReason',
  label,
  kind: 'text',
  rows: 2,
  optional: true,
  isDemanded: true,
})

const checklist = (step: 'approveAnswer' | 'approveLetter'): StepField => ({
  name: 'checklist',
  label: '核对事项',
  kind: 'checklist',
  help: '逐项核对后勾选，缺一项不能签批。',
  optional: true,
  isDemanded: true,
  when: hasChecklist(step),
})

const returning: readonly StepField[] = [
  { name: 'to', label: '退回到', kind: 'returnTo', optional: true, isDemanded: true },
  { name: 'category', label: '理由类别', kind: 'choice', choices: returnReasons, optional: true, isDemanded: true },
  reason('说明'),
  {
    name: 'suggested',
    label: '建议改为',
    kind: 'text',
    optional: true,
    help: '写出可以直接采用的文字。只提建议、没有自己改动文本的，以后仍可签批。',
  },
]

const papers = (label: string, help: string): StepField => ({
  name: 'fileIds',
  label,
  kind: 'files',
  optional: true,
  help,
})

const money = (label: string, help?: string): StepField => ({
  name: 'amount',
  label,
  kind: 'yuan',
  ...(help === undefined ? {} : { help }),
})

const extension: readonly StepField[] = [
  { name: 'days', label: '延长多少个工作日', kind: 'workingDays', help: '最长不得超过20个工作日，只能延长一次。' },
  reason('延期的理由'),
]

/** What each step asks, in the order in which it is filled in. The rules are those of `stepInputs`. */
export const stepFields: Readonly<Record<Exclude<StepName, 'draftAnswer'>, readonly StepField[]>> = {
  ...workFields,
  proposePublication: [
    { name: 'ground', label: '为什么主动公开', kind: 'choice', choices: proposalGrounds },
    {
      name: 'type',
      label: '信息的类型',
      kind: 'choice',
      choices: recordTypes.map(({ id, label }) => ({ id, label })),
    },
    { name: 'title', label: '标题', kind: 'line' },
    {
      name: 'text',
      label: '要公开的内容',
      kind: 'text',
      rows: 8,
      help: '写信息本身，不写谁申请过；不能写申请人一方的姓名、电话等。办理后成为一条信息的草稿，照常核对、审核、公开，附件在草稿中添加。',
    },
  ],
  confirmReceipt: [
    { name: 'on', label: '双方确认之日', kind: 'pastDay', help: '这一天就是收到申请之日，答复期限从次日起算。' },
    { name: 'method', label: '确认方式', kind: 'line', suggestions: ['电话', '当面', '电子邮件', '短信'] },
    { name: 'evidence', label: '凭证', kind: 'line', optional: true, help: '如通话时间、号码、邮件主题。' },
    { ...lateReason('逾期才确认的原因'), when: confirmsLate },
    papers('凭证的扫描件', '如通话记录、邮件、信封的扫描件。'),
  ],
  assign: [
    {
      name: 'unitId',
      label: '承办科室',
      kind: 'unit',
      help: '交本科室的，即时生效；交其他科室的，由该科室接收后生效，也可能写明理由退回。',
    },
    { name: 'staffId', label: '承办人', kind: 'member', optional: true },
  ],
  split: [
    {
      name: 'pieces',
      label: '分成的各件',
      kind: 'pieces',
      help: '第一件沿用本件编号，其余各编新号，分别计算期限。申请人的原话随案保存。',
    },
  ],
  requestSupplement: [
    {
      name: 'items',
      label: '需要补正的内容',
      kind: 'text',
      rows: 5,
      help: '只能告知一次，请一次说完，并说明怎样补正。',
    },
    {
      name: 'dueOn',
      label: '补正期限至',
      kind: 'comingDay',
      usual: ({ supplementBy }) => `应当合理；本机关通常给到${chineseDate(supplementBy)}。`,
    },
  ],
  receiveSupplement: [
    { name: 'on', label: '收到补正之日', kind: 'pastDay', help: '答复期限从收到补正之日的次日起重新计算。' },
    {
      name: 'text',
      label: '补正后的内容',
      kind: 'text',
      rows: 5,
      help: '用申请人自己的话；会与申请的内容一并写入此后的文书。',
    },
    papers('补正材料', '申请人补正的书面材料，有信封的一并上传。'),
  ],
  requestReasons: [
    { name: 'facts', label: '数量、频次明显超过合理范围的事实', kind: 'text', rows: 5 },
    { name: 'dueOn', label: '说明理由的期限至', kind: 'comingDay' },
  ],
  receiveReasons: [
    { name: 'on', label: '收到之日', kind: 'pastDay' },
    { name: 'text', label: '申请人说明的理由', kind: 'text', rows: 5 },
    papers('申请人的书面说明', '申请人寄来、送来的理由说明和所附材料。'),
  ],
  delayAnswer: [
    {
      name: 'until',
      label: '延迟答复至',
      kind: 'comingDay',
      help: '理由合理但无法在法定期限内答复的，确定合理期限并告知申请人。',
    },
    reason('延迟答复的理由'),
  ],
  consult: [
    {
      name: 'party',
      label: '征求谁的意见',
      kind: 'choice',
      choices: [
        { id: 'thirdParty', label: '第三方（第三十二条；逾期不答复的，由本机关决定）' },
        { id: 'coOrgan', label: '共同制作机关（第三十四条；逾期不答复的，视为同意）' },
      ],
    },
    { name: 'name', label: '名称或者姓名', kind: 'line' },
    { name: 'contact', label: '地址、电话', kind: 'line', optional: true },
    {
      name: 'about',
      label: '征求意见的信息内容',
      kind: 'text',
      help: '只写必要的内容；写有申请人一方的姓名、电话、证件号码、地址、邮箱的，不能提交。',
    },
  ],
  deliverConsultation: [
    { name: 'consultation', label: '哪一方', kind: 'consultation', among: 'undelivered' },
    { name: 'on', label: '对方收到之日', kind: 'pastDay', help: '15个工作日从对方收到之日的次日起算。' },
    papers('送达凭证', '如送达回证、邮政签收单。'),
  ],
  answerConsultation: [
    { name: 'consultation', label: '哪一方', kind: 'consultation', among: 'unanswered' },
    { name: 'on', label: '收到意见之日', kind: 'pastDay', help: '从这一天的次日起，答复期限继续计算。' },
    { name: 'opinion', label: '意见', kind: 'choice', choices: opinionChoices },
    { ...reason('对方的意见和理由'), optional: true, help: '不同意、部分不同意的，应当写明。' },
    papers('对方的书面意见', '对方签名或者盖章的意见；由代理人提出的，附授权委托书。'),
  ],
  notifyThirdParty: [
    { name: 'consultation', label: '哪一方', kind: 'consultation', among: 'objecting' },
    { ...reason('决定公开的内容和理由'), help: '第三方不同意、但不公开会对公共利益造成重大影响的，书面告知后公开。' },
  ],
  notifyFee: [
    {
      name: 'basis',
      label: '怎样计收',
      kind: 'choice',
      choices: [
        { id: 'perRequest', label: '按件（同一申请人一个自然月内累计10件以内不收费；拆分的各件分别计）' },
        { id: 'perPage', label: '按量（一件申请提供的信息30页以内不收费）' },
      ],
      help: '一件申请只能选一种，不能并用。',
    },
    {
      name: 'pages',
      label: '本件拟提供信息的页数',
      kind: 'pages',
      optional: true,
      isDemanded: true,
      when: chargesByPage,
      help: 'A4及以下幅面的一面为一页。',
    },
    {
      name: 'way',
      label: '缴纳方式',
      kind: 'text',
      rows: 2,
      help: '写明收款单位、账号或者扫码缴款的办法；本平台不收款。',
    },
    {
      name: 'code',
      label: '缴款码',
      kind: 'line',
      optional: true,
      help: '非税收入系统为这笔收费开出的缴款码、缴款通知书号。',
    },
  ],
  deliverFee: [
    { name: 'on', label: '申请人收到之日', kind: 'pastDay', help: '20个工作日的缴费期限从收到的次日起算。' },
    {
      name: 'how',
      label: '凭什么知道已经收到',
      kind: 'line',
      suggestions: ['邮政签收记录', '当面签收', '申请人回复邮件', '网上查阅记录'],
    },
    {
      name: 'correction',
      label: '原来怎样记错、依据什么更正',
      kind: 'text',
      rows: 2,
      optional: true,
      isDemanded: true,
      when: deliveredBefore,
    },
    papers('送达凭证', '如送达回证、邮政签收单。'),
  ],
  recordPayment: [
    { name: 'on', label: '缴费之日', kind: 'pastDay', help: '以票据上的日期为准。' },
    money('票据上的金额'),
    { name: 'receiptNumber', label: '票据号码', kind: 'line', help: '财政票据的号码；一张票据只能登记一次。' },
    papers('票据', '财政票据、缴款凭证的扫描件或者电子票据。'),
  ],
  waiveFee: [
    money('减免的金额', '不超过应缴的金额；全部减免后，申请继续办理，等待缴费的时间不计入答复期限。'),
    { ...reason('减免的理由和依据'), rows: 2 },
  ],
  refundFee: [
    { name: 'on', label: '退付之日', kind: 'pastDay' },
    money('退还的金额'),
    { name: 'voucherNumber', label: '退付凭证的号码', kind: 'line', help: '一张凭证只能登记一次。' },
    { ...reason('退费的理由'), rows: 2 },
    papers('退付凭证', '退付凭证的扫描件。'),
  ],
  proposeExtension: extension,
  extendReply: extension,
  declineExtension: [reason('不同意的理由')],
  correctLetter: [
    {
      name: 'letter',
      label: '更正哪一份文书',
      kind: 'sentLetter',
      help: '原文书保留，另发一份更正告知书，写明更正哪一份文书的哪些文字。',
    },
    {
      name: 'corrections',
      label: '写错的文字和更正后的文字',
      kind: 'wordings',
      optional: true,
      help: '照文书原文填写。只改笔误和写错的事实：答复的结论和所依据的条例条款、文书给出的期限不能这样改。申请人的姓名或者名称以登记为准，写错的先办理“更正登记”，抬头会自动写明更正。',
    },
    {
      name: 'dueOn',
      label: '期限更正为',
      kind: 'comingDay',
      optional: true,
      when: correctsTerm,
      help: '给申请人的期限写错的，在这里填写正确的日期，只能比原来的晚；没有写错的，不填。',
    },
    { ...reason('怎样写错、依据什么更正'), help: '更正告知书发出后，再办理“登记送达”。' },
  ],
  approveLetter: [
    { name: 'draft', label: '哪一份文书', kind: 'letter', help: '最后一级同意后，文书即编号发出。' },
    checklist('approveLetter'),
    { name: 'opinion', label: '签批意见', kind: 'text', rows: 2, optional: true },
  ],
  returnLetter: [{ name: 'draft', label: '哪一份文书', kind: 'letter' }, ...returning],
  approveAnswer: [
    checklist('approveAnswer'),
    { name: 'opinion', label: '签批意见', kind: 'text', rows: 2, optional: true },
  ],
  returnAnswer: returning,
  recallAnswer: [{ ...reason('撤回的理由'), rows: 2, help: '撤回后改好再送审；已有的审批同意作废。' }],
  recallLetter: [
    { name: 'draft', label: '哪一份文书', kind: 'letter' },
    { ...reason('撤回的理由'), rows: 2, help: '撤回后改好再送审；已有的审批同意作废。' },
  ],
  issueAnswer: [
    ...serviceFields,
    { ...lateReason('逾期答复的原因'), when: answersLate },
    papers('送达凭证', '如邮局的收寄凭证、送达回证；以后收到的回执、退件，办理“登记送达结果”时上传。'),
  ],
  ...serviceStepFields,
  withdraw: [
    papers(
      '申请人的书面材料',
      '上传申请人的撤回申请等书面材料；没有的，请在下面写明何时、怎样、由谁收到。两者至少有一项。',
    ),
    { name: 'on', label: '收到撤回的日期', kind: 'pastDay', optional: true },
    {
      name: 'evidence',
      label: '怎样收到、由谁收到',
      kind: 'line',
      optional: true,
      help: '如：电话，李文接听，已录音。',
    },
    { ...reason('撤回的说明'), optional: true, help: '已经逾期或者已经送审的，由科室负责人核对确认后才办结。' },
  ],
  confirmWithdrawal: [{ name: 'opinion', label: '核对意见', kind: 'text', rows: 2, optional: true }],
  declineWithdrawal: [reason('不予确认的理由')],
  correctRegistration: [
    { name: 'to', label: '需要更正的项目', kind: 'registration' },
    {
      ...reason('更正的理由和依据'),
      help: '如申请表、信封、签收记录上怎样写。原来登记的内容保留在办理经过中；编号不变。',
    },
    papers('依据的材料', '如申请表、身份证件、后来补交的授权委托书的扫描件。'),
  ],
  reissueReceipt: [
    { name: 'shown', label: '出示的证件', kind: 'choice', choices: identityShown },
    {
      name: 'checked',
      label: '怎样核对身份',
      kind: 'text',
      rows: 2,
      help: '如：当面核对证件原件，姓名、号码与登记一致。不必抄写号码。',
    },
    { ...reason('补发的理由'), rows: 2, help: '如：回执遗失；网上提交后没有保存。' },
    papers('证件等材料的复印件', '如证件复印件、授权委托书。'),
  ],
  confirmCorrection: [],
  declineCorrection: [reason('不予更正的理由')],
  correctOpinion: [
    { name: 'consultation', label: '哪一方', kind: 'consultation', among: 'answered' },
    { name: 'on', label: '收到意见之日', kind: 'pastDay', help: '请填写实际收到之日；没有记错的，照原来的填写。' },
    { name: 'opinion', label: '意见', kind: 'choice', choices: opinionChoices },
    { ...reason('对方的意见和理由'), optional: true, help: '不同意、部分不同意的，应当写明。' },
    { name: 'correction', label: '原来怎样记错、依据什么更正', kind: 'text' },
    papers('对方的书面意见', '更正所依据的材料。'),
  ],
  note: [
    { name: 'text', label: '备注', kind: 'text' },
    colleagues,
    papers('附件', '如送达回证、邮寄凭证、退回的邮件、授权委托书。'),
  ],
}
