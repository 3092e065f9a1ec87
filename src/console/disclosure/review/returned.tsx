import type { RecordView } from '../../../disclosure/record-view.ts'
import { SentBack } from '../../review/sent-back.tsx'
import { officeTime } from '../../words.ts'
import { Place } from '../place.tsx'
import { pinnedNow } from './pinned.ts'

/** Who sent it back, why, at which words, and how they might read. */
export function Returned({ view }: { view: RecordView }) {
  const { sentBack } = view
  if (!sentBack) return null
  const { by, standsInFor, at, to, reason, note, suggested, quoted } = sentBack
  const pinned = pinnedNow(view)
  return (
    <SentBack
      by={by.name}
      standsInFor={standsInFor?.name ?? null}
      when={officeTime(at)}
      to={to}
      category={reason}
      note={note}
      suggested={suggested}
    >
      {quoted ? (
        <p>
          针对：<q>{quoted.slice(0, 120)}</q>{' '}
          {pinned === null ? null : <Place place={`text:${pinned}`}>看这一段（第{pinned + 1}段）</Place>}
        </p>
      ) : null}
    </SentBack>
  )
}
