import { Button } from 'antd'
import { findOutcome, type OutcomeId } from '../../../law/outcomes.ts'
import type { Decision, DecisionOption, Question } from '../../../requests/decision.ts'
import { useMe } from '../../session/me.ts'

/** 补不补：申请内容是否明确…… is read as 补不补. */
const shortTitle = ({ title }: Question): string => title.split('：')[0] ?? title

/** The questions answered so far; each can be answered anew. */
export function Way({ way, decision, onReturn }: WayProps) {
  const { today } = useMe()
  return (
    <nav className="way" aria-label="已经回答的问题">
      <ol>
        {way.map(({ question, option }) => (
          <li key={question.id} data-state="answered">
            <span className="strong">{shortTitle(question)}</span>
            <span>{option.label}</span>
            <Button
              type="link"
              size="small"
              onClick={() => onReturn(question.id)}
              aria-label={`重新回答：${shortTitle(question)}`}
            >
              改
            </Button>
          </li>
        ))}
        {'question' in decision ? (
          <li data-state="now" aria-current="step">
            <span className="strong">{shortTitle(decision.question)}</span>
            <span className="quiet">正在回答</span>
          </li>
        ) : null}
        {'outcome' in decision ? <OutcomeOf id={decision.outcome} today={today} /> : null}
      </ol>
    </nav>
  )
}

function OutcomeOf({ id, today }: { id: OutcomeId; today: Parameters<typeof findOutcome>[1] }) {
  const outcome = findOutcome(id, today)
  return (
    <li data-state="now" aria-current="step">
      <span className="strong">怎么答</span>
      <span>{outcome?.label ?? id}</span>
    </li>
  )
}

interface WayProps {
  readonly way: readonly { readonly question: Question; readonly option: DecisionOption }[]
  readonly decision: Decision
  readonly onReturn: (questionId: string) => void
}
