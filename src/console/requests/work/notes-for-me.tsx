import { Button } from 'antd'
import type { CaseView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { useMe } from '../../session/me.ts'
import { shortDay } from '../../words.ts'
import { Panel } from '../case/panel.tsx'

/** The notes that name whoever looks, until they say that they have read them or write back. */
export function NotesForMe({ view, onStep }: { view: CaseView; onStep: (step: StepName) => void }) {
  const { today } = useMe()
  const { notesForMe } = view.work
  if (notesForMe.length === 0) return null
  return (
    <Panel title="提到您的备注" count={notesForMe.length} printed={false}>
      <ul className="stacked gap-16">
        {notesForMe.map(({ seq, by, on, text }) => (
          <li key={seq}>
            <p className="typed-words">{text}</p>
            <span className="quiet">
              {by} · {shortDay(on, today)}
            </span>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button type="primary" onClick={() => onStep('note')}>
          回复
        </Button>
        <Button onClick={() => onStep('readNote')}>已阅，不回复</Button>
      </div>
    </Panel>
  )
}
