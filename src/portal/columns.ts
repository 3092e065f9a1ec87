import type { ColumnTags } from './page-tags.tsx'

/** The standard columns of an organ's platform (国办公开办函〔2019〕61号) that exist so far. */
export const platform = (organ: string): ColumnTags => ({
  name: '政府信息公开',
  description: `${organ}政府信息公开平台，集中公开本机关法定主动公开的政府信息`,
  keywords: `政府信息公开,${organ}`,
  type: '信息公开',
})

export const annualReports = (organ: string): ColumnTags => ({
  name: '政府信息公开年报',
  description: `${organ}历年政府信息公开工作年度报告`,
  keywords: `政府信息公开年报,政府信息公开工作年度报告,${organ}`,
  type: '信息公开',
})

export const onRequest = (organ: string): ColumnTags => ({
  name: '依申请公开',
  description: `向${organ}申请公开政府信息：申请渠道、办理期限、在线申请和进度查询`,
  keywords: `依申请公开,政府信息公开申请,${organ}`,
  type: '信息公开',
})

export const guide = (organ: string): ColumnTags => ({
  name: '政府信息公开指南',
  description: `${organ}政府信息的分类、编排体系、获取方式，政府信息公开工作机构的联系方式`,
  keywords: `政府信息公开指南,${organ}`,
  type: '信息公开',
})

export const catalogue = (organ: string): ColumnTags => ({
  name: '公开事项目录',
  description: `${organ}公开事项的内容、依据、时限、主体、渠道、对象和方式`,
  keywords: `公开事项目录,政府信息公开目录,${organ}`,
  type: '信息公开',
})

export const catalogueOfRecords = (organ: string): ColumnTags => ({
  name: '政府信息公开目录',
  description: `${organ}已公开的政府信息：索引、名称、内容概述、生成日期`,
  keywords: `政府信息公开目录,索引号,${organ}`,
  type: '信息公开',
})
