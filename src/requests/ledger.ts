import { plainDate } from '../days/plain-date.ts'
import { isGroupColumn } from '../law/report-format.ts'
import { applicantColumns } from '../law/report-format-2021.ts'
import { type Choice, ledger } from '../workbooks/ledger.ts'
import { choiceNeeds, needs, notBefore, together } from '../workbooks/rules.ts'
import { LedgerRequest } from './ledger-request.ts'
import { outcomeChoices } from './outcome-choices.ts'
import { type RequestChannelId, requestChannels } from './request-channel.ts'

/** How else people write a channel. */
const otherNames: Readonly<Partial<Record<RequestChannelId, readonly string[]>>> = {
  inPerson: ['当面', '现场提交'],
  registeredMail: ['挂号信', 'EMS', '特快专递'],
  ordinaryMail: ['平信', '平常信函'],
  online: ['网上', '网络', '在线申请', '电子邮件'],
  oral: ['口头'],
}
const channels: Choice[] = requestChannels.map(({ id, label }) => ({ id, label, aliases: otherNames[id] ?? [] }))

const applicants: Choice[] = applicantColumns
  .filter(({ id }) => id !== 'total')
  .flatMap((column) =>
    isGroupColumn(column)
      ? column.columns.map(({ id, label }) => ({ id, label: `${column.label}—${label}`, aliases: [label] }))
      : [{ id: column.id, label: column.label, aliases: ['公民'] }],
  )

/** The 条例 of 2007 came into force on that day; nobody could ask before. */
const earliest = plainDate('2008-05-01')

/** 依申请公开: one row per request. */
export const requestsLedger = ledger({
  id: 'requests',
  sheet: '政府信息公开申请',
  purpose: '一件申请一行。只填申请人类别，不填姓名、证件号码、电话和住址。',
  columns: [
    {
      id: 'number',
      isNumber: true,
      header: '申请编号',
      kind: 'text',
      required: true,
      maxLength: 100,
      example: '依申请〔2025〕1号',
      note: '本机关的登记编号，不得重复；再次导入时按此编号更新。',
    },
    {
      id: 'arrivedOn',
      header: '到达日期',
      kind: 'date',
      required: true,
      earliest,
      example: '2025-03-03',
      aliases: ['申请到达日期', '登记日期'],
      note: '申请到达本机关之日。',
    },
    {
      id: 'receivedOn',
      header: '收到申请之日',
      kind: 'date',
      required: true,
      earliest,
      example: '2025-03-04',
      aliases: ['收到日期', '收到申请日期'],
      note: '答复期限的起算日：当面提交的为提交之日，需签收的邮寄为签收之日，平常信函、互联网、传真为与申请人确认之日。',
    },
    {
      id: 'channel',
      header: '申请渠道',
      kind: 'choice',
      required: true,
      choices: channels,
      example: 'online',
      aliases: ['渠道'],
    },
    {
      id: 'applicantKind',
      header: '申请人类别',
      kind: 'choice',
      required: true,
      choices: applicants,
      example: 'enterprise',
      aliases: ['申请人类型'],
      note: '与年度报告的列一致；只填类别，不填姓名。',
    },
    {
      id: 'summary',
      header: '申请内容概要',
      kind: 'text',
      prose: true,
      maxLength: 2000,
      example: '某路段改造项目的可行性研究报告批复文件',
      aliases: ['申请内容', '内容'],
      note: '请勿填写个人信息。',
    },
    {
      id: 'supplementRequestedOn',
      header: '补正告知日期',
      kind: 'date',
      earliest,
      note: '补正只能告知一次，应在收到申请之日起7个工作日内。',
    },
    { id: 'supplementReceivedOn', header: '收到补正日期', kind: 'date', earliest, note: '答复期限自此日重新起算。' },
    {
      id: 'extendedOn',
      header: '延期告知日期',
      kind: 'date',
      earliest,
      note: '经工作机构负责人同意并告知申请人之日。',
    },
    {
      id: 'consultationSentOn',
      header: '征求意见发出日期',
      kind: 'date',
      earliest,
      example: '2025-03-10',
      note: '向第三方或其他机关征求意见之日；征求意见的时间不计入答复期限。',
    },
    { id: 'consultationAnsweredOn', header: '征求意见收到反馈日期', kind: 'date', earliest, example: '2025-03-17' },
    { id: 'feeNotifiedOn', header: '收费通知日期', kind: 'date', earliest },
    { id: 'feeNotifiedAmount', header: '通知收费金额（元）', kind: 'money', wholeDigits: 10 },
    { id: 'feePaidOn', header: '缴费日期', kind: 'date', earliest },
    { id: 'feePaidAmount', header: '实缴金额（元）', kind: 'money', wholeDigits: 10 },
    {
      id: 'outcome',
      header: '办理结果',
      kind: 'choice',
      choices: outcomeChoices,
      aliases: ['处理结果'],
      example: 'granted',
      note: '未办结的留空；区分处理的只选“部分公开”。',
    },
    {
      id: 'concludedOn',
      header: '办结日期',
      kind: 'date',
      earliest,
      example: '2025-04-02',
      aliases: ['答复日期'],
      note: '与办理结果同时填写。',
    },
  ],
  key: ['number'],
  rules: [
    notBefore('receivedOn', 'arrivedOn', '收到申请之日不能早于到达日期', 31),
    {
      column: 'receivedOn',
      article: 31,
      statement: '当面提交的，收到申请之日就是提交之日，应与到达日期相同',
      broken: (row) => row.channel === 'inPerson' && row.receivedOn !== row.arrivedOn,
    },
    ...together('outcome', 'concludedOn', '办理结果和办结日期应同时填写，未办结的都留空'),
    notBefore('concludedOn', 'receivedOn', '办结日期不能早于收到申请之日'),
    notBefore('supplementRequestedOn', 'receivedOn', '补正告知日期不能早于收到申请之日', 30),
    needs('supplementReceivedOn', 'supplementRequestedOn', '填写了收到补正日期，应同时填写补正告知日期', 30),
    notBefore('supplementReceivedOn', 'supplementRequestedOn', '收到补正日期不能早于补正告知日期', 30),
    notBefore('concludedOn', 'supplementRequestedOn', '办结日期不能早于补正告知日期', 30),
    notBefore('concludedOn', 'supplementReceivedOn', '办结日期不能早于收到补正日期', 30),
    notBefore('extendedOn', 'receivedOn', '延期告知日期不能早于收到申请之日', 33),
    notBefore('concludedOn', 'extendedOn', '办结日期不能早于延期告知日期', 33),
    notBefore('consultationSentOn', 'receivedOn', '征求意见发出日期不能早于收到申请之日', 32),
    needs('consultationAnsweredOn', 'consultationSentOn', '填写了收到反馈日期，应同时填写征求意见发出日期', 32),
    notBefore('consultationAnsweredOn', 'consultationSentOn', '收到反馈日期不能早于征求意见发出日期', 32),
    notBefore('concludedOn', 'consultationSentOn', '办结日期不能早于征求意见发出日期', 32),
    ...together('feeNotifiedOn', 'feeNotifiedAmount', '收费通知日期和通知收费金额应同时填写，没有收费的都留空', 42),
    ...together('feePaidOn', 'feePaidAmount', '缴费日期和实缴金额应同时填写，没有缴费的都留空', 42),
    notBefore('feeNotifiedOn', 'receivedOn', '收费通知日期不能早于收到申请之日', 42),
    notBefore('concludedOn', 'feeNotifiedOn', '办结日期不能早于收费通知日期', 42),
    needs('feePaidOn', 'feeNotifiedOn', '填写了缴费日期，应同时填写收费通知日期', 42),
    notBefore('feePaidOn', 'feeNotifiedOn', '缴费日期不能早于收费通知日期', 42),
    notBefore('concludedOn', 'feePaidOn', '办结日期不能早于缴费日期', 42),
    {
      column: 'feePaidAmount',
      article: 42,
      statement: '实缴金额不能大于通知收费金额',
      broken: (row) => Number(row.feePaidAmount ?? 0) > Number(row.feeNotifiedAmount ?? Number.POSITIVE_INFINITY),
    },
    choiceNeeds('outcome', 'other.feeUnpaid', 'feeNotifiedOn', '逾期未缴费的，应填写收费通知日期和金额', 42),
    {
      column: 'outcome',
      article: 42,
      statement: '已足额缴费的，办理结果不能是逾期未缴费',
      broken: (row) =>
        row.outcome === 'other.feeUnpaid' && row.feePaidAmount !== null && row.feePaidAmount === row.feeNotifiedAmount,
    },
    choiceNeeds('outcome', 'other.supplementOverdue', 'supplementRequestedOn', '逾期不补正的，应填写补正告知日期', 30),
    {
      column: 'outcome',
      article: 30,
      statement: '已收到补正的，办理结果不能是逾期不补正',
      broken: (row) => row.outcome === 'other.supplementOverdue' && row.supplementReceivedOn !== null,
    },
    choiceNeeds(
      'outcome',
      'unableToProvide.unclearAfterSupplement',
      'supplementReceivedOn',
      '补正后仍不明确的，应填写收到补正日期',
      30,
    ),
  ],
  toEntry: (row) =>
    LedgerRequest.parse({
      ...row,
      summary: row.summary ?? '',
      consultations: row.consultationSentOn
        ? [{ sentOn: row.consultationSentOn, answeredOn: row.consultationAnsweredOn }]
        : [],
      feeNotified: row.feeNotifiedOn && { on: row.feeNotifiedOn, amount: row.feeNotifiedAmount },
      feePaid: row.feePaidOn && { on: row.feePaidOn, amount: row.feePaidAmount },
    }),
  toValues: ({ consultations, feeNotified, feePaid, ...request }: LedgerRequest) => ({
    ...request,
    summary: request.summary || null,
    consultationSentOn: consultations[0]?.sentOn ?? null,
    consultationAnsweredOn: consultations[0]?.answeredOn ?? null,
    feeNotifiedOn: feeNotified?.on ?? null,
    feeNotifiedAmount: feeNotified?.amount ?? null,
    feePaidOn: feePaid?.on ?? null,
    feePaidAmount: feePaid?.amount ?? null,
  }),
})
