import type { Profile } from '../profile.ts'

export const environment: Profile = {
  slug: 'shili-hjj',
  name: '示例市生态环境局',
  shortName: '示环',
  spokenName: '市生态环境局',
  requests: {
    perYear: 54,
    outcomes: { 'denied.enforcementFile': 5, 'denied.thirdPartyRights': 4, granted: 55 },
    subjects: [
      ...['建设项目环境影响报告书批复', '排污许可证副本', '企业自行监测数据', '环境空气质量监测数据'],
      ...['饮用水水源地水质监测报告', '建设项目竣工环保验收意见', '突发环境事件应急预案备案表', '噪声监测报告'],
      ...['危险废物转移审批文件', '污水处理厂出水监测数据', '建设用地土壤污染状况调查报告评审意见'],
    ],
  },
  documents: {
    stock: 6,
    perYear: 2,
    titles: [
      ...['排污许可管理细则', '生态环境违法行为举报奖励办法', '建设项目环评告知承诺办法', '重污染天气应急减排办法'],
      ...[
        '行政处罚裁量基准',
        '危险废物规范化管理办法',
        '噪声敏感区域划分办法',
        '生态环境损害赔偿办法',
        '入河排污口管理办法',
      ],
      ...['企业环境信用评价办法', '非道路移动机械管理办法'],
    ],
  },
  decisions: [
    {
      kind: 'licensing',
      word: '许',
      perYear: 130,
      subjects: ['建设项目环境影响评价审批', '排污许可证核发', '辐射安全许可', '危险废物经营许可'],
    },
    {
      kind: 'penalty',
      word: '罚',
      perYear: 70,
      subjects: ['未批先建', '超标排放水污染物', '未按规定运行污染防治设施', '危险废物贮存不规范'],
    },
    { kind: 'compulsion', word: '强', perYear: 24, subjects: ['查封排污设施', '扣押违法设备'] },
  ],
  fees: [],
  channels: [
    { kind: 'website', name: '示例市生态环境局网站', perYear: 198 },
    { kind: 'wechat', name: '示例生态环境', perYear: 156 },
    { kind: 'weibo', name: '示例环境播报', perYear: 126 },
  ],
  topics: [
    ...[
      '空气质量状况',
      '水环境质量状况',
      '建设项目环评审批',
      '排污许可',
      '环保督察整改',
      '秸秆禁烧',
      '噪声污染防治',
      '土壤污染防治',
    ],
    ...[
      '机动车排气治理',
      '危险废物监管',
      '生态文明宣传',
      '环境执法检查',
      '扬尘治理',
      '饮用水源保护',
      '环保设施开放',
      '碳达峰行动',
    ],
  ],
}
