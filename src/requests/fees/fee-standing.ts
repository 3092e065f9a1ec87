/** How a fee stands, in the order in which it may. */
export const feeStandings = [
  { id: 'undelivered', label: '待登记送达' },
  { id: 'awaited', label: '待缴费' },
  { id: 'lapsed', label: '逾期未缴' },
  { id: 'paid', label: '已缴费' },
  { id: 'refunded', label: '已退费' },
  { id: 'waived', label: '已免收' },
  { id: 'ended', label: '未缴，申请已办结' },
] as const
export const feeStandingIds = feeStandings.map(({ id }) => id)
export type FeeStanding = (typeof feeStandings)[number]['id']

export const feeStandingLabel = (id: FeeStanding): string => feeStandings.find((each) => each.id === id)?.label ?? id
