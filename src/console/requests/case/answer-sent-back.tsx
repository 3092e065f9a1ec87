import { Alert } from 'antd'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import type { SentBackView } from '../../../requests/sent-back.ts'
import { SentBack } from '../../review/sent-back.tsx'

/** How the answer was last sent back, or why else its draft no longer stands. */
export function AnswerSentBack({ view: { sentBack, returned } }: { view: Pick<CaseView, 'sentBack' | 'returned'> }) {
  if (sentBack && (!returned || returned.reason === sentBack.reason)) return <OnDay sentBack={sentBack} />
  return returned ? (
    <Alert className="gap-below" type="info" showIcon title={`须修改后重新送审：${returned.reason}`} />
  ) : null
}

/** The same of an answer or a letter, by its day. */
export const OnDay = ({ sentBack: { reason, on, ...sentBack }, ...more }: OnDayProps) => (
  <SentBack {...sentBack} {...more} when={chineseDate(on)} note={reason} />
)

interface OnDayProps {
  readonly sentBack: SentBackView
  readonly what?: string
}
