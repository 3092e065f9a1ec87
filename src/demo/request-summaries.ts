import type { OutcomeOfRequest, Profile } from './profile.ts'
import type { Random } from './random.ts'

/** Invented places of the invented city. */
const places = [
  '东湖片区',
  '西关街道',
  '南苑新区',
  '北山镇',
  '河东街道',
  '柳溪镇',
  '新桥街道',
  '城南工业园',
  '临港产业园',
  '清泉镇',
  '文昌街道',
  '和平路沿线',
  '长安路沿线',
  '青年路片区',
  '老城区',
  '高铁新区',
  '石塘镇',
  '白杨镇',
  '金穗镇',
  '科创园区',
] as const

type Phrase = (subject: string, place: string, year: number) => string

const asked: readonly Phrase[] = [
  (subject, place) => `${place}${subject}`,
  (subject, place, year) => `${year - 1}年${place}${subject}`,
  (subject, place) => `涉及${place}的${subject}及其依据`,
  (subject, _, year) => `${year - 1}年度全市${subject}`,
]

/** Where the answer shows what had been asked. */
const telling: Readonly<Partial<Record<OutcomeOfRequest, readonly Phrase[]>>> = {
  'denied.stateSecret': [
    (_, place) => `${place}重点目标安全防护部署方案`,
    (_, place) => `${place}人民防空工程布局和防护标准资料`,
    (_, place) => `${place}大比例尺地形图和控制点成果`,
  ],
  'denied.prohibitedByLaw': [
    (_, place) => `${place}统计调查对象填报的原始报表`,
    () => '未成年人案件有关材料',
    (_, place) => `${place}企业纳税和社会保险缴费明细`,
  ],
  'denied.threeSecuritiesOneStability': [
    (_, place) => `${place}供水管网和泵站详细布局图`,
    (_, place) => `${place}视频监控点位分布和设备参数`,
    (_, place) => `${place}突发事件处置力量部署情况`,
  ],
  'denied.thirdPartyRights': [
    (_, place) => `${place}项目中标企业的投标文件和报价明细`,
    (_, place) => `${place}企业提交的技术方案和财务资料`,
    (_, place) => `${place}其他住户的补偿协议`,
  ],
  'denied.internalAffairs': [
    (_, __, year) => `${year - 1}年度本机关工作人员考勤和值班记录`,
    (_, __, year) => `${year - 1}年内部轮岗和考核安排`,
    () => '机关内部办公用房调整和后勤管理文件',
  ],
  'denied.processInformation': [
    (subject, place) => `办理${place}${subject}过程中的请示和会议纪要`,
    (subject) => `${subject}的讨论记录和征求意见稿`,
    (subject, place) => `关于${place}${subject}的内部磋商信函`,
  ],
  'denied.enforcementFile': [
    (_, place) => `${place}行政处罚案件的询问笔录和调查报告`,
    (_, place) => `${place}现场检查的全部案卷材料`,
    (_, place) => `${place}投诉举报案件的立案审批表和证据材料`,
  ],
  'denied.administrativeInquiry': [
    (_, place) => `${place}不动产登记资料`,
    (_, place) => `${place}企业登记档案`,
    () => '本人户籍档案和婚姻登记档案',
  ],
  'unableToProvide.needsCreation': [
    (subject, _, year) => `近五年${subject}按街道分类统计汇总表（${year - 5}—${year - 1}年）`,
    (subject) => `${subject}与周边城市的对比分析材料`,
  ],
  'unableToProvide.unclearAfterSupplement': [
    (_, place) => `${place}有关的全部文件`,
    () => '与本人事项有关的一切材料',
    (_, place) => `${place}改造的“那份批文”`,
  ],
  'notProcessed.petitionOrComplaint': [
    (subject, place) => `反映${place}${subject}办理不公并要求查处`,
    (_, place) => `举报${place}违规行为并要求答复处理结果`,
    (subject, place) => `投诉${place}${subject}，要求赔偿损失`,
  ],
  'notProcessed.publicPublication': [
    (_, __, year) => `《示例市统计年鉴》${year - 1}年卷`,
    (_, __, year) => `《示例市年鉴》${year - 2}年卷`,
    (_, __, year) => `《示例市人民政府公报》${year - 1}年合订本`,
  ],
  'notProcessed.confirmOrReissue': [
    (subject, place) => `要求确认此前取得的${place}${subject}是否有效`,
    (subject, place) => `要求对已提供的${place}${subject}重新盖章出具`,
  ],
  'notProcessed.massiveRepeated': [(subject, place) => `${place}${subject}（同类申请多件）`],
  'other.supplementOverdue': [(_, place) => `${place}项目的相关材料`, () => '有关补助资金的材料'],
  'other.feeUnpaid': [
    (subject, _, year) => `${year - 6}年以来${subject}全部附件的复制件`,
    (subject, place) => `${place}历年${subject}全卷复制件`,
  ],
}

/** What was asked for, in the words of a registry; no person is named. */
export const summaryOf = (random: Random, { requests }: Profile, outcome: OutcomeOfRequest, year: number): string =>
  random.pick(telling[outcome] ?? asked)(random.pick(requests.subjects), random.pick(places), year)
