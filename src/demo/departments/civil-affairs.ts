import type { Profile } from '../profile.ts'

export const civilAffairs: Profile = {
  slug: 'shili-mzj',
  name: '示例市民政局',
  shortName: '示民',
  spokenName: '市民政局',
  requests: {
    perYear: 26,
    outcomes: { 'denied.administrativeInquiry': 4, 'unableToProvide.notHeld': 28 },
    subjects: [
      ...['最低生活保障标准调整文件', '养老机构建设补贴发放情况', '社会组织年度检查结论', '地名命名更名批复'],
      ...[
        '殡葬服务设施规划',
        '福利彩票公益金使用情况',
        '村务公开检查结果',
        '慈善组织登记信息',
        '残疾人两项补贴政策文件',
      ],
    ],
  },
  documents: {
    stock: 8,
    perYear: 1,
    titles: [
      ...[
        '最低生活保障审核确认办法',
        '临时救助实施办法',
        '特困人员供养实施细则',
        '养老机构等级评定办法',
        '社会组织管理办法',
      ],
      ...[
        '居家养老服务补贴办法',
        '流浪乞讨人员救助管理办法',
        '慈善信托备案办法',
        '殡葬惠民补助办法',
        '地名标志管理办法',
      ],
      ...['困境儿童保障办法', '社区工作者管理办法'],
    ],
  },
  decisions: [
    {
      kind: 'licensing',
      word: '许',
      perYear: 48,
      subjects: ['社会团体成立登记', '民办非企业单位变更登记', '基金会章程核准', '建设殡葬设施审批'],
    },
    { kind: 'penalty', word: '罚', perYear: 18, subjects: ['社会组织未按规定接受年度检查', '擅自设立殡葬设施'] },
  ],
  fees: [],
  channels: [
    { kind: 'website', name: '示例市民政局网站', perYear: 80 },
    { kind: 'wechat', name: '示例民政', perYear: 90 },
    { kind: 'board', name: '示例市民政局公示栏', perYear: 80 },
  ],
  topics: [
    ...['最低生活保障', '养老服务', '儿童关爱', '婚姻登记', '社会组织管理', '慈善事业', '殡葬惠民', '地名管理'],
    ...[
      '社区治理',
      '临时救助',
      '残疾人补贴',
      '社会工作服务',
      '居家适老化改造',
      '福利彩票公益金',
      '助餐服务',
      '文明祭扫',
    ],
  ],
}
