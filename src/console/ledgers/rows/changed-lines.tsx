import type { CorrectionView } from '../../../ledgers/rows/correction.ts'
import { CorrectionLines } from '../../requests/case/correction-lines.tsx'

/** What a correction changes; of a removal what the row said. */
export function ChangedLines({ correction: { act, lines } }: { correction: CorrectionView<string> }) {
  if (act === 'correct') return <CorrectionLines lines={lines} />
  return (
    <div className="correction-lines">
      <strong>撤销登记</strong>
      {lines.map(({ label, from }) => (
        <div key={label}>
          <span className="quiet">{label}：</span>
          <del>{from}</del>
        </div>
      ))}
    </div>
  )
}
