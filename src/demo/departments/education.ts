import type { Profile } from '../profile.ts'

export const education: Profile = {
  slug: 'shili-jyj',
  name: '示例市教育局',
  shortName: '示教',
  spokenName: '市教育局',
  requests: {
    perYear: 46,
    outcomes: { 'denied.internalAffairs': 3, 'unableToProvide.needsCreation': 5, 'notProcessed.confirmOrReissue': 1.5 },
    subjects: [
      ...['义务教育学校学区划分文件', '民办学校年度检查结论', '校外培训机构审批信息', '教师招聘岗位计划'],
      ...['新建学校建设规划', '学校食堂大宗食材采购结果', '中考录取政策文件', '教育经费执行情况'],
      ...['普惠性幼儿园认定名单', '课后服务收费文件', '校园修缮工程合同', '学生资助政策和经费使用情况'],
    ],
  },
  documents: {
    stock: 8,
    perYear: 2,
    titles: [
      ...['义务教育阶段学校招生办法', '普惠性民办幼儿园认定管理办法', '校外培训机构设置标准', '中小学课后服务管理办法'],
      ...[
        '中小学教师交流轮岗办法',
        '学生资助资金管理细则',
        '幼儿园收费管理办法',
        '学校食堂管理办法',
        '校车安全管理细则',
      ],
      ...['民办学校分类管理办法', '普通高中招生办法', '中小学校服管理办法', '研学实践活动管理办法'],
    ],
  },
  decisions: [
    {
      kind: 'licensing',
      word: '许',
      perYear: 120,
      subjects: ['教师资格认定', '民办学校设立审批', '校车使用许可', '民办学校变更审批'],
    },
    { kind: 'penalty', word: '罚', perYear: 12, subjects: ['擅自举办校外培训机构', '违规开展学科类培训'] },
  ],
  fees: [
    { item: '普通话水平测试费', perYear: 36, price: 25, most: 40 },
    { item: '教师资格考试考务费', perYear: 48, price: 70, most: 60 },
  ],
  channels: [
    { kind: 'website', name: '示例市教育局网站', perYear: 108 },
    { kind: 'wechat', name: '示例教育', perYear: 174 },
    { kind: 'board', name: '示例市教育局公告栏', perYear: 80 },
  ],
  topics: [
    ...['义务教育招生', '普通高中招生', '课后服务', '校园安全', '学生资助', '教师招聘', '教师资格认定', '学前教育普及'],
    ...[
      '校外培训治理',
      '心理健康教育',
      '劳动教育',
      '校园食品安全',
      '体育美育',
      '职业教育发展',
      '特殊教育',
      '考试服务保障',
    ],
  ],
}
