import { daysBetween } from '../../../days/plain-date.ts'
import type { DecisionItem } from '../../../ledgers/decisions/decision-view.ts'
import { useMe } from '../../session/me.ts'
import { shortDay } from '../../words.ts'

type Due = Pick<
  DecisionItem,
  'task' | 'dueOn' | 'isLate' | 'publishedOn' | 'publicity' | 'exemptReason' | 'withdrawnOn' | 'quashedOn' | 'kind'
>

/** The stripe of a row that is late. */
export const dueClass = ({ task, isLate }: Due): string => (task !== null && isLate ? 'due-late' : '')

/** What is to be done with a decision, and by when; or when it was done. */
export function DecisionDue({ decision }: { decision: Due }) {
  const { today } = useMe()
  const { task, dueOn, isLate, publishedOn, publicity, exemptReason, withdrawnOn, quashedOn, kind } = decision
  if (task) {
    const left = dueOn ? daysBetween(today, dueOn) : null
    const word = task === 'withdraw' ? '应撤回' : '应公示'
    return (
      <span className="due-text">
        <span className="due-left" data-tone={isLate ? 'late' : left !== null && left <= 1 ? 'soon' : undefined}>
          {isLate ? '■ 已逾期' : `● ${word}`}
          {dueOn ? <span className="due-day">{shortDay(dueOn, today)}前</span> : null}
        </span>
        {task === 'withdraw' ? (
          <span className="quiet">{quashedOn ? '处罚已被撤销、变更，3个工作日内撤回' : '公示截止期已过'}</span>
        ) : null}
      </span>
    )
  }
  if (withdrawnOn) return <span className="quiet day-text">{withdrawnOn} 已撤回</span>
  if (publishedOn)
    return (
      <span className="stacked">
        <span className="day-text">{publishedOn} 已公示</span>
        {isLate ? <span className="late day-text">■ 逾期（应在{dueOn}前）</span> : null}
      </span>
    )
  if (quashedOn) return <span className="quiet">公示前已被撤销、变更</span>
  if (kind === 'compulsion') return <span className="quiet">只统计，不公示</span>
  return <span className="quiet">{publicity === 'exempt' ? `不公示：${exemptReason}` : '导入，未说明'}</span>
}
