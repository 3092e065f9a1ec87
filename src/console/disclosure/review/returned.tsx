import { Alert } from 'antd'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { SentBack } from '../../review/sent-back.tsx'
import { officeTime } from '../../words.ts'
import { OpenComments } from '../comments/comments-panel.tsx'
import { Place } from '../place.tsx'
import { afterReturn } from './after-return.ts'
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
      <OpenComments view={view} />
    </SentBack>
  )
}

/** For whoever reviews it again: what was said then, and whether anything became of it. */
export function ReturnedBefore({ view }: { view: RecordView }) {
  const after = afterReturn(view)
  if (!after) return null
  const { last, isSame, isParagraphSame } = after
  const { note, quoted, suggested } = last.data
  const became = isSame ? '重新送审的文本与退回时完全相同，没有任何改动。' : '文本在退回后有改动。'
  const there = isParagraphSame === null ? '' : isParagraphSame ? '这一段没有改动。' : '这一段已经改动。'
  return (
    <Alert
      className="gap-below"
      type={isSame || isParagraphSame ? 'warning' : 'info'}
      showIcon
      title={`${last.actor.name}曾于 ${officeTime(last.at)} 退回。${became}`}
      description={
        <>
          <p className="return-note">{note}</p>
          {quoted ? (
            <p>
              针对：<q>{quoted.slice(0, 120)}</q> {isSame ? '' : there}
            </p>
          ) : null}
          {suggested ? <p>当时建议改为：{suggested}</p> : null}
        </>
      }
    />
  )
}
