import type { Profile } from '../profile.ts'

export const development: Profile = {
  slug: 'shili-fgj',
  name: '示例市发展和改革局',
  shortName: '示发改',
  spokenName: '市发展改革局',
  requests: {
    perYear: 58,
    outcomes: { 'denied.threeSecuritiesOneStability': 1.2, 'denied.thirdPartyRights': 4 },
    subjects: [
      ...['改造项目可行性研究报告批复', '道路工程立项批复', '政府投资项目概算批复', '企业投资项目备案信息'],
      ...['供水价格成本监审报告', '停车收费标准批复', '固定资产投资项目节能审查意见', '充电设施布局规划'],
      ...['重大项目社会稳定风险评估情况', '物业服务收费政府指导价文件', '污水处理厂特许经营批复', '供热价格听证材料'],
    ],
  },
  documents: {
    stock: 9,
    perYear: 2,
    titles: [
      ...['政府定价经营服务性收费目录', '机动车停放服务收费标准', '普通住宅物业服务等级收费标准', '粮食应急保障办法'],
      ...['企业投资项目备案管理细则', '居民阶梯水价实施办法', '公共充电设施建设运营补贴办法', '信用修复工作规程'],
      ...[
        '节能审查实施细则',
        '平价商店管理办法',
        '政府投资项目代建管理办法',
        '价格临时补贴联动机制',
        '殡葬服务收费管理办法',
      ],
    ],
  },
  decisions: [
    {
      kind: 'licensing',
      word: '许',
      perYear: 66,
      subjects: [
        '固定资产投资项目核准',
        '固定资产投资项目节能审查',
        '政府投资项目可行性研究报告审批',
        '初步设计概算审批',
      ],
    },
    { kind: 'penalty', word: '罚', perYear: 7, subjects: ['未按规定进行节能审查', '粮食收购未按规定备案'] },
  ],
  fees: [],
  channels: [
    { kind: 'website', name: '示例市发展和改革局网站', perYear: 126 },
    { kind: 'wechat', name: '示例发改', perYear: 99 },
    { kind: 'board', name: '示例市发展和改革局公示栏', perYear: 80 },
  ],
  topics: [
    ...['重点项目建设', '价格监测', '粮食收购', '能源保供', '充电设施建设', '营商环境评价', '信用体系建设', '节能降碳'],
    ...['经济运行分析', '民营经济发展', '停车收费政策', '水价调整', '项目审批', '以工代赈', '县域经济发展', '物资储备'],
  ],
}
