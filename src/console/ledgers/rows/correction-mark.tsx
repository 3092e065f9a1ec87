import { type CorrectionState, type CorrectionView, correctionStates } from '../../../ledgers/rows/correction.ts'
import { type Mark, StateMark } from '../../states/state-mark.tsx'
import { officeTime } from '../../words.ts'
import { CorrectionWaits } from './waiting.tsx'

const marks: Readonly<Record<Exclude<CorrectionState, 'waiting'>, Mark>> = {
  done: ['done', 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Zm3.1 3.7L7 9.6 4.9 7.5 3.8 8.6 7 11.8l5.2-5.2Z'],
  declined: ['quiet', 'M3.6 2.5 8 6.9l4.4-4.4 1.1 1.1L9.1 8l4.4 4.4-1.1 1.1L8 9.1l-4.4 4.4-1.1-1.1L6.9 8 2.5 3.6Z'],
  takenBack: ['quiet', 'M6.5 3v2.5H10a3.5 3.5 0 0 1 0 7H4.5V11H10a2 2 0 0 0 0-4H6.5v2.5L2.5 6.2Z'],
}

const labelOf = (state: CorrectionState): string => correctionStates.find(({ id }) => id === state)?.label ?? state

/** How a correction stands, with who decided and when. */
export function CorrectionMark({ correction }: { correction: CorrectionView<string> }) {
  const { state, act, decidedAt, decidedName, decisionReason, needsSecond } = correction
  if (state === 'waiting') return <CorrectionWaits />
  const label = state === 'declined' && act === 'remove' ? '不予撤销' : labelOf(state)
  return (
    <span className="stacked">
      <StateMark mark={marks[state]} label={label} />
      <span className="quiet">
        {needsSecond ? `${decidedName} ` : ''}
        {decidedAt ? officeTime(decidedAt) : ''}
        {decisionReason ? `：${decisionReason}` : ''}
      </span>
    </span>
  )
}
