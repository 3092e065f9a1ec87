import type { Profile } from '../profile.ts'

export const transport: Profile = {
  slug: 'shili-jtj',
  name: '示例市交通运输局',
  shortName: '示交',
  spokenName: '市交通运输局',
  requests: {
    perYear: 38,
    outcomes: { 'denied.enforcementFile': 4, 'unableToProvide.notHeld': 26 },
    subjects: [
      ...['公路改建工程施工图设计批复', '公交线路调整方案', '出租汽车运力投放论证材料', '公路建设项目征地红线图'],
      ...[
        '治超站点设置批复',
        '农村公路养护资金使用情况',
        '网约车平台许可信息',
        '客运站搬迁方案',
        '公路工程交工验收报告',
      ],
      ...['货运企业安全检查结论', '公交财政补贴资金情况'],
    ],
  },
  documents: {
    stock: 7,
    perYear: 2,
    titles: [
      ...['农村公路养护管理办法', '巡游出租汽车服务质量考核办法', '网络预约出租汽车许可细则', '公共汽车客运管理办法'],
      ...['治理货车超限超载办法', '机动车维修企业信用考核办法', '驾驶员培训监督管理办法', '共享单车投放管理办法'],
      ...['客运站服务管理办法', '公路桥梁安全管理办法', '行政处罚裁量基准', '港口岸线使用管理办法'],
    ],
  },
  decisions: [
    {
      kind: 'licensing',
      word: '许',
      perYear: 225,
      subjects: [
        '道路货物运输经营许可',
        '网络预约出租汽车运输证核发',
        '涉路施工许可',
        '超限运输车辆通行许可',
        '客运班线许可',
      ],
    },
    {
      kind: 'penalty',
      word: '罚',
      perYear: 190,
      subjects: ['车辆超限超载运输', '未取得许可从事客运经营', '未按规定维护车辆', '擅自占用公路'],
    },
    { kind: 'compulsion', word: '强', perYear: 30, subjects: ['扣押违法经营车辆', '强制卸载'] },
  ],
  fees: [{ item: '公路损坏赔（补）偿费', perYear: 46, price: 450, most: 20 }],
  channels: [
    { kind: 'website', name: '示例市交通运输局网站', perYear: 114 },
    { kind: 'wechat', name: '示例交通', perYear: 162 },
    { kind: 'weibo', name: '示例交通出行', perYear: 180 },
  ],
  topics: [
    ...[
      '公交线路优化',
      '农村公路建设',
      '治理超限超载',
      '出租汽车管理',
      '网约车监管',
      '春运服务保障',
      '公路养护',
      '驾驶员培训',
    ],
    ...[
      '共享单车管理',
      '客运安全检查',
      '桥梁安全',
      '交通工程进展',
      '货运司机关爱',
      '无障碍出行',
      '绿色出行',
      '应急保畅',
    ],
  ],
}
