import type { SecrecyOpinion } from '../../../disclosure/edition-event.ts'

export const secrecyLabels: Readonly<Record<SecrecyOpinion['opinion'], string>> = {
  mayPublish: '可以公开',
  mayNotPublish: '不得公开',
  refer: '不能确定，报有关主管部门或者保密行政管理部门确定',
}
