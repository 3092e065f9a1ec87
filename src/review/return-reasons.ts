/** Why a matter goes back to its drafter, or to an earlier level. */
export const returnReasons = [
  { id: 'fact', label: '事实、数据有误' },
  { id: 'wording', label: '文字、格式问题' },
  { id: 'policy', label: '与政策、法律不符' },
  { id: 'secrecy', label: '涉密或者不宜公开' },
  { id: 'personalData', label: '含个人信息' },
  { id: 'metadata', label: '栏目、属性等信息有误' },
  { id: 'other', label: '其他' },
] as const

export const returnReasonIds = returnReasons.map(({ id }) => id)

export const returnReasonLabel = (id: string): string => returnReasons.find((each) => each.id === id)?.label ?? id
