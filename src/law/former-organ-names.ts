interface FormerName {
  readonly name: string
  readonly now: string
  /** When the plan for the reform was published; the new names hold since. */
  readonly since: '2013-03-14' | '2018-03-17' | '2023-03-16'
  /** Characters behind it with which it is something else. */
  readonly notBefore?: string
}

/** 农业部门, 文化部分, 卫生部署 */
const inWords = '门分署队位件'

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
]
