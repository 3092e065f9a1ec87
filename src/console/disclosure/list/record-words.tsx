import { Tag } from 'antd'
import { actLabels } from '../../../disclosure/content.ts'
import { isWithdrawn } from '../../../disclosure/edition.ts'
import type { RecordItem } from '../../../disclosure/record-view.ts'
import { officeTime } from '../../words.ts'

export const titleOf = ({ title }: { readonly title: string }): string => title.trim() || '（还没有标题）'

/** Its type and its column, which often share a name. */
export const kindOf = ({ typeLabel, columnName }: Pick<RecordItem, 'typeLabel' | 'columnName'>): string =>
  columnName && columnName !== typeLabel ? `${typeLabel} · ${columnName}` : typeLabel

/** What an edition does, unless it simply publishes. */
export function ActTags({
  item: { act, status, isUrgent, isHeld },
}: {
  item: Pick<RecordItem, 'act' | 'status' | 'isUrgent' | 'isHeld'>
}) {
  return (
    <>
      {act === 'publish' || isWithdrawn(status, act) ? null : <Tag>{actLabels[act]}</Tag>}
      {isHeld ? <Tag color="error">■ 定时发布没有进行</Tag> : null}
      {isUrgent ? <Tag color="error">紧急发布</Tag> : null}
    </>
  )
}

/** Whose turn it is, and when it goes out or went out. */
export function TurnWords({ item }: { item: RecordItem }) {
  const { status, turnLabel, isMyTurn, standsInFor, scheduledFor, publishedAt } = item
  const whom = standsInFor ? `代${standsInFor}，${turnLabel}` : turnLabel
  if (isMyTurn && !turnLabel && status === 'live') return <strong data-tone="underWay">轮到您：有效期将满</strong>
  if (scheduledFor) return <span>到时自动发布：{officeTime(scheduledFor)}</span>
  if (turnLabel) return isMyTurn ? <strong data-tone="underWay">轮到您（{whom}）</strong> : <span>{turnLabel}</span>
  return publishedAt ? <span className="quiet">{officeTime(publishedAt)}发布</span> : <span className="quiet">—</span>
}
