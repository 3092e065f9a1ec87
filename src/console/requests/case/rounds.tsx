import { Link } from 'react-router'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { groundLabel } from '../../../requests/reanswer/order.ts'
import type { RoundView } from '../../../requests/reanswer/round-view.ts'
import { Facts } from './facts.tsx'
import { Panel } from './panel.tsx'

/** The first answer, what ordered another one, and what that one was: what was counted of the first stays. */
export function Rounds({ view }: { view: CaseView }) {
  const { rounds, outcomeLabel, concludedOn } = view
  const [first] = rounds
  if (!first) return null
  const isOpen = rounds.some(({ answer }) => answer === null)
  return (
    <Panel title="重新答复">
      <p className="quiet gap-below">
        {isOpen ? '拟稿、审批、发出与首次答复相同。' : '新的答复已经发出，登记履行随之完成。'}
        原答复的结果、日期和列入年度报告的数字不变，重新答复不另计一件。
      </p>
      <Facts
        items={[
          [
            '原答复',
            <Answered
              key="first"
              on={concludedOn}
              outcome={outcomeLabel ?? ''}
              letterNumber={first.round === 1 ? first.of.letterNumber : null}
            />,
          ],
        ]}
      />
      {rounds.map((round) => (
        <OneRound key={round.round} round={round} several={rounds.length > 1} />
      ))}
    </Panel>
  )
}

function OneRound({ round, several }: { round: RoundView; several: boolean }) {
  const { round: at, ground, caseId, caseNumber, body, documentNumber, orderedOn, dueOn, answer } = round
  return (
    <section className="gap-above" aria-label={`第${at}次重新答复`}>
      {several ? <h3>第{at}次重新答复</h3> : null}
      <Facts
        items={[
          [
            '依据',
            <span key="by" className="stacked">
              <span>
                {body}
                {groundLabel(ground)}
                {documentNumber ? `，${documentNumber}` : ''}
              </span>
              <Link to={`/ledgers/remedies/${caseId}`}>{caseNumber}</Link>
            </span>,
          ],
          [ground === 'ordered' ? '收到' : '决定纠正', chineseDate(orderedOn)],
          ['期限', `${chineseDate(dueOn)}前（含当日）`],
          [
            '新答复',
            answer ? (
              <Answered
                key="answer"
                on={answer.on}
                outcome={answer.outcomeLabel}
                letterNumber={answer.letterNumber}
                late={answer.on > dueOn ? `超过期限${answer.lateReason && `：${answer.lateReason}`}` : ''}
              />
            ) : (
              '尚未发出'
            ),
          ],
        ]}
      />
    </section>
  )
}

interface AnsweredProps {
  readonly on: CaseView['concludedOn']
  readonly outcome: string
  readonly letterNumber: string | null
  readonly late?: string
}

const Answered = ({ on, outcome, letterNumber, late = '' }: AnsweredProps) => (
  <span className="stacked">
    <strong>{outcome}</strong>
    <span className="quiet">{[on && chineseDate(on), letterNumber, late].filter(Boolean).join('，')}</span>
  </span>
)
