/** The ways of looking at the requests, in the order in which they are needed. */
export const views = [
  { id: 'queue', label: '待办', empty: '没有待办的申请', hint: '新的申请登记后会出现在这里。' },
  {
    id: 'arrived',
    label: '待确认收到',
    empty: '没有等待确认的申请',
    hint: '平常信函、传真和网上的申请要与申请人确认收到之日。',
  },
  {
    id: 'approving',
    label: '审批中',
    empty: '没有正在审批的答复',
    hint: '拟好答复并提交后，会按机关设定的层级送审；等待确认的更正也列在这里。',
  },
  { id: 'concluded', label: '已办结', empty: '还没有办结的申请', hint: '' },
  { id: 'all', label: '全部', empty: '还没有申请', hint: '' },
] as const
