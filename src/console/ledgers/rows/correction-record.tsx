import type { CorrectionView } from '../../../ledgers/rows/correction.ts'
import { officeTime } from '../../words.ts'
import { ChangedLines } from './changed-lines.tsx'
import { CorrectionMark } from './correction-mark.tsx'
import { reportsWords } from './reports-words.ts'

/** 更正记录: who corrected what, when and why, from what to what. */
export function CorrectionRecord({ corrections }: { corrections: readonly CorrectionView<string>[] }) {
  return (
    <section className="panel" aria-label="更正记录">
      <h2>更正记录</h2>
      {corrections.length === 0 ? <p className="quiet">没有更正、撤销登记的记录。</p> : null}
      <ul className="ruled correction-record">
        {corrections.map((correction) => (
          <li key={correction.id}>
            <div className="facts-line apart">
              <span>
                {officeTime(correction.proposedAt)} {correction.proposedName}
              </span>
              <CorrectionMark correction={correction} />
            </div>
            <ChangedLines correction={correction} />
            <p>理由：{correction.reason}</p>
            {correction.state === 'done' && correction.reports.length > 0 ? (
              <p className="quiet">{reportsWords(correction.reports)}</p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
