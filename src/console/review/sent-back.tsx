import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { type LevelId, levelLabel } from '../../review/level.ts'
import { returnReasonLabel } from '../../review/return-reasons.ts'

/** Who sent it back and to whom, why, and how it might read instead, in the very words. */
export function SentBack({ what, by, standsInFor, when, to, category, note, suggested, children }: SentBackProps) {
  const where = to === 'drafting' ? '拟稿人' : levelLabel(to)
  const why = category === null ? '' : `：${returnReasonLabel(category)}`
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={`${what ? `${what}已由` : ''}${by}${standsInFor ? `（代${standsInFor}）` : ''}于 ${when} 退回到${where}${why}`}
      description={
        <>
          <p className="return-note">{note}</p>
          {children}
          {suggested ? (
            <figure className="suggested">
              <figcaption>建议改为：</figcaption>
              <blockquote className="typed-words">{suggested}</blockquote>
            </figure>
          ) : null}
        </>
      }
    />
  )
}

interface SentBackProps {
  /** What was sent back, where the page does not say it already. */
  readonly what?: string
  readonly by: string
  readonly standsInFor: string | null
  readonly when: string
  readonly to: LevelId | 'drafting'
  /** Null where no reason was chosen. */
  readonly category: string | null
  readonly note: string
  readonly suggested: string
  readonly children?: ReactNode
}
