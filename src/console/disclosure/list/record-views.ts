/** The ways of looking at the records, in the order in which they are needed. */
export const recordViews = [
  { id: 'mine', label: '待我办理', empty: '没有等您办理的信息', hint: '轮到您拟稿、审核或者发布的信息会出现在这里。' },
  { id: 'open', label: '办理中', empty: '没有正在办理的信息', hint: '拟稿、审核和待发布的信息都在这里。' },
  { id: 'late', label: '超期', empty: '没有超期的信息', hint: '过了发布期限或者审核期限还没有办完的，会列在这里。' },
  { id: 'live', label: '已发布', empty: '还没有发布过信息', hint: '' },
  { id: 'all', label: '全部', empty: '还没有信息', hint: '点“新建”开始拟稿。' },
] as const
