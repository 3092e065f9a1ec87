/** The ways of looking at the register of decisions. */
export const decisionViews = [
  { id: 'all', label: '全部', empty: '还没有登记过决定', hint: '点“登记决定”逐件登记，或者点“导入”整批导入。' },
  { id: 'open', label: '待公示', empty: '没有等待公示的决定', hint: '应当公示而尚未公示的许可、处罚决定会列在这里。' },
  {
    id: 'late',
    label: '逾期公示',
    empty: '没有逾期公示的决定',
    hint: '自决定之日起7个工作日内没有公示的，会列在这里。',
  },
  {
    id: 'withdraw',
    label: '待撤回',
    empty: '没有等待撤回的决定',
    hint: '被撤销、变更或者公示期满后仍在公示的，会列在这里。',
  },
] as const
