import { z } from 'zod'
import type { DeadlineId } from '../law/deadlines.ts'
import type { genres } from '../law/genres.ts'

/** A piece of metadata that only some types have. */
export interface ExtraField {
  readonly id: string
  readonly label: string
  readonly kind: 'text' | 'date'
  readonly required: boolean
}

export interface RecordType {
  readonly id: string
  readonly label: string
  /** 体裁 that the form begins with. */
  readonly genre: (typeof genres)[number]
  /** The column in which such records stand unless the drafter says otherwise. */
  readonly columnId: string
  /** The item of art. 20 that it serves; null where it depends. */
  readonly art20Item: number | null
  /** Which of the common fields must be filled in. */
  readonly needs: readonly ('documentNumber' | 'effectiveFrom' | 'summary' | 'interprets' | 'sourceName')[]
  readonly fields: readonly ExtraField[]
  /** How soon it must stand in public, counted from `madeOn`, or from the day in this field where the law says so. */
  readonly deadline: DeadlineId
  readonly countedFrom?: string
  /** Its publication calls for an interpretation (国办发〔2016〕80号, 政策文件与解读同步). */
  readonly callsForInterpretation?: boolean
  /** Its title names whom it is about: withdrawn, it is called by its type. */
  readonly namesWhom?: boolean
  /** It is kept in the register of rules and normative documents. */
  readonly isNormative?: boolean
}

const text = (id: string, label: string, required = false): ExtraField => ({ id, label, kind: 'text', required })
const date = (id: string, label: string, required = false): ExtraField => ({ id, label, kind: 'date', required })

/** What an organ publishes, by type: fields, duties and clock are data. */
export const recordTypes = [
  {
    id: 'normativeDocument',
    label: '行政规范性文件',
    genre: '通知',
    columnId: 'xzgfxwj',
    art20Item: 1,
    needs: ['documentNumber', 'effectiveFrom'],
    fields: [text('filingNumber', '备案号')],
    deadline: 'proactivePublish',
    callsForInterpretation: true,
    isNormative: true,
  },
  {
    id: 'policyDocument',
    label: '其他政策文件',
    genre: '通知',
    columnId: 'zcwj',
    art20Item: 15,
    needs: ['documentNumber'],
    fields: [],
    deadline: 'proactivePublish',
  },
  {
    id: 'policyInterpretation',
    label: '政策解读',
    genre: '其他',
    columnId: 'zcjd',
    art20Item: 15,
    needs: ['interprets'],
    fields: [text('interpreter', '解读人')],
    deadline: 'proactivePublish',
  },
  {
    id: 'publicConcernResponse',
    label: '回应关切',
    genre: '其他',
    columnId: 'hygq',
    art20Item: 15,
    needs: ['summary'],
    fields: [text('concern', '关切的问题', true)],
    deadline: 'proactivePublish',
  },
  {
    id: 'notice',
    label: '通知公告',
    genre: '公告',
    columnId: 'tzgg',
    art20Item: 15,
    needs: [],
    fields: [],
    deadline: 'proactivePublish',
  },
  {
    id: 'plan',
    label: '规划计划',
    genre: '通知',
    columnId: 'ghjh',
    art20Item: 3,
    needs: [],
    fields: [text('period', '规划期')],
    deadline: 'proactivePublish',
  },
  {
    id: 'statistics',
    label: '统计信息',
    genre: '公报',
    columnId: 'tjxx',
    art20Item: 4,
    needs: [],
    fields: [text('period', '统计期', true)],
    deadline: 'proactivePublish',
  },
  {
    id: 'budget',
    label: '财政预算、决算',
    genre: '其他',
    columnId: 'czyjs',
    art20Item: 7,
    needs: [],
    fields: [text('fiscalYear', '预算年度', true), date('approvedOn', '批复日期', true)],
    deadline: 'departmentBudgetPublish',
    countedFrom: 'approvedOn',
  },
  {
    id: 'feeItems',
    label: '行政事业性收费',
    genre: '其他',
    columnId: 'sfxm',
    art20Item: 8,
    needs: [],
    fields: [text('basis', '收费依据', true), text('standard', '收费标准', true)],
    deadline: 'proactivePublish',
  },
  {
    id: 'procurement',
    label: '政府采购',
    genre: '公告',
    columnId: 'zfcg',
    art20Item: 9,
    needs: [],
    fields: [],
    deadline: 'procurementResult',
  },
  {
    id: 'personnel',
    label: '人事信息、公务员招考',
    genre: '公告',
    columnId: 'rsxx',
    art20Item: 14,
    needs: [],
    fields: [],
    deadline: 'proactivePublish',
  },
  {
    id: 'licenceDecision',
    label: '行政许可决定',
    genre: '决定',
    columnId: 'xzxk',
    art20Item: 5,
    needs: ['documentNumber'],
    fields: [text('counterparty', '行政相对人', true), date('decidedOn', '决定日期', true)],
    deadline: 'dualPublicity',
    countedFrom: 'decidedOn',
    namesWhom: true,
  },
  {
    id: 'penaltyDecision',
    label: '行政处罚决定',
    genre: '决定',
    columnId: 'xzcf',
    art20Item: 6,
    needs: ['documentNumber'],
    fields: [
      text('counterparty', '行政相对人', true),
      text('violation', '违法行为', true),
      text('basis', '处罚依据', true),
      date('decidedOn', '决定日期', true),
    ],
    deadline: 'dualPublicity',
    countedFrom: 'decidedOn',
    namesWhom: true,
  },
  {
    id: 'inspection',
    label: '监督检查情况',
    genre: '通报',
    columnId: 'jdjc',
    art20Item: 13,
    needs: [],
    fields: [],
    deadline: 'proactivePublish',
  },
  {
    id: 'emergency',
    label: '应急预案、预警和应对',
    genre: '通知',
    columnId: 'yjgl',
    art20Item: 12,
    needs: [],
    fields: [],
    deadline: 'proactivePublish',
  },
  {
    id: 'leader',
    label: '机构领导',
    genre: '其他',
    columnId: 'jgld',
    art20Item: 2,
    needs: [],
    fields: [text('office', '职务', true), text('duties', '分工')],
    deadline: 'proactivePublish',
  },
  {
    id: 'organPage',
    label: '机构信息',
    genre: '其他',
    columnId: 'jgzn',
    art20Item: 2,
    needs: [],
    fields: [],
    deadline: 'proactivePublish',
  },
  {
    id: 'institution',
    label: '公开制度',
    genre: '其他',
    columnId: 'zfxxgkzd',
    art20Item: 1,
    needs: [],
    fields: [],
    deadline: 'proactivePublish',
  },
  {
    id: 'news',
    label: '工作动态',
    genre: '其他',
    columnId: 'gzdt',
    art20Item: null,
    needs: [],
    fields: [],
    deadline: 'proactivePublish',
  },
  {
    id: 'repost',
    label: '转载信息',
    genre: '其他',
    columnId: 'gzdt',
    art20Item: null,
    needs: ['sourceName'],
    fields: [],
    deadline: 'proactivePublish',
  },
] as const satisfies readonly RecordType[]

export const recordTypeIds = recordTypes.map(({ id }) => id)
export const RecordTypeId = z.enum(recordTypeIds)
export type RecordTypeId = z.infer<typeof RecordTypeId>

/** The type of that id; a bug when there is none. */
export function recordTypeOf(id: RecordTypeId): RecordType {
  const found = recordTypes.find((type) => type.id === id)
  if (!found) throw new Error(`no record type ${id}`)
  return found
}

const repealable: readonly RecordTypeId[] = ['normativeDocument', 'policyDocument', 'institution']

/** Whether such a record is repealed; others are withdrawn or corrected. */
export const isRepealable = (id: RecordTypeId): boolean => repealable.includes(id)

/** 主题分类 as 中国政府网 has them. */
export const subjectCategories = [
  '国务院组织机构',
  '综合政务',
  '国民经济管理、国有资产监管',
  '财政、金融、审计',
  '国土资源、能源',
  '农业、林业、水利',
  '工业、交通',
  '商贸、海关、旅游',
  '市场监管、安全生产监管',
  '城乡建设、环境保护',
  '科技、教育',
  '文化、广电、新闻出版',
  '卫生、体育',
  '人口与计划生育、妇女儿童工作',
  '劳动、人事、监察',
  '公安、安全、司法',
  '民政、扶贫、救灾',
  '民族、宗教',
  '对外事务',
  '港澳台侨工作',
  '国防',
  '其他',
] as const

interface Called {
  readonly title: string
  readonly type: RecordTypeId
  readonly withdrawnAt: Date | null
}

/** What the public is told a record is called: once it is withdrawn, never by whom a licence or penalty was about. */
export function publicTitle({ title, type, withdrawnAt }: Called): string {
  const { namesWhom, label } = recordTypeOf(type)
  return withdrawnAt && namesWhom ? label : title
}
