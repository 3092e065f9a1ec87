import { z } from 'zod'

/** Where a request stands. */
export const requestStatuses = [
  { id: 'arrived', label: '待确认收到' },
  { id: 'processing', label: '办理中' },
  { id: 'supplementing', label: '待申请人补正' },
  { id: 'explaining', label: '待申请人说明理由' },
  { id: 'awaitingPayment', label: '待缴费' },
  { id: 'approving', label: '审批中' },
  { id: 'approved', label: '已批准待发出' },
  { id: 'concluded', label: '已办结' },
  { id: 'reanswering', label: '重新答复' },
  { id: 'reapproving', label: '重新答复审批中' },
  { id: 'reapproved', label: '重新答复待发出' },
] as const

export const RequestStatus = z.enum(requestStatuses.map(({ id }) => id))
export type RequestStatus = z.infer<typeof RequestStatus>

/** Its first result stands; it may be answered again meanwhile. */
export const isConcluded = (status: RequestStatus): boolean =>
  status === 'concluded' || status === 'reanswering' || status === 'reapproving' || status === 'reapproved'

export const statusLabel = (status: RequestStatus): string =>
  requestStatuses.find(({ id }) => id === status)?.label ?? status
