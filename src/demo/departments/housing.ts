import type { Profile } from '../profile.ts'

export const housing: Profile = {
  slug: 'shili-zjj',
  name: '示例市住房和城乡建设局',
  shortName: '示建',
  spokenName: '市住房城乡建设局',
  requests: {
    perYear: 128,
    outcomes: {
      'denied.thirdPartyRights': 6,
      'notProcessed.repeat': 4,
      'notProcessed.massiveRepeated': 1,
      'other.feeUnpaid': 1,
    },
    subjects: [
      ...['房屋征收补偿决定', '征收补偿费用发放汇总情况', '商品房预售许可证及附图', '建筑工程施工许可证'],
      ...['竣工验收备案表', '物业专项维修资金使用情况', '老旧小区改造设计方案', '公共租赁住房配租结果'],
      ...[
        '房屋安全鉴定报告',
        '房地产开发项目资本金监管情况',
        '物业服务合同备案',
        '消防设计审查意见',
        '招标投标备案材料',
      ],
    ],
  },
  documents: {
    stock: 12,
    perYear: 3,
    titles: [
      ...['商品房预售资金监管办法', '物业专项维修资金使用细则', '公共租赁住房配租办法', '既有住宅加装电梯指导办法'],
      ...['房屋征收评估办法', '建筑施工扬尘防治规定', '工程质量潜在缺陷保险办法', '物业服务企业信用评价办法'],
      ...[
        '老旧小区改造技术导则',
        '城镇燃气用户管理办法',
        '建设工程消防验收规程',
        '住房租赁管理办法',
        '城市排水许可细则',
      ],
      ...[
        '装配式建筑管理办法',
        '房屋安全隐患排查办法',
        '建筑市场信用管理办法',
        '保障性租赁住房认定办法',
        '海绵城市建设导则',
      ],
    ],
  },
  decisions: [
    {
      kind: 'licensing',
      word: '许',
      perYear: 260,
      subjects: [
        '建筑工程施工许可',
        '商品房预售许可',
        '建筑业企业资质核准',
        '消防设计审查',
        '城镇污水排入排水管网许可',
      ],
    },
    {
      kind: 'penalty',
      word: '罚',
      perYear: 75,
      subjects: ['未取得施工许可擅自施工', '未按规定设置安全防护', '违规预售商品房', '扬尘防治措施不到位'],
    },
    { kind: 'compulsion', word: '强', perYear: 10, subjects: ['责令停止施工并查封', '代履行'] },
  ],
  fees: [{ item: '城市道路挖掘修复费', perYear: 40, price: 320, most: 50 }],
  channels: [
    { kind: 'website', name: '示例市住房和城乡建设局网站', perYear: 210 },
    { kind: 'wechat', name: '示例住建', perYear: 138 },
    { kind: 'board', name: '示例市房屋征收公示栏', perYear: 84 },
  ],
  topics: [
    ...[
      '老旧小区改造',
      '房屋征收补偿',
      '商品房预售监管',
      '公共租赁住房分配',
      '物业管理',
      '建筑施工安全',
      '加装电梯',
      '城市供热',
    ],
    ...[
      '燃气安全',
      '工程质量监管',
      '保障性住房',
      '农村危房改造',
      '海绵城市建设',
      '房屋安全排查',
      '住房租赁',
      '消防验收',
    ],
  ],
}
