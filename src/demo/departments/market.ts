import type { Profile } from '../profile.ts'

export const market: Profile = {
  slug: 'shili-scj',
  name: '示例市市场监督管理局',
  shortName: '示市监',
  spokenName: '市市场监管局',
  requests: {
    perYear: 88,
    outcomes: {
      'denied.enforcementFile': 12,
      'denied.administrativeInquiry': 9,
      'notProcessed.petitionOrComplaint': 16,
      'notProcessed.massiveRepeated': 2,
    },
    subjects: [
      ...['投诉举报处理流程规定', '食品抽检不合格核查处置情况', '行政处罚裁量基准', '特种设备检验报告'],
      ...['食品经营许可审批信息', '企业登记办理规程', '举报奖励发放统计', '计量检定结果', '认证机构检查结论'],
      ...['药品零售企业检查记录', '价格违法案件处理统计', '质量监督抽查结果'],
    ],
  },
  documents: {
    stock: 9,
    perYear: 2,
    titles: [
      ...['市场主体住所登记管理办法', '食品小作坊登记管理办法', '举报奖励实施细则', '轻微违法行为不予处罚清单'],
      ...[
        '特种设备安全管理办法',
        '集贸市场计量管理办法',
        '质量奖评审细则',
        '知识产权质押融资补贴办法',
        '网络餐饮监督办法',
      ],
      ...['药品零售经营管理细则', '行政处罚裁量基准', '信用分级分类监管办法', '标准化资助办法', '明码标价管理办法'],
    ],
  },
  decisions: [
    {
      kind: 'licensing',
      word: '许',
      perYear: 310,
      subjects: ['食品经营许可', '食品生产许可', '特种设备使用登记', '药品零售许可', '计量标准器具核准'],
    },
    {
      kind: 'penalty',
      word: '罚',
      perYear: 230,
      subjects: [
        '经营超过保质期食品',
        '未按规定明码标价',
        '使用未经检验特种设备',
        '发布违法广告',
        '侵犯注册商标专用权',
      ],
    },
    { kind: 'compulsion', word: '强', perYear: 35, subjects: ['查封涉案场所', '扣押涉案物品', '先行登记保存'] },
  ],
  fees: [{ item: '特种设备检验检测费', perYear: 114, price: 260, most: 24 }],
  channels: [
    { kind: 'website', name: '示例市市场监督管理局网站', perYear: 222 },
    { kind: 'wechat', name: '示例市场监管', perYear: 180 },
    { kind: 'weibo', name: '示例消费提示', perYear: 108 },
    { kind: 'board', name: '示例市政务服务大厅公告栏', perYear: 80 },
  ],
  topics: [
    ...[
      '食品安全抽检',
      '特种设备检查',
      '企业登记便利化',
      '消费维权',
      '价格监管',
      '广告监管',
      '知识产权保护',
      '药品安全',
    ],
    ...[
      '质量强市',
      '计量惠民',
      '信用监管',
      '反不正当竞争',
      '网络交易监管',
      '餐饮环节检查',
      '标准化建设',
      '个体工商户服务',
    ],
  ],
}
