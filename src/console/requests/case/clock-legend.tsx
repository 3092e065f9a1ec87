import { chineseDate } from '../../../days/plain-date.ts'
import type { ClockView, StripDay } from '../../../requests/case-view.ts'
import { waitedFor } from '../../../requests/pause.ts'

const kinds: readonly { readonly kind: StripDay['kind']; readonly label: string }[] = [
  { kind: 'counted', label: '计入的工作日' },
  { kind: 'weekend', label: '周末' },
  { kind: 'holiday', label: '放假' },
  { kind: 'makeUpWorkday', label: '调休上班（计入）' },
  { kind: 'localClosure', label: '本地停工' },
  { kind: 'excluded', label: '不计入' },
]

/** What the cells of this strip mean; only what occurs in it. */
export function ClockLegend({ clock }: { clock: ClockView }) {
  const present = new Set(clock.days.map(({ kind }) => kind))
  return (
    <div className="why strip-legend">
      <ul className="facts-line" aria-label="图例">
        {kinds
          .filter(({ kind }) => present.has(kind))
          .map(({ kind, label }) => (
            <li key={kind}>
              <span className="strip-swatch" data-kind={kind} aria-hidden="true" />
              {kind === 'excluded' ? `${waitedFor(clock.excluded)}，${label}` : label}
            </li>
          ))}
      </ul>
      {clock.excluded.length > 0 ? (
        <ul>
          {clock.excluded.map(({ label, from, to }) => (
            <li key={`${label} ${from}`}>
              {label}：{chineseDate(from)}至{chineseDate(to)}不计入
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
