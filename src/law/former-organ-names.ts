interface FormerName {
  readonly name: string
  readonly now: string
  /** When the plan for the reform was published; the new names hold since. */
  readonly since: '2013-03-14' | '2018-03-17' | '2019-03-31' | '2021-02-25' | '2023-03-16'
  /** Characters behind it with which it is something else. */
  readonly notBefore?: string
}

/** 农业部门, 文化部分, 卫生部署 */
const inWords = '门分署队位件'

/** 环保局面, 工商局域网 */
const inPhrases = '面域部限势'

/** Central organs that are called otherwise since the reforms of 2013, 2018 and 2023 (国务院机构改革方案). */
export const formerOrganNames: readonly FormerName[] = [
  { name: '卫生部', now: '国家卫生健康委员会', since: '2013-03-14', notBefore: inWords },
  { name: '铁道部', now: '交通运输部（国家铁路局）', since: '2013-03-14', notBefore: inWords },
  { name: '国家电力监管委员会', now: '国家能源局', since: '2013-03-14' },
  { name: '国家新闻出版总署', now: '国家新闻出版署', since: '2013-03-14' },
  { name: '国家人口和计划生育委员会', now: '国家卫生健康委员会', since: '2013-03-14' },
  { name: '国土资源部', now: '自然资源部', since: '2018-03-17', notBefore: inWords },
  { name: '国家海洋局', now: '自然资源部', since: '2018-03-17' },
  { name: '国家测绘地理信息局', now: '自然资源部', since: '2018-03-17' },
  { name: '环境保护部', now: '生态环境部', since: '2018-03-17', notBefore: inWords },
  { name: '农业部', now: '农业农村部', since: '2018-03-17', notBefore: inWords },
  { name: '文化部', now: '文化和旅游部', since: '2018-03-17', notBefore: inWords },
  { name: '国家旅游局', now: '文化和旅游部', since: '2018-03-17' },
  { name: '国家卫生和计划生育委员会', now: '国家卫生健康委员会', since: '2018-03-17' },
  { name: '国家安全生产监督管理总局', now: '应急管理部', since: '2018-03-17' },
  { name: '国家工商行政管理总局', now: '国家市场监督管理总局', since: '2018-03-17' },
  { name: '国家质量监督检验检疫总局', now: '国家市场监督管理总局', since: '2018-03-17' },
  { name: '国家食品药品监督管理总局', now: '国家市场监督管理总局、国家药品监督管理局', since: '2018-03-17' },
  { name: '国家新闻出版广电总局', now: '国家广播电视总局、国家新闻出版署', since: '2018-03-17' },
  { name: '国务院法制办公室', now: '司法部', since: '2018-03-17' },
  { name: '国家林业局', now: '国家林业和草原局', since: '2018-03-17' },
  { name: '国家粮食局', now: '国家粮食和物资储备局', since: '2018-03-17' },
  { name: '中国银行业监督管理委员会', now: '国家金融监督管理总局', since: '2018-03-17' },
  { name: '中国保险监督管理委员会', now: '国家金融监督管理总局', since: '2018-03-17' },
  { name: '中国银行保险监督管理委员会', now: '国家金融监督管理总局', since: '2023-03-16' },
  { name: '国家乡村振兴局', now: '农业农村部', since: '2023-03-16' },
  // As people shorten them.
  { name: '国家工商总局', now: '国家市场监督管理总局', since: '2018-03-17' },
  { name: '国家质检总局', now: '国家市场监督管理总局', since: '2018-03-17' },
  { name: '国家食药监总局', now: '国家市场监督管理总局、国家药品监督管理局', since: '2018-03-17' },
  { name: '国家安监总局', now: '应急管理部', since: '2018-03-17' },
  { name: '国家卫生计生委', now: '国家卫生健康委员会', since: '2018-03-17' },
  { name: '国家卫计委', now: '国家卫生健康委员会', since: '2018-03-17' },
  { name: '环保部', now: '生态环境部', since: '2018-03-17', notBefore: inWords },
  { name: '银监会', now: '国家金融监督管理总局', since: '2018-03-17' },
  { name: '保监会', now: '国家金融监督管理总局', since: '2018-03-17' },
  { name: '银保监会', now: '国家金融监督管理总局', since: '2023-03-16' },
  { name: '国务院扶贫办', now: '农业农村部', since: '2021-02-25' },
  { name: '国务院扶贫开发领导小组办公室', now: '农业农村部', since: '2021-02-25' },
]

/** Local organs merged or renamed everywhere: 深化党和国家机构改革方案 had it done by the end of March 2019. */
export const formerLocalNames: readonly FormerName[] = [
  ...[
    ['工商行政管理局', '市场监督管理局'],
    ['工商局', '市场监督管理局'],
    ['质量技术监督局', '市场监督管理局'],
    ['质监局', '市场监督管理局'],
    ['食品药品监督管理局', '市场监督管理局'],
    ['食药监局', '市场监督管理局'],
    ['国土资源局', '自然资源局'],
    ['国土局', '自然资源局'],
    ['环境保护局', '生态环境局'],
    ['环保局', '生态环境局'],
    ['安全生产监督管理局', '应急管理局'],
    ['安监局', '应急管理局'],
    ['卫生和计划生育委员会', '卫生健康委员会'],
    ['卫生和计划生育局', '卫生健康局'],
    ['卫计委', '卫生健康委员会'],
    ['卫计局', '卫生健康局'],
    ['地方税务局', '税务局'],
    ['地税局', '税务局'],
    ['国税局', '税务局'],
  ].map(([name = '', now = '']): FormerName => ({ name, now, since: '2019-03-31', notBefore: inPhrases })),
]
