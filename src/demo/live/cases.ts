import type { PlainDate } from '../../days/plain-date.ts'
import type { Role } from '../../organs/role.ts'
import type { Applicant } from '../../requests/applicant.ts'
import type { RequestChannelId } from '../../requests/request-channel.ts'
import type { StepName } from '../../requests/step-inputs.ts'
import { people } from './people.ts'

/** The working day that lies so many working days before today; negative: after it. */
export type Ago = (workingDays: number) => PlainDate

interface DemoFile {
  readonly name: string
  readonly text: string
}

export interface Act {
  readonly ago: number
  readonly by: Role
  readonly step: StepName
  /** What is uploaded before the step. */
  readonly file?: DemoFile
  /** `hash` is that of the draft; `me` the clerk, `unit` the unit. */
  readonly input: (facts: {
    readonly ago: Ago
    readonly hash: string
    readonly me: string
    readonly unit: string
    readonly fileIds: readonly string[]
    /** The letter that is up for approval. */
    readonly letter: { readonly draft: number; readonly hash: string } | null
    /** The letter that has left and was not yet served; the attempt of which nothing has come back yet. */
    readonly unserved: number
    readonly attempt: number
  }) => unknown
}

export interface LiveCase {
  readonly ago: number
  readonly channel: RequestChannelId
  readonly applicant: Applicant
  readonly asked: string
  readonly route?: string
  readonly assistance?: string
  readonly onBehalf?: string
  readonly acts: readonly Act[]
}

const act = (ago: number, by: Role, step: StepName, input: Act['input']): Act => ({ ago, by, step, input })
const assign = (ago: number) => act(ago, 'clerk', 'assign', ({ unit, me }) => ({ unitId: unit, staffId: me }))
const confirm = (ago: number, lateReason = '') =>
  act(ago, 'clerk', 'confirmReceipt', (facts) => ({
    on: facts.ago(ago),
    method: '电话',
    evidence: '通话记录已存',
    lateReason,
  }))
const approve = (ago: number, by: Role) => act(ago, by, 'approveAnswer', ({ hash }) => ({ hash, opinion: '同意' }))
/** With it the letter before it leaves. */
const letOut = (ago: number, by: Role = 'unitHead') =>
  act(ago, by, 'approveLetter', ({ letter }) => ({ ...letter, opinion: '同意' }))
const issue = (ago: number, served: object = { way: 'counter', receivedBy: 'addressee' }) =>
  act(ago, 'clerk', 'issueAnswer', ({ hash }) => ({ hash, ...served }))
const posted = (ago: number, mailNumber: string) =>
  act(ago, 'clerk', 'serveLetter', ({ unserved: letter }) => ({ letter, way: 'post', mailNumber }))
const byHand = (ago: number, receivedBy = 'addressee') =>
  act(ago, 'clerk', 'serveLetter', ({ unserved: letter }) => ({ letter, way: 'counter', receivedBy }))
const came = (ago: number, result: object = { result: 'received', receivedBy: 'addressee' }) =>
  act(ago, 'clerk', 'recordService', (facts) => ({ attempt: facts.attempt, on: facts.ago(ago), ...result }))
/** By the page, so that what a demonstration holds besides does not count. */
const charge = (ago: number, pages: number, code: string) =>
  act(ago, 'clerk', 'notifyFee', () => ({
    basis: 'perPage',
    pages,
    way: '凭缴款码到任一非税收入代收银行柜台缴纳，或者用手机银行、微信、支付宝扫描随附的缴款二维码缴纳',
    code,
  }))
const onTheWay = { complete: 'yes', information: 'yes', responsible: 'us', held: 'held' } as const

const grant = (ago: number, statement: string, file?: DemoFile): Act => ({
  ...act(ago, 'clerk', 'draftAnswer', ({ fileIds }) => ({
    outcome: 'granted',
    answers: { ...onTheWay, disclose: 'all', how: 'provide' },
    statement,
    fileIds,
  })),
  ...(file ? { file } : {}),
})

const list: DemoFile = {
  name: '“最多跑一次”事项清单.txt',
  text: '1. 食品经营许可\n2. 公共场所卫生许可\n3. 道路货物运输经营许可\n',
}

/** Requests in every state, told as they really went. */
export const liveCases: readonly LiveCase[] = [
  {
    ago: 0,
    channel: 'online',
    applicant: people.zhao,
    route: 'online',
    asked: '2025年以来优化营商环境专项资金的分配结果及依据',
    acts: [],
  },
  {
    ago: 1,
    channel: 'ordinaryMail',
    applicant: people.institute,
    route: 'mail',
    asked: '2024年度营商环境评价的指标体系和评分细则',
    acts: [],
  },
  {
    ago: 1,
    channel: 'inPerson',
    applicant: people.abdulla,
    route: 'inPerson',
    asked: '市政务服务中心食品经营许可窗口的设置文件及办理流程',
    acts: [],
  },
  {
    ago: 17,
    channel: 'registeredMail',
    applicant: people.firm,
    route: 'mail',
    asked: '“一网通办”平台二期建设项目的采购合同',
    acts: [assign(16)],
  },
  {
    ago: 22,
    channel: 'online',
    applicant: people.rare,
    route: 'email',
    asked: '涉外投资项目审批代办服务的收费依据',
    acts: [confirm(22), assign(21)],
  },
  {
    ago: 6,
    channel: 'inPerson',
    applicant: people.zhao,
    route: 'mail',
    asked: '有关企业的处理材料',
    acts: [
      assign(6),
      act(4, 'clerk', 'requestSupplement', ({ ago }) => ({
        items: '请写明所需政府信息的名称、文号，或者便于本机关查询的其他特征性描述（如所涉企业名称、时间）',
        dueOn: ago(-9),
      })),
      letOut(4),
      posted(4, 'XA23040011201'),
      came(2),
    ],
  },
  {
    ago: 14,
    channel: 'inPerson',
    applicant: people.sun,
    route: 'inPerson',
    asked: '我户房屋所在片区营商环境整治的有关文件',
    acts: [
      assign(14),
      act(11, 'clerk', 'requestSupplement', ({ ago }) => ({ items: '请写明片区名称和文件形成的年份', dueOn: ago(-1) })),
      letOut(11),
      byHand(11),
      act(3, 'clerk', 'receiveSupplement', ({ ago }) => ({ on: ago(3), text: '北红旗路片区，2023年至2024年' })),
    ],
  },
  {
    ago: 12,
    channel: 'registeredMail',
    applicant: people.lawyers,
    route: 'mail',
    asked: '示例数据服务有限公司参加政务云采购的投标技术方案',
    acts: [
      assign(12),
      act(9, 'clerk', 'consult', () => ({
        party: 'thirdParty',
        name: '示例数据服务有限公司',
        contact: '示例市示范路300号',
        about: '贵单位参加政务云采购项目时提交的投标技术方案',
      })),
      letOut(9),
      posted(9, 'XA23040011187'),
      act(8, 'clerk', 'deliverConsultation', ({ ago }) => ({ consultation: 1, on: ago(8) })),
    ],
  },
  {
    ago: 18,
    channel: 'online',
    applicant: people.firm,
    route: 'online',
    asked: '示例物流有限公司享受惠企资金的申报材料',
    acts: [
      confirm(18),
      assign(18),
      act(15, 'clerk', 'consult', () => ({
        party: 'thirdParty',
        name: '示例物流有限公司',
        contact: '',
        about: '贵单位享受惠企资金的申报材料',
      })),
      letOut(15),
      act(7, 'clerk', 'answerConsultation', ({ ago }) => ({
        consultation: 1,
        on: ago(7),
        opinion: 'objects',
        reason: '其中的客户名单和成本数据属于商业秘密',
      })),
    ],
  },
  {
    ago: 15,
    channel: 'inPerson',
    applicant: people.institute,
    route: 'mail',
    asked: '近五年全市营商环境投诉举报的办理台账',
    acts: [
      assign(15),
      act(2, 'clerk', 'proposeExtension', () => ({
        days: 15,
        reason: '台账分散在三个业务系统，检索和区分处理的工作量大',
      })),
    ],
  },
  {
    ago: 25,
    channel: 'registeredMail',
    applicant: people.sun,
    route: 'mail',
    asked: '2019年至2024年历次政务大厅进驻事项清单',
    acts: [
      assign(24),
      act(8, 'ogiHead', 'extendReply', () => ({ days: 15, reason: '历年清单在档案室保管，调卷和核对需要时间' })),
      posted(8, 'XA23040011190'),
    ],
  },
  {
    ago: 8,
    channel: 'fax',
    applicant: people.lawyers,
    route: 'mail',
    asked: '本机关2015年以来全部会议通知、会议纪要和内部请示',
    acts: [
      confirm(8),
      assign(8),
      act(5, 'clerk', 'requestReasons', ({ ago }) => ({
        facts: '本月已提出同类申请46件，涉及十年全部内部文件，数量、频次明显超过合理范围',
        dueOn: ago(-6),
      })),
      letOut(5),
      posted(5, 'XA23040011198'),
      came(3, { result: 'received', receivedBy: 'mailRoom' }),
    ],
  },
  {
    ago: 10,
    channel: 'inPerson',
    applicant: people.abdulla,
    route: 'inPerson',
    asked: '《鹤岗市优化营商环境条例实施办法》的起草说明',
    acts: [assign(10), grant(2, '现将《实施办法》起草说明复印件一份随本答复提供。')],
  },
  {
    ago: 11,
    channel: 'online',
    applicant: people.zhao,
    route: 'online',
    asked: '行政许可事项“最多跑一次”清单',
    acts: [
      confirm(11),
      assign(11),
      grant(4, '该清单的电子文件随本答复提供，可以在网上下载。', list),
      approve(2, 'unitHead'),
    ],
  },
  {
    ago: 13,
    channel: 'registeredMail',
    applicant: people.firm,
    route: 'mail',
    asked: '工程建设项目审批“多评合一”的会议讨论记录',
    acts: [
      assign(13),
      act(6, 'clerk', 'draftAnswer', () => ({
        outcome: 'denied.processInformation',
        answers: { ...onTheWay, disclose: 'none', exemption: 'process' },
        reason: '该讨论记录是本机关在形成决策过程中内部交换意见的材料，不是最终结论',
        record: '讨论中的意见尚未采纳，公开会使参与人员难以坦率发表意见，且最终文件已经公开，足以满足知情需要',
      })),
      approve(4, 'unitHead'),
      approve(2, 'ogiHead'),
    ],
  },
  {
    ago: 30,
    channel: 'inPerson',
    applicant: people.rare,
    route: 'mail',
    asked: '1998年窗口服务考核原始记录',
    acts: [
      assign(29),
      act(18, 'clerk', 'draftAnswer', ({ ago }) => ({
        outcome: 'notExist',
        answers: { complete: 'yes', information: 'yes', responsible: 'us', held: 'none' },
        search: {
          searchedBy: '李文',
          searchedOn: ago(20),
          systems: '档案管理系统、综合档案室纸质目录',
          keywords: '窗口服务、考核、1998',
          scope: '本机关1996年至2000年全部文书档案',
          result: '未检索到相关记录',
        },
      })),
      approve(17, 'unitHead'),
      approve(16, 'ogiHead'),
      issue(15, { way: 'post', mailNumber: 'XA23040011163' }),
      came(6, { result: 'returned', cause: 'moved', note: '投递员电话联系不上收件人' }),
    ],
  },
  {
    ago: 28,
    channel: 'oral',
    applicant: people.sun,
    route: 'inPerson',
    onBehalf: '李文',
    asked: '办理残疾人创业扶持的政策文件',
    assistance: '申请人视力残疾，请提供大字版并当面读给申请人听',
    acts: [
      assign(28),
      act(24, 'clerk', 'draftAnswer', () => ({
        outcome: 'alreadyPublic',
        answers: { ...onTheWay, disclose: 'all', how: 'public' },
        statement: '该文件已在本机关政府信息公开平台“法定主动公开内容”栏目公开，现一并提供大字版一份。',
      })),
      approve(23, 'unitHead'),
      approve(22, 'ogiHead'),
      issue(21),
    ],
  },
  {
    ago: 20,
    channel: 'online',
    applicant: people.zhao,
    route: 'online',
    asked: '办事大厅停车收费标准',
    acts: [
      confirm(19, '提交当日所留电话无人接听'),
      act(17, 'clerk', 'withdraw', ({ ago }) => ({
        reason: '申请人已在大厅公示栏查到',
        on: ago(17),
        evidence: '申请人来电说明撤回，李文接听，通话记录已存',
        fileIds: [],
      })),
    ],
  },
  {
    ago: 9,
    channel: 'registeredMail',
    applicant: people.firm,
    route: 'mail',
    asked: '2023年以来政务云平台历次验收的全部报告（纸质件）',
    acts: [
      assign(9),
      charge(6, 120, '230400260000000018'),
      letOut(6),
      posted(6, 'XA23040011195'),
      act(5, 'clerk', 'deliverFee', ({ ago }) => ({ on: ago(5), how: '邮政签收记录' })),
    ],
  },
  {
    ago: 16,
    channel: 'inPerson',
    applicant: people.institute,
    route: 'mail',
    asked: '2021年至2025年营商环境评价的调查问卷汇总表（纸质件）',
    acts: [
      assign(16),
      charge(12, 210, '230400260000000011'),
      letOut(12),
      byHand(12, 'agent'),
      act(11, 'clerk', 'deliverFee', ({ ago }) => ({ on: ago(11), how: '当面签收' })),
      act(8, 'clerk', 'recordPayment', ({ ago }) => ({
        on: ago(8),
        amount: '3100',
        receiptNumber: '黑财票0026001187',
      })),
    ],
  },
]
