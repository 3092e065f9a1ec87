import { Button, Radio } from 'antd'
import { useState } from 'react'
import type { Question } from '../../../requests/decision.ts'

/** One question, its article and its options; what to mind appears with the option chosen. */
export function QuestionCard({ question, onAnswer }: { question: Question; onAnswer: (option: string) => void }) {
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <section className="panel question" aria-labelledby={`question-${question.id}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen) onAnswer(chosen)
        }}
      >
        <h2 id={`question-${question.id}`}>{question.title}</h2>
        <p className="quiet gap-below">{question.help}</p>
        <Radio.Group
          className="question-options"
          aria-labelledby={`question-${question.id}`}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          {question.options.map(({ id, label, warn }, index) => (
            <Radio key={id} value={id} className="question-option" autoFocus={index === 0}>
              {label}
              {warn && chosen === id ? (
                <span className="question-warn" data-tone="soon">
                  请注意：{warn}
                </span>
              ) : null}
            </Radio>
          ))}
        </Radio.Group>
        <div className="form-buttons">
          <Button type="primary" size="large" htmlType="submit" disabled={chosen === null}>
            下一步
          </Button>
        </div>
      </form>
    </section>
  )
}
