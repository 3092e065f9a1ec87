import type { Profile } from '../profile.ts'

export const land: Profile = {
  slug: 'shili-zgj',
  name: '示例市自然资源和规划局',
  shortName: '示自然资',
  spokenName: '市自然资源和规划局',
  requests: {
    perYear: 134,
    outcomes: {
      'denied.administrativeInquiry': 10,
      'denied.stateSecret': 1.5,
      'notProcessed.massiveRepeated': 2.5,
      'notProcessed.repeat': 5,
      'other.feeUnpaid': 2,
    },
    subjects: [
      ...['征收土地公告和征地批复', '土地勘测定界图', '建设用地规划许可证及附图', '建设工程规划许可证及总平面图'],
      ...['控制性详细规划图则', '征地补偿安置方案', '国有建设用地使用权出让合同', '不动产登记办理规程'],
      ...['违法建设认定意见', '规划条件变更论证材料', '土地利用总体规划图', '采矿权设置方案', '测绘成果验收结论'],
      ...['耕地占补平衡方案', '一书四方案', '规划核实合格证'],
    ],
  },
  documents: {
    stock: 11,
    perYear: 3,
    titles: [
      ...[
        '征地补偿安置实施细则',
        '建设工程规划核实办法',
        '临时用地管理办法',
        '设施农业用地管理办法',
        '控制性详细规划编制规程',
      ],
      ...['土地储备管理细则', '存量工业用地盘活办法', '测绘成果管理办法', '不动产登记实施细则', '地质灾害防治办法'],
      ...['建筑面积计算规则', '城市设计管理办法', '规划公示管理办法', '矿山生态修复管理办法', '闲置土地处置办法'],
      ...['土地竞买诚信管理办法', '农村建房规划许可规程'],
    ],
  },
  decisions: [
    {
      kind: 'licensing',
      word: '许',
      perYear: 240,
      subjects: ['建设用地规划许可', '建设工程规划许可', '乡村建设规划许可', '临时用地审批', '建设项目用地预审与选址'],
    },
    { kind: 'penalty', word: '罚', perYear: 38, subjects: ['非法占用土地', '未取得规划许可进行建设', '无证采矿'] },
    { kind: 'compulsion', word: '强', perYear: 12, subjects: ['查封违法施工现场', '申请法院强制执行'] },
  ],
  fees: [
    { item: '不动产登记费', perYear: 132, price: 80, most: 60 },
    { item: '耕地开垦费', perYear: 14, price: 26_000, most: 12 },
    { item: '土地复垦费', perYear: 8, price: 18_000, most: 8 },
  ],
  channels: [
    { kind: 'website', name: '示例市自然资源和规划局网站', perYear: 234 },
    { kind: 'wechat', name: '示例自然资源', perYear: 114 },
    { kind: 'board', name: '示例市规划展示馆公示栏', perYear: 80 },
  ],
  topics: [
    ...[
      '国土空间规划',
      '规划方案公示',
      '征地信息公开',
      '土地出让',
      '不动产登记便利化',
      '耕地保护',
      '地质灾害防治',
      '矿山生态修复',
    ],
    ...[
      '批后规划公布',
      '测绘成果应用',
      '违法用地整治',
      '建设用地审批',
      '交房即交证',
      '村庄规划',
      '存量用地盘活',
      '自然资源调查',
    ],
  ],
}
