/** A column of the platform as the national model has it; an organ may rename, add and close its own below it. */
export interface StandardColumn {
  readonly id: string
  readonly parent: string | null
  readonly name: string
  readonly kind: 'guide' | 'list' | 'reports' | 'requests' | 'library' | 'page'
  /** 范围、内容、形式, as the column says of itself. */
  readonly scope: string
  readonly content: string
  readonly form: string
  /** Longest time without anything new, in calendar days (国办秘函〔2019〕19号); null where nothing is due. */
  readonly updateDays: number | null
  readonly art20Items: readonly number[]
}

const list = (
  id: string,
  parent: string,
  name: string,
  art20Items: readonly number[],
  content: string,
  updateDays: number | null = null,
): StandardColumn => ({
  id,
  parent,
  name,
  kind: 'list',
  scope: '本机关制作或者保存的下列政府信息',
  content,
  form: '网页，可下载',
  updateDays,
  art20Items,
})

const root = (
  id: string,
  name: string,
  kind: StandardColumn['kind'],
  scope: string,
  content: string,
  updateDays: number | null = null,
): StandardColumn => ({
  id,
  parent: null,
  name,
  kind,
  scope,
  content,
  form: '网页，可下载',
  updateDays,
  art20Items: [],
})

/** 机关职能: duties, address, hours and numbers of the organ. */
export const dutiesColumn = 'jgzn'

/** 国办公开办函〔2019〕61号: uniform names and order; below 法定主动公开内容 the items of art. 20. */
export const standardColumns: readonly StandardColumn[] = [
  root(
    'zfxxgkzn',
    '政府信息公开指南',
    'guide',
    '条例第十二条',
    '政府信息的分类、编排体系、获取方式和工作机构的联系方式',
  ),
  root('zfxxgkzd', '政府信息公开制度', 'list', '条例和有关规定', '政府信息公开的法规、规章和本机关制度'),
  root('fdzdgknr', '法定主动公开内容', 'list', '条例第二十条、第二十一条', '应当主动公开的政府信息'),
  root(
    'zfxxgknb',
    '政府信息公开年报',
    'reports',
    '条例第四十九条、第五十条',
    '本机关历年政府信息公开工作年度报告',
    366,
  ),
  root('ysqgk', '依申请公开', 'requests', '条例第二十七条至第四十五条', '申请渠道、在线申请和进度查询'),
  list('jgxx', 'fdzdgknr', '机构信息', [2], '机关职能、机构设置、领导、办公地址、办公时间和联系方式'),
  list('jgld', 'jgxx', '机构领导', [2], '负责人姓名、职务、分工', 366),
  list('jgsz', 'jgxx', '机构设置', [2], '内设机构、直属单位及其职责和联系方式', 366),
  list('jgzn', 'jgxx', '机关职能', [2], '机关职能、办公地址、办公时间、联系方式', 366),
  list('qzqd', 'fdzdgknr', '权责清单', [5, 6], '行政许可、处罚、强制等职权和责任的清单', 366),
  list('lzyj', 'fdzdgknr', '履职依据', [1], '法规、规章、规范性文件和其他政策文件'),
  {
    ...list('xzgfxwj', 'lzyj', '行政规范性文件', [1], '现行有效、废止和失效的行政规范性文件', 180),
    kind: 'library',
  },
  list('zcwj', 'lzyj', '其他政策文件', [11, 15], '其他政策文件', 180),
  list('zcjd', 'fdzdgknr', '政策解读', [15], '对政策文件的解读', 180),
  list('hygq', 'fdzdgknr', '回应关切', [15], '对社会关切的回应和对不实信息的澄清（条例第六条）'),
  list('tzgg', 'fdzdgknr', '通知公告', [15], '面向社会的通知、公告', 180),
  list('gzdt', 'fdzdgknr', '工作动态', [15], '本机关工作情况', 14),
  list('ghjh', 'fdzdgknr', '规划计划', [3], '发展规划、专项规划、年度计划及相关政策', 366),
  list('tjxx', 'fdzdgknr', '统计信息', [4], '国民经济和社会发展统计信息', 366),
  list('xzxk', 'fdzdgknr', '行政许可和对外管理服务', [5], '事项的依据、条件、程序和办理结果'),
  list('xzcf', 'fdzdgknr', '行政处罚和行政强制', [6], '依据、条件、程序和有一定社会影响的处罚决定'),
  list('czyjs', 'fdzdgknr', '财政预算、决算', [7], '本机关预算、决算信息', 366),
  list('sfxm', 'fdzdgknr', '行政事业性收费', [8], '收费项目及其依据、标准', 366),
  list('zfcg', 'fdzdgknr', '政府采购', [9], '集中采购项目的目录、标准及实施情况'),
  list('zdxm', 'fdzdgknr', '重大建设项目', [10], '批准和实施情况'),
  list('zdmy', 'fdzdgknr', '重点民生', [11], '扶贫、教育、医疗、社会保障、促进就业等政策、措施及其实施情况'),
  list('yjgl', 'fdzdgknr', '应急管理', [12], '突发公共事件的应急预案、预警信息及应对情况'),
  list('jdjc', 'fdzdgknr', '监督检查', [13], '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况'),
  list('rsxx', 'fdzdgknr', '人事信息', [14], '公务员招考的职位、名额、报考条件以及录用结果'),
]
