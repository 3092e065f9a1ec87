import type { Profile } from '../profile.ts'

export const publicSecurity: Profile = {
  slug: 'shili-gaj',
  name: '示例市公安局',
  shortName: '示公',
  spokenName: '市公安局',
  requests: {
    perYear: 112,
    outcomes: {
      'denied.enforcementFile': 14,
      'denied.stateSecret': 2,
      'denied.threeSecuritiesOneStability': 2,
      'denied.prohibitedByLaw': 2.5,
      'denied.administrativeInquiry': 4,
      'notProcessed.petitionOrComplaint': 10,
    },
    subjects: [
      ...['交通技术监控设备设置地点批复', '交通事故处理程序规定', '户口迁移政策文件', '养犬登记管理规定'],
      ...['辅警招聘公告和录用名单', '道路限行通告依据', '行政拘留执行情况统计', '电动自行车上牌政策'],
      ...['停车泊位施划方案', '警务站建设项目合同', '行政处罚裁量基准', '出入境证件办理规定'],
    ],
  },
  documents: {
    stock: 7,
    perYear: 2,
    titles: [
      ...['户口迁移实施细则', '居住证管理办法', '养犬登记管理办法', '电动自行车登记管理办法', '货车城区通行管理规定'],
      ...[
        '旅馆业治安管理办法',
        '道路停车泊位管理办法',
        '行政处罚裁量基准',
        '印章业治安管理办法',
        '大型活动安全许可规程',
      ],
      ...['保安服务监督管理办法', '交通违法举报奖励办法'],
    ],
  },
  decisions: [
    {
      kind: 'licensing',
      word: '许',
      perYear: 165,
      subjects: [
        '旅馆业特种行业许可',
        '大型群众性活动安全许可',
        '剧毒化学品道路运输通行许可',
        '保安员证核发',
        '焰火燃放许可',
      ],
    },
    {
      kind: 'penalty',
      word: '罚',
      perYear: 210,
      subjects: [
        '未按规定登记住宿人员信息',
        '违规停放机动车',
        '扰乱公共秩序',
        '养犬干扰他人正常生活',
        '违规燃放烟花爆竹',
      ],
    },
    { kind: 'compulsion', word: '强', perYear: 45, subjects: ['扣留机动车', '扣押涉案财物', '强制检测'] },
  ],
  fees: [
    { item: '居民身份证工本费', perYear: 90, price: 20, most: 30 },
    { item: '机动车号牌工本费', perYear: 72, price: 100, most: 20 },
    { item: '出入境证件工本费', perYear: 54, price: 60, most: 25 },
  ],
  channels: [
    { kind: 'website', name: '示例市公安局网站', perYear: 102 },
    { kind: 'wechat', name: '平安示例', perYear: 228 },
    { kind: 'weibo', name: '示例公安在线', perYear: 144 },
    { kind: 'app', name: '示例公安服务', perYear: 80 },
  ],
  topics: [
    ...[
      '反诈宣传',
      '道路交通安全',
      '户政服务',
      '出入境办证',
      '电动自行车上牌',
      '校园周边治安',
      '夜间巡逻防控',
      '禁毒宣传',
    ],
    ...[
      '停车秩序整治',
      '警营开放日',
      '大型活动安保',
      '失物招领服务',
      '车驾管业务',
      '社区警务',
      '防范网络谣言',
      '居住证办理',
    ],
  ],
}
