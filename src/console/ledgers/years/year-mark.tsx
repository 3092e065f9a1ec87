import { stateLabels, type YearState } from '../../../ledgers/years/ledger-year.ts'
import { type Mark, StateMark } from '../../states/state-mark.tsx'

const marks: Readonly<Record<YearState, Mark>> = {
  kept: ['done', 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Zm3.1 3.7L7 9.6 4.9 7.5 3.8 8.6 7 11.8l5.2-5.2Z'],
  imported: ['underWay', 'M2.5 3h11v10h-11Zm5 2v3.2H5.4L8 10.8l2.6-2.6H8.5V5Z'],
  confirmed: ['underWay', 'M8 1.6 14.4 8 8 14.4 1.6 8Zm2.4 4.1L7.2 8.9 5.6 7.3l-1 1 2.6 2.6 4.2-4.2Z'],
  notKept: ['late', 'M8 2 14.5 13.5h-13Zm-.8 4v4h1.6V6Zm0 4.8v1.5h1.6v-1.5Z'],
}

/** What is known of a ledger in a year. */
export function YearMark({ state, rows }: { state: YearState; rows: number }) {
  const label = state === 'confirmed' ? (rows === 0 ? '已确认为零' : '已确认没有遗漏') : stateLabels[state]
  return <StateMark mark={marks[state]} label={label} />
}
