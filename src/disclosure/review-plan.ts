import { chosenPlan, type ReviewPlan } from '../review/plan.ts'
import { recordTypeIds } from './record-type.ts'

/** A plan as an organ may choose it for what it publishes: types that there are. */
export const ChosenPlan = chosenPlan(recordTypeIds, '没有这种信息类型')

/** Where the organ has set nothing: head of the unit, head of the work body, leader in charge (三审). */
export const defaultPlan: ReviewPlan = {
  levels: [
    {
      id: 'firstReview',
      role: 'unitHead',
      ownUnit: true,
      days: 2,
      checklist: ['事实、数据、人名地名准确', '没有错别字和病句', '不含个人隐私和敏感信息'],
    },
    {
      id: 'secondReview',
      role: 'ogiHead',
      ownUnit: false,
      days: 2,
      checklist: ['内容完整、格式规范', '政策表述与依据一致', '公开属性和栏目正确'],
    },
    {
      id: 'finalReview',
      role: 'leader',
      ownUnit: false,
      days: 2,
      checklist: ['导向正确、内容合法', '可以公开，无保密和安全风险'],
    },
  ],
  byType: {},
}
