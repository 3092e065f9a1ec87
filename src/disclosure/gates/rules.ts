import { traceKinds } from '../../files/traces/trace-kinds.ts'
import type { Finding, GateRule } from './finding.ts'
import { personRules } from './person-rules.ts'
import { textRules } from './text-rules.ts'

const secrecy = '保守国家秘密法 35；实施条例 41、42'
const format = 'GB/T 9704-2012'
const guide = '政府网站发展指引（国办发〔2017〕47号）'
const review = '三审三校的文字、事实核对'

/** Every gate: how grave it is and what it says. Nothing else decides whether a text may go on. */
export const gateRules = {
  ...personRules,
  secrecyMark: {
    label: '密级标志',
    severity: 'block',
    source: secrecy,
    message: '带有密级或者工作秘密标志。涉密内容不得在本系统存储、处理和公开，请立即删除并报告保密工作机构',
  },
  internalMark: {
    label: '内部资料字样',
    severity: 'block',
    source: secrecy,
    message: '标明是内部资料。内部资料不得公开；已经批准公开的，请使用去掉标志的正式文本',
  },
  notForPublic: {
    label: '公开属性与文尾不一致',
    severity: 'confirm',
    source: '国办发〔2016〕80号',
    message: '文中注明不公开或者依申请公开，与公开属性“主动公开”不一致，请核对',
  },
  ...textRules,
  ...traceKinds,
  organName: {
    label: '旧的、错的机关名称',
    severity: 'hint',
    source: review,
    message: '机关名称可能已经变更，请核对',
  },
  ownName: {
    label: '写错的机关名称',
    severity: 'confirm',
    source: review,
    message: '与平台登记的机关名称只差一两个字，请核对；确是另一个机关的，请说明',
  },
  issuingOrgan: {
    label: '发文机关是旧名称',
    severity: 'confirm',
    source: review,
    message: '发文机关在成文时已经不用这个名称',
  },
  documentNumber: {
    label: '文号的写法',
    severity: 'confirm',
    source: `${format} 7.2.5`,
    message: '文号写法不合格式；原件就是这样写的，请说明',
  },
  quotedNumber: {
    label: '文中引用的文号',
    severity: 'hint',
    source: `${format} 7.2.5`,
    message: '引用的文号写法不合格式，请核对原文',
  },
  sameNumber: {
    label: '重复的文号',
    severity: 'confirm',
    source: `${format} 7.2.5`,
    message: '这个文号已经用于公开的另一份文件，请核对是否重复公开',
  },
  notPublicNumber: {
    label: '引用的文件没有公开',
    severity: 'confirm',
    source: '国办发〔2016〕80号；政府信息公开条例 17',
    message: '引用的文件在本平台是不予公开、依申请公开的，或者已经撤回，请核对能否引用；确需引用的，请说明',
  },
  noSuchDay: {
    label: '不存在的日期',
    severity: 'block',
    source: review,
    message: '没有这一天，请改正',
  },
  weekday: {
    label: '星期与日期不符',
    severity: 'confirm',
    source: review,
    message: '星期与日期不符，请核对',
  },
  numeralDate: {
    label: '汉字书写的日期',
    severity: 'hint',
    source: `${format} 7.3.5.4`,
    message: '成文日期等应当用阿拉伯数字书写',
  },
  untilDay: {
    label: '截止、截至',
    severity: 'hint',
    source: '现代汉语词典（第7版）',
    message: '说明到某日为止的情况应当用“截至”；“截止”是到期停止，如“报名于11月30日截止”',
  },
  attachmentColon: {
    label: '“附件”后的半角冒号',
    severity: 'hint',
    source: `${format} 7.3.4`,
    message: '“附件”后应当用全角冒号',
  },
  madeLater: {
    label: '成文日期晚于今天',
    severity: 'block',
    source: '国办秘函〔2019〕19号（不得虚假标注日期）',
    message: '成文日期不能晚于今天',
  },
  effectiveEarlier: {
    label: '施行日期早于成文日期',
    severity: 'confirm',
    source: '立法法 104（法不溯及既往）',
    message: '施行日期早于成文日期，请核对；确需溯及既往的，请说明依据',
  },
  repealedBeforeEffect: {
    label: '废止日期在施行之前',
    severity: 'confirm',
    source: review,
    message: '废止日期早于施行日期，请核对；确在施行之前废止的，请说明',
  },
  daysReversed: {
    label: '有效期在施行之前届满',
    severity: 'block',
    source: review,
    message: '日期先后不对，请改正',
  },
  fieldDay: {
    label: '字段里的日期',
    severity: 'block',
    source: review,
    message: '请按 2026-01-31 的写法填写',
  },
  sameTitle: {
    label: '标题相同或者相近',
    severity: 'hint',
    source: '国办发〔2018〕123号（原创、转载）',
    message: '与已公开的信息标题相同或者相近，请核对是否重复公开，转载的请注明',
  },
  alikeOriginal: {
    label: '标为原创而与此前发布的信息相似',
    severity: 'hint',
    source: '国办发〔2018〕123号（原创、转载）',
    message: '可能是转载或者重复发布',
  },
  brokenLink: {
    label: '错误的链接',
    severity: 'block',
    source: guide,
    message: '链接打不开：写法不对、指向内网，或者指向本平台没有的信息，请改正',
  },
  withdrawnLink: {
    label: '指向已撤回信息的链接',
    severity: 'confirm',
    source: guide,
    message: '链接指向已经撤回的信息，请改正或者删去',
  },
  deadLink: {
    label: '失效的站外链接',
    severity: 'confirm',
    source: guide,
    message: '上次检查时这个链接打不开，请核对',
  },
  outsideLink: {
    label: '政府网站以外的链接',
    severity: 'hint',
    source: guide,
    message: '链接指向政府网站以外，请核对对方内容合法、长期有效',
  },
  shortLink: {
    label: '短网址',
    severity: 'confirm',
    source: guide,
    message: '短网址看不出通向哪里，指向也可以随时改变，请改为完整的地址；确需使用的，请说明',
  },
  word: {
    label: '错敏词（提示）',
    severity: 'hint',
    source: review,
    message: '错敏词表中的词，请核对',
  },
  wordToConfirm: {
    label: '错敏词（须说明）',
    severity: 'confirm',
    source: review,
    message: '错敏词表中的词，请改正，或者说明保留的理由',
  },
  wordForbidden: {
    label: '错敏词（禁用）',
    severity: 'block',
    source: review,
    message: '错敏词表中的禁用词，请改正',
  },
  interpretationMissing: {
    label: '政策没有解读',
    severity: 'confirm',
    source: '国办发〔2016〕80号（政策文件与解读方案、解读材料同步）',
    message: '还没有这份文件的政策解读（拟稿中的也没有）。不需要解读的，请说明',
  },
  policyWithdrawn: {
    label: '所解读的政策已撤回、废止',
    severity: 'confirm',
    source: '国办发〔2016〕80号',
    message: '所解读的政策文件已经撤回或者废止，请核对',
  },
  policyNotPublished: {
    label: '所解读的政策还没有公开',
    severity: 'confirm',
    source: '国办发〔2016〕80号',
    message: '所解读的政策文件还没有公开，请在文件公开以后再发布解读；确需先发布的，请说明理由',
  },
  sourceMissing: {
    label: '转载没有来源',
    severity: 'block',
    source: guide,
    message: '转载的信息应当注明来源',
  },
  sourceAddressMissing: {
    label: '转载没有来源网址',
    severity: 'confirm',
    source: guide,
    message: '请填写来源网址，供核对原件是否公开；原件只在报刊、公报上刊登，没有网址的，请说明',
  },
  repostOfOurOwn: {
    label: '转载的原发文机关是本机关',
    severity: 'confirm',
    source: guide,
    message: '标为转载，原发文机关却是本机关。请填写制发原件的机关；确是本机关制发的，请说明',
  },
} as const satisfies Record<string, GateRule>
export type GateId = keyof typeof gateRules

const isGate = (gate: string): gate is GateId => Object.hasOwn(gateRules, gate)

/** By what rule a finding was made, for whoever wants to know; undefined where the finding says it itself. */
export const groundOf = (gate: string): string | undefined => (isGate(gate) ? gateRules[gate].source : undefined)

/** What the gate has seen there, with the words concerned. */
export function finding(gate: GateId, place: string, excerpt: string, detail = ''): Finding {
  const { severity, message } = gateRules[gate]
  return { gate, severity, place, message: detail ? `${message}：${detail}` : message, excerpt }
}
