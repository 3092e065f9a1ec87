import type { Quashing } from '../../ledgers/decisions/decision.ts'
import type { DecisionKind } from '../../ledgers/decisions/decision-fields.ts'

/** A decision of the demo, told in working days before today; every party is invented. */
export interface DemoDecision {
  readonly organ: 'hegang-ysj' | 'shili-zjj'
  readonly kind: DecisionKind
  readonly subject: string
  /** Behind the organ's letter code: 许〔年〕1号. */
  readonly number: string
  readonly decided: number
  /** Working days ago on which it was published; null: not yet. */
  readonly published: number | null
  /** Why it was published after its seventh working day. */
  readonly lateReason?: string
  /** Lawfully not published. */
  readonly exempt?: string
  readonly values: Readonly<Record<string, string>>
  /** It was quashed; `withdrawn`: working days ago on which its publication was withdrawn, null: not yet. */
  readonly quashed?: {
    readonly ago: number
    readonly how: Quashing
    readonly by: string
    readonly withdrawn: number | null
  }
}

const firm = (counterparty: string, legalRepresentative: string) => ({
  counterparty,
  counterpartyKind: 'organisation',
  creditCode: '91350100M000100Y43',
  legalRepresentative,
})
const shop = (counterparty: string, legalRepresentative: string) => ({
  counterparty,
  counterpartyKind: 'selfEmployed',
  creditCode: '92350100M000100Y40',
  legalRepresentative,
})
const person = (counterparty: string) => ({
  counterparty,
  counterpartyKind: 'person',
  identityType: 'residentId',
  identity: '11010519491231002X',
})

const licence = (paperName: string, content: string, category = 'general') => ({
  paperName,
  content,
  category,
  state: 'valid',
})
const penalty = (violation: string, facts: string, basis: string, categories: string, content: string, fine = '') => ({
  violation,
  facts,
  basis,
  categories,
  content,
  ...(fine ? { fine } : {}),
})

const buildingLaw = '《中华人民共和国建筑法》第六十四条、《建设工程质量管理条例》第五十七条'

/** Licences, penalties and compulsion of the two staffed organs: in time, late, open, exempt, quashed. */
export const demoDecisions: readonly DemoDecision[] = [
  {
    organ: 'shili-zjj',
    kind: 'licensing',
    subject: '建筑工程施工许可',
    number: '施许〔年〕41号',
    decided: 46,
    published: 43,
    values: {
      ...firm('示例第一建筑工程有限公司', '钱立'),
      ...licence('建筑工程施工许可证', '准予示例花园二期1至4号楼工程开工建设。'),
    },
  },
  {
    organ: 'shili-zjj',
    kind: 'licensing',
    subject: '商品房预售许可',
    number: '预许〔年〕12号',
    decided: 33,
    published: 27,
    values: {
      ...firm('示例置业有限公司', '孙浩'),
      ...licence('商品房预售许可证', '准予预售示例花园二期1、2号楼，共168套。'),
    },
  },
  {
    organ: 'shili-zjj',
    kind: 'licensing',
    subject: '建筑业企业资质核准',
    number: '资许〔年〕9号',
    decided: 29,
    published: 17,
    lateReason: '证书打印设备故障，公示稿未能同时拟制',
    values: {
      ...firm('示例装饰工程有限公司', '吴岩'),
      ...licence('建筑业企业资质证书', '核准建筑装修装饰工程专业承包二级资质。', 'approval'),
    },
  },
  {
    organ: 'shili-zjj',
    kind: 'licensing',
    subject: '二级造价工程师注册',
    number: '注许〔年〕5号',
    decided: 21,
    published: 18,
    values: {
      ...person('张伟明'),
      ...licence('准予行政许可决定书', '准予张伟明二级造价工程师初始注册。', 'recognition'),
    },
  },
  {
    organ: 'shili-zjj',
    kind: 'licensing',
    subject: '城镇污水排入排水管网许可',
    number: '排许〔年〕23号',
    decided: 10,
    published: null,
    values: {
      ...shop('示例市人民路快洗洗车行', '郑海'),
      ...licence('城镇污水排入排水管网许可证', '准予按照许可的水质、水量向城镇排水设施排放污水。'),
    },
  },
  {
    organ: 'shili-zjj',
    kind: 'licensing',
    subject: '建筑工程施工许可',
    number: '施许〔年〕47号',
    decided: 3,
    published: null,
    values: {
      ...firm('示例第二建筑工程有限公司', '冯涛'),
      ...licence('建筑工程施工许可证', '准予示例实验小学扩建工程开工建设。'),
    },
  },
  {
    organ: 'shili-zjj',
    kind: 'penalty',
    subject: '未取得施工许可擅自施工',
    number: '监罚〔年〕18号',
    decided: 50,
    published: 45,
    values: {
      ...firm('示例建设工程有限公司', '钱立'),
      ...penalty(
        '未取得施工许可擅自施工',
        '该公司未取得施工许可证，在示例花园三期工地开挖基坑。',
        buildingLaw,
        'fine',
        '责令停止施工，处工程合同价款百分之一的罚款32000元。',
        '3.2',
      ),
    },
  },
  {
    organ: 'shili-zjj',
    kind: 'penalty',
    subject: '擅自变动房屋承重结构装修',
    number: '监罚〔年〕21号',
    decided: 24,
    published: 20,
    values: {
      ...person('李国富'),
      ...penalty(
        '擅自变动房屋承重结构',
        '李国富装修住宅时拆除承重墙一处。',
        '《建设工程质量管理条例》第六十九条',
        'fine',
        '责令改正，处罚款50000元。',
        '5',
      ),
    },
  },
  {
    organ: 'shili-zjj',
    kind: 'penalty',
    subject: '未按规定设置安全防护',
    number: '监罚〔年〕24号',
    decided: 38,
    published: 34,
    values: {
      ...firm('示例市政工程有限公司', '何军'),
      ...penalty(
        '未设置安全防护',
        '施工现场临边洞口未设防护栏杆。',
        '《建设工程安全生产管理条例》第六十四条',
        'warning',
        '责令限期改正，警告。',
      ),
    },
    quashed: { ago: 14, how: 'revoked', by: '示政复决〔年〕6号行政复议决定', withdrawn: 12 },
  },
  {
    organ: 'shili-zjj',
    kind: 'penalty',
    subject: '违规预售商品房',
    number: '监罚〔年〕27号',
    decided: 26,
    published: 22,
    values: {
      ...firm('示例房地产开发有限公司', '周成'),
      ...penalty(
        '违规预售商品房',
        '未取得预售许可证收取认购金。',
        '《城市房地产开发经营管理条例》第三十六条',
        'fine,illegalGains',
        '没收违法所得，并处罚款46000元。',
        '4.6',
      ),
      confiscated: '1.2',
    },
    quashed: { ago: 2, how: 'changed', by: '本机关变更行政处罚决定书', withdrawn: null },
  },
  {
    organ: 'shili-zjj',
    kind: 'penalty',
    subject: '扬尘防治措施不到位',
    number: '监罚〔年〕29号',
    decided: 13,
    published: null,
    exempt: '情节轻微、未造成社会影响，依照行政处罚法第四十八条不予公开',
    values: {
      ...firm('示例土石方工程有限公司', '梁勇'),
      ...penalty(
        '扬尘防治措施不到位',
        '裸露土方未覆盖。',
        '《中华人民共和国大气污染防治法》第一百一十五条',
        'fine',
        '处罚款10000元。',
        '1',
      ),
    },
  },
  {
    organ: 'shili-zjj',
    kind: 'compulsion',
    subject: '责令停止施工并查封',
    number: '监强〔年〕3号',
    decided: 52,
    published: null,
    values: { content: '查封示例花园三期工地的挖掘机一台，期限三十日。' },
  },
  {
    organ: 'shili-zjj',
    kind: 'compulsion',
    subject: '代履行',
    number: '监强〔年〕4号',
    decided: 18,
    published: null,
    values: { content: '代为清除占用消防通道的建筑垃圾。' },
  },
  {
    organ: 'hegang-ysj',
    kind: 'penalty',
    subject: '行政审批中介服务违规',
    number: '监罚〔年〕1号',
    decided: 40,
    published: 36,
    values: {
      ...firm('示例工程咨询服务有限公司', '高远'),
      ...penalty(
        '违反中介服务管理规定',
        '未公示收费标准，向委托人收取目录以外的费用。',
        '《黑龙江省优化营商环境条例》有关规定',
        'warning,fine',
        '警告，并处罚款5000元。',
        '0.5',
      ),
    },
  },
  {
    organ: 'hegang-ysj',
    kind: 'penalty',
    subject: '行政审批中介服务违规',
    number: '监罚〔年〕2号',
    decided: 15,
    published: 5,
    lateReason: '当事人提出异议，核实后公示',
    values: {
      ...person('马志远'),
      ...penalty(
        '违反中介服务管理规定',
        '马志远未经登记承揽评估业务。',
        '《黑龙江省优化营商环境条例》有关规定',
        'warning',
        '警告，责令改正。',
      ),
    },
  },
  {
    organ: 'hegang-ysj',
    kind: 'penalty',
    subject: '行政审批中介服务违规',
    number: '监罚〔年〕3号',
    decided: 6,
    published: null,
    values: {
      ...shop('示例区诚信代办服务部', '罗平'),
      ...penalty(
        '违反中介服务管理规定',
        '承诺办件时限而未兑现，拒不退还费用。',
        '《黑龙江省优化营商环境条例》有关规定',
        'warning',
        '警告，责令退还所收费用。',
      ),
    },
  },
]
