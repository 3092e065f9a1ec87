import type { Profile } from '../profile.ts'

export const labour: Profile = {
  slug: 'shili-rsj',
  name: '示例市人力资源和社会保障局',
  shortName: '示人社',
  spokenName: '市人社局',
  requests: {
    perYear: 66,
    outcomes: { 'denied.administrativeInquiry': 6, 'denied.enforcementFile': 4, 'notProcessed.repeat': 4 },
    subjects: [
      ...[
        '企业职工提前退休审批政策',
        '工伤认定办理规程',
        '事业单位公开招聘面试方案',
        '被征地农民参保政策和资金到位情况',
      ],
      ...['劳动能力鉴定工作规定', '职称评审通过人员名单', '欠薪案件查处统计', '失业保险待遇文件'],
      ...['特殊工种岗位目录', '公益性岗位开发计划', '劳务派遣单位名录', '企业工资指导线'],
    ],
  },
  documents: {
    stock: 10,
    perYear: 3,
    titles: [
      ...[
        '工伤认定工作规程',
        '被征地农民养老保险实施办法',
        '职业技能提升补贴办法',
        '创业担保贷款贴息办法',
        '公益性岗位管理办法',
      ],
      ...['事业单位公开招聘实施细则', '劳动保障守法诚信等级评价办法', '高层次人才认定办法', '就业见习管理办法'],
      ...['劳动争议调解规程', '农民工工资保证金管理办法', '零工市场管理办法', '职称评审管理办法', '一次性创业补贴办法'],
      ...['技能大师工作室管理办法', '人力资源服务产业园管理办法'],
    ],
  },
  decisions: [
    {
      kind: 'licensing',
      word: '许',
      perYear: 75,
      subjects: ['人力资源服务许可', '劳务派遣经营许可', '特殊工时制度审批', '民办职业培训学校设立审批'],
    },
    {
      kind: 'penalty',
      word: '罚',
      perYear: 32,
      subjects: ['拖欠农民工工资', '未按规定缴存工资保证金', '非法职业中介'],
    },
    { kind: 'compulsion', word: '强', perYear: 8, subjects: ['加收滞纳金', '申请法院强制执行'] },
  ],
  fees: [
    { item: '专业技术人员职业资格考试考务费', perYear: 48, price: 61, most: 90 },
    { item: '职业技能鉴定费', perYear: 36, price: 130, most: 40 },
  ],
  channels: [
    { kind: 'website', name: '示例市人力资源和社会保障局网站', perYear: 144 },
    { kind: 'wechat', name: '示例人社', perYear: 186 },
    { kind: 'app', name: '示例人社通', perYear: 80 },
  ],
  topics: [
    ...['稳岗返还', '就业招聘', '社会保险缴费', '工伤认定', '职业技能培训', '创业扶持', '根治欠薪', '社保卡服务'],
    ...[
      '事业单位公开招聘',
      '职称评审',
      '高校毕业生就业',
      '灵活就业参保',
      '劳动关系协调',
      '养老金调整',
      '技能大赛',
      '人才引进',
    ],
  ],
}
