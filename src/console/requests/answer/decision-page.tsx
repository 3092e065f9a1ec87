import { useQuery } from '@tanstack/react-query'
import { Alert, Breadcrumb, Button } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import type { CaseView } from '../../../requests/case-view.ts'
import { type Answers, decide, wayTaken } from '../../../requests/decision.ts'
import { requests } from '../../api.ts'
import { useDraft } from '../../drafts.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { AnswerSentBack } from '../case/answer-sent-back.tsx'
import { DueText } from '../queue/due-text.tsx'
import { AnswerForm } from './answer-form.tsx'
import { QuestionCard } from './question-card.tsx'
import { Way } from './way.tsx'
import { answersBefore, answersOn } from './way-answers.ts'

export function DecisionPage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['case', id], queryFn: () => requests.get(id) })
  return (
    <Guarded to={['clerk']}>
      <Fetched query={query}>{(view) => <Decision key={view.id} view={view} />}</Fetched>
    </Guarded>
  )
}

/** 补不补 → 是不是 → 谁负责 → 有没有 → 给不给 → 怎么给 → 怎么答: one question at a time, the way taken in sight. */
function Decision({ view }: { view: CaseView }) {
  const go = useNavigate()
  const key = `answers ${view.id}`
  const [answers, setAnswers, forget] = useDraft<Answers>(key, (view.draft ?? view.returned?.draft)?.answers ?? {})
  const decision = decide(answers)
  const way = wayTaken(answers)
  return (
    <div className="page decision">
      <DecisionHead view={view} />
      <div className="columns decision-columns">
        <Way way={way} decision={decision} onReturn={(questionId) => setAnswers(answersBefore(way, questionId))} />
        {'question' in decision ? (
          <QuestionCard
            key={decision.question.id}
            question={decision.question}
            onAnswer={(option) => setAnswers({ ...answers, [decision.question.id]: option })}
          />
        ) : null}
        {'outcome' in decision ? (
          <AnswerForm
            key={decision.outcome}
            view={view}
            outcomeId={decision.outcome}
            answers={answersOn(way)}
            warnings={way.flatMap(({ option }) => option.warn ?? [])}
            onTaken={() => {
              forget()
              go(`/requests/${view.id}`)
            }}
          />
        ) : null}
        {'wrong' in decision ? (
          <Alert
            type="warning"
            title="前面的回答已经不适用，请重新回答。"
            action={
              <Button size="small" onClick={() => setAnswers({})}>
                重新开始
              </Button>
            }
          />
        ) : null}
      </div>
    </div>
  )
}

/** What is asked and by when, how a former answer was sent back, and why none can be drafted now. */
function DecisionHead({ view }: { view: CaseView }) {
  const why = view.steps.find(({ name }) => name === 'draftAnswer')?.why ?? null
  return (
    <>
      <Breadcrumb
        items={[
          { title: <Link to="/requests">依申请公开</Link> },
          { title: <Link to={`/requests/${view.id}`}>{view.number}</Link> },
          { title: '拟答复' },
        ]}
      />
      <PageHead title="拟答复" />
      <section className="panel row baseline apart gap-below">
        <p className="case-summary">{view.summary}</p>
        <DueText due={view.due} isPaused={view.clock?.isPaused ?? false} withReason={false} />
      </section>
      <AnswerSentBack view={view} />
      {why ? <Alert className="gap-below" type="warning" showIcon title={`现在不能拟答复：${why}`} /> : null}
    </>
  )
}
