import type { FirstStep } from '../organs/first-steps/first-step.ts'
import { listColumns } from './columns/standing.ts'

export const columnStep: FirstStep = {
  id: 'columns',
  title: '栏目的责任科室',
  why: '没有责任科室的栏目，到期没有更新时不知道由谁补上。在“未定责任科室”里可以选中多个，一次定好。',
  path: '/columns',
  by: 'systemAdmin',
  missing: async (tx, { organ }) =>
    (await listColumns(tx, organ.id)).flatMap(({ name, unitId, closedOn }) =>
      unitId === null && closedOn === null ? [`${name}没有定责任科室`] : [],
    ),
}
