import { type Validity, validityLabel } from '../../../law/validity.ts'
import { type Mark, StateMark } from '../../states/state-mark.tsx'

const marks: Readonly<Record<Validity, Mark>> = {
  inForce: ['done', 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Zm3.1 3.7L7 9.6 4.9 7.5 3.8 8.6 7 11.8l5.2-5.2Z'],
  notYetEffective: ['underWay', 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm0 1.6v7.8a3.9 3.9 0 0 0 0-7.8Z'],
  repealed: ['quiet', 'M3.6 2.5 8 6.9l4.4-4.4 1.1 1.1L9.1 8l4.4 4.4-1.1 1.1L8 9.1l-4.4 4.4-1.1-1.1L6.9 8 2.5 3.6Z'],
  expired: ['soon', 'M8 1.6 14.4 8 8 14.4 1.6 8Zm0 2.3L3.9 8 8 12.1 12.1 8Z'],
}

/** How a document stands on that day. */
export function StandingMark({ standing }: { standing: Validity | null }) {
  if (!standing) return <span className="quiet">当日尚未制发</span>
  return <StateMark mark={marks[standing]} label={validityLabel(standing)} />
}
