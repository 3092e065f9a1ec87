import type { PlainDate } from '../days/plain-date.ts'
import { type InForce, inForceOn } from './in-force.ts'

/** An item of art. 20: every organ discloses it by itself, as far as its duties reach. */
export interface ScopeItem extends InForce {
  readonly item: number
  readonly content: string
}

const contents = [
  '行政法规、规章和规范性文件',
  '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
  '国民经济和社会发展规划、专项规划、区域规划及相关政策',
  '国民经济和社会发展统计信息',
  '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果',
  '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定',
  '财政预算、决算信息',
  '行政事业性收费项目及其依据、标准',
  '政府集中采购项目的目录、标准及实施情况',
  '重大建设项目的批准和实施情况',
  '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况',
  '突发公共事件的应急预案、预警信息及应对情况',
  '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况',
  '公务员招考的职位、名额、报考条件等事项以及录用结果',
  '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息',
] as const

export const art20Items: readonly ScopeItem[] = contents.map((content, index) => ({
  item: index + 1,
  content,
  from: '2019-05-15',
  to: null,
}))

export type AdministrativeLevel = 'stateCouncil' | 'province' | 'city' | 'county' | 'township'

/** Art. 21: what the lower levels disclose beside art. 20. */
export interface ScopeAddition extends InForce {
  readonly levels: readonly AdministrativeLevel[]
  readonly matters: readonly string[]
}

export const art21Additions: readonly ScopeAddition[] = [
  {
    levels: ['city', 'county'],
    matters: ['市政建设', '公共服务', '公益事业', '土地征收', '房屋征收', '治安管理', '社会救助'],
    from: '2019-05-15',
    to: null,
  },
  {
    levels: ['township'],
    matters: [
      '贯彻落实农业农村工作政策',
      '农田水利工程建设运营',
      '农村土地承包经营权流转',
      '宅基地使用情况审核',
      '土地征收',
      '房屋征收',
      '筹资筹劳',
      '社会救助',
    ],
    from: '2019-05-15',
    to: null,
  },
]

/** What an organ of this level had to disclose by itself on `day`: art. 20, and its additions under art. 21. */
export const scopeOf = (level: AdministrativeLevel, day: PlainDate): { items: ScopeItem[]; additions: string[] } => ({
  items: art20Items.filter((item) => inForceOn(item, day)),
  additions: art21Additions
    .filter((addition) => addition.levels.includes(level) && inForceOn(addition, day))
    .flatMap(({ matters }) => matters),
})
