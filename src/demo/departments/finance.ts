import type { Profile } from '../profile.ts'

export const finance: Profile = {
  slug: 'shili-czj',
  name: '示例市财政局',
  shortName: '示财',
  spokenName: '市财政局',
  requests: {
    perYear: 30,
    outcomes: {
      'unableToProvide.needsCreation': 7,
      'denied.processInformation': 5,
      'notProcessed.publicPublication': 2,
    },
    subjects: [
      ...['部门预算批复文件', '政府采购投诉处理决定', '专项资金分配结果', '地方政府债券使用情况'],
      ...['国有资产处置批复', '征地补偿资金拨付凭证', '惠农补贴发放汇总情况', '政府和社会资本合作项目合同'],
      ...['会计师事务所检查结论', '行政事业性收费目录', '项目竣工财务决算批复'],
    ],
  },
  documents: {
    stock: 10,
    perYear: 2,
    titles: [
      ...[
        '市级部门预算管理办法',
        '专项资金管理办法',
        '政府采购质疑投诉处理规程',
        '国有资产处置管理办法',
        '差旅费管理办法',
      ],
      ...['会议费管理办法', '培训费管理办法', '政府购买服务管理办法', '预算绩效管理办法', '惠农补贴一卡通管理办法'],
      ...['公务卡管理办法', '政府债务管理办法', '非税收入收缴管理办法', '代理记账管理办法', '财政监督检查办法'],
    ],
  },
  decisions: [
    { kind: 'licensing', word: '许', perYear: 42, subjects: ['代理记账机构执业许可', '代理记账机构变更登记'] },
    { kind: 'penalty', word: '罚', perYear: 15, subjects: ['政府采购供应商提供虚假材料', '会计信息质量违法'] },
  ],
  fees: [{ item: '会计专业技术资格考试考务费', perYear: 36, price: 56, most: 80 }],
  channels: [
    { kind: 'website', name: '示例市财政局网站', perYear: 132 },
    { kind: 'wechat', name: '示例财政', perYear: 80 },
    { kind: 'library', name: '示例市图书馆政府信息查阅点', perYear: 80 },
  ],
  topics: [
    ...[
      '部门预算公开',
      '政府采购',
      '预算绩效管理',
      '惠农补贴发放',
      '会计考试',
      '专项资金管理',
      '地方政府债券',
      '国有资产管理',
    ],
    ...[
      '减税降费',
      '财政资金直达',
      '非税收入管理',
      '代理记账监管',
      '政府购买服务',
      '财政监督',
      '民生资金保障',
      '财务人员培训',
    ],
  ],
}
