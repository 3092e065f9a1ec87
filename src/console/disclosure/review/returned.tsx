import { Alert } from 'antd'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { levelLabel } from '../../../review/level.ts'
import { returnReasonLabel } from '../../../review/return-reasons.ts'
import { officeTime } from '../../words.ts'
import { Place } from '../place.tsx'

/** Where in the text that now stands the paragraph is to which a return was pinned. */
export function pinnedNow({ sentBack, paragraphs }: Pick<RecordView, 'sentBack' | 'paragraphs'>): number | null {
  if (!sentBack || sentBack.paragraph === null) return null
  const { paragraph, quoted } = sentBack
  const moved = paragraphs.findIndex((words) => quoted !== '' && words.slice(0, quoted.length) === quoted)
  return moved >= 0 ? moved : paragraph < paragraphs.length ? paragraph : null
}

/** Who sent it back, why, and at which words. */
export function Returned({ view }: { view: RecordView }) {
  const { sentBack } = view
  if (!sentBack) return null
  const at = pinnedNow(view)
  const to = sentBack.to === 'drafting' ? '拟稿' : levelLabel(sentBack.to)
  const reason = returnReasonLabel(sentBack.reason)
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={`${sentBack.by.name}${sentBack.standsInFor ? `（代${sentBack.standsInFor.name}）` : ''}于 ${officeTime(sentBack.at)} 退回到${to}：${reason}`}
      description={
        <>
          <p className="return-note">{sentBack.note}</p>
          {sentBack.quoted ? (
            <p>
              针对：<q>{sentBack.quoted.slice(0, 120)}</q>{' '}
              {at === null ? null : <Place place={`text:${at}`}>看这一段（第{at + 1}段）</Place>}
            </p>
          ) : null}
        </>
      }
    />
  )
}
