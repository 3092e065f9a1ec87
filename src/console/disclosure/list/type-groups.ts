import type { RecordTypeId } from '../../../disclosure/record-type.ts'

interface TypeChoice {
  readonly type: RecordTypeId
  readonly says: string
}

/** What can be published, by kinds of work, each type in a sentence. */
export const typeGroups: readonly { readonly label: string; readonly types: readonly TypeChoice[] }[] = [
  {
    label: '文件与政策',
    types: [
      { type: 'normativeDocument', says: '涉及公民、法人权利义务，在一定期限内反复适用的文件；登入规范性文件库。' },
      { type: 'policyDocument', says: '不属于规范性文件的通知、意见、方案等政策文件。' },
      { type: 'policyInterpretation', says: '对政策文件的解读，与文件同步办理、互相链接。' },
      { type: 'publicConcernResponse', says: '对社会关切的回应，对不实信息的澄清。' },
      { type: 'institution', says: '本机关的政府信息公开制度。' },
    ],
  },
  {
    label: '日常公开',
    types: [
      { type: 'notice', says: '面向社会的通知、公告、公示。' },
      { type: 'news', says: '本机关的工作情况。' },
      { type: 'repost', says: '上级机关或者权威媒体的信息，注明来源后转载。' },
      { type: 'plan', says: '发展规划、专项规划、年度计划。' },
      { type: 'statistics', says: '统计公报、统计数据。' },
      { type: 'inspection', says: '环境、卫生、安全、食品药品、产品质量等监督检查的情况。' },
      { type: 'emergency', says: '应急预案、预警信息和应对情况。' },
    ],
  },
  {
    label: '许可与处罚',
    types: [
      { type: 'licenceDecision', says: '行政许可的结果；作出决定后七个工作日内公开。' },
      { type: 'penaltyDecision', says: '有一定社会影响的处罚决定；作出决定后七个工作日内公开。' },
    ],
  },
  {
    label: '财政与采购',
    types: [
      { type: 'budget', says: '本机关的预算、决算；批复后二十日内公开。' },
      { type: 'feeItems', says: '收费项目及其依据、标准。' },
      { type: 'procurement', says: '采购项目的目录、标准、公告和结果。' },
    ],
  },
  {
    label: '机构与人事',
    types: [
      { type: 'organPage', says: '机关职能、机构设置、办公地址、联系方式。' },
      { type: 'leader', says: '一位负责人的姓名、职务、分工。' },
      { type: 'personnel', says: '人事任免，公务员招考的职位、条件和录用结果。' },
    ],
  },
]
