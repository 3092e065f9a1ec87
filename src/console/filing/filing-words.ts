import type { FilingItem } from '../../report/filing/filing-view.ts'
import type { Mark } from '../states/state-mark.tsx'

type Standing = Pick<FilingItem, 'status' | 'statusLabel' | 'isLate' | 'isAccepted' | 'filedOn'>

/** How a filing stands, late where the day is over. */
export const standingOf = ({ statusLabel, isLate, filedOn }: Standing): string =>
  isLate ? `${statusLabel}${filedOn ? '（逾期报送）' : '（逾期未报）'}` : statusLabel

/** Colour and sign of it. */
export function markOf({ status, isLate }: Standing): Mark {
  if (status === 'accepted') return ['done', '●']
  if (status === 'excused') return ['quiet', '○']
  if (status === 'filed' || status === 'received') return ['underWay', '◐']
  return isLate ? ['late', '▲'] : status === 'returned' ? ['soon', '◇'] : ['quiet', '◇']
}

/** The views of the office's list. */
export const views = [
  { id: 'all', label: '全部', holds: () => true },
  { id: 'missing', label: '未报', holds: ({ status }: Standing) => status === 'expected' || status === 'withdrawn' },
  { id: 'late', label: '逾期', holds: ({ isLate }: Standing) => isLate },
  { id: 'toDo', label: '待办理', holds: ({ status }: Standing) => status === 'filed' || status === 'received' },
  { id: 'returned', label: '已退回', holds: ({ status }: Standing) => status === 'returned' },
  { id: 'accepted', label: '已通过', holds: ({ isAccepted }: Standing) => isAccepted },
  { id: 'excused', label: '不需报送', holds: ({ status }: Standing) => status === 'excused' },
] as const

export const kindLabels = { government: '下级人民政府', department: '部门', township: '乡镇、街道' } as const
