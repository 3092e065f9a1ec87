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
