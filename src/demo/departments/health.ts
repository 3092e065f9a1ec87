import type { Profile } from '../profile.ts'

export const health: Profile = {
  slug: 'shili-wjw',
  name: '示例市卫生健康委员会',
  shortName: '示卫',
  spokenName: '市卫生健康委',
  requests: {
    perYear: 34,
    outcomes: { 'denied.prohibitedByLaw': 2, 'denied.enforcementFile': 4, 'notProcessed.petitionOrComplaint': 8 },
    subjects: [
      ...['医疗机构执业许可信息', '医疗机构校验结论', '公立医院招聘方案', '医疗设备采购项目论证材料'],
      ...['饮用水卫生监测结果', '医疗服务价格调整文件', '计划生育家庭扶助政策', '托育机构备案信息'],
      ...['医疗事故技术鉴定程序规定', '传染病防治经费使用情况', '公共场所卫生监督抽检结果'],
    ],
  },
  documents: {
    stock: 7,
    perYear: 1,
    titles: [
      ...['医疗机构设置规划实施办法', '托育机构备案管理办法', '公共场所卫生量化分级办法', '计划生育家庭扶助办法'],
      ...['家庭医生签约服务办法', '医疗机构不良执业记分办法', '院前急救管理办法', '消毒服务机构管理办法'],
      ...['生活饮用水卫生监督办法', '互联网诊疗管理细则', '中医诊所备案办法'],
    ],
  },
  decisions: [
    {
      kind: 'licensing',
      word: '许',
      perYear: 200,
      subjects: ['医疗机构执业登记', '公共场所卫生许可', '医师执业注册', '护士执业注册', '放射诊疗许可'],
    },
    {
      kind: 'penalty',
      word: '罚',
      perYear: 60,
      subjects: ['未取得公共场所卫生许可', '未按规定处置医疗废物', '超范围开展诊疗活动', '未亮证经营'],
    },
    { kind: 'compulsion', word: '强', perYear: 6, subjects: ['封存可疑物品', '卫生控制措施'] },
  ],
  fees: [{ item: '护士执业资格考试考务费', perYear: 30, price: 50, most: 60 }],
  channels: [
    { kind: 'website', name: '示例市卫生健康委员会网站', perYear: 120 },
    { kind: 'wechat', name: '健康示例', perYear: 216 },
    { kind: 'board', name: '示例市卫生健康委员会公告栏', perYear: 80 },
  ],
  topics: [
    ...[
      '疫苗接种',
      '基本公共卫生服务',
      '家庭医生签约',
      '医疗机构校验',
      '传染病预防',
      '托育服务',
      '无偿献血',
      '卫生监督检查',
    ],
    ...['中医药服务', '妇幼健康', '职业病防治', '健康科普', '医疗质量提升', '急救能力建设', '老年健康', '爱国卫生运动'],
  ],
}
