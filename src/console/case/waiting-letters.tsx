import { Alert } from 'antd'
import type { CaseView } from '../../requests/case-view.ts'
import { steps } from '../../requests/steps.ts'
import { useMe } from '../session/me.ts'
import { shortDay } from '../words.ts'
import { LetterPaper } from './letter-paper.tsx'
import { Panel } from './panel.tsx'

/** Letters on the way to the answer that leave only when they are approved, each with its chain. */
export function WaitingLetters({ view }: { view: CaseView }) {
  const { today } = useMe()
  const { waitingLetters, returnedLetter } = view
  if (waitingLetters.length === 0 && !returnedLetter) return null
  return (
    <Panel title="待审批的文书" count={waitingLetters.length}>
      {returnedLetter ? (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          title={`“${steps[returnedLetter.step].label}”的文书已退回修改：${returnedLetter.reason}`}
        />
      ) : null}
      {waitingLetters.map(({ draft, letter, by, levels }) => (
        <details key={draft}>
          <summary>
            {letter.title}，致{letter.addressee}（{by}拟稿）
          </summary>
          <ol>
            {levels.map(({ level, label, approved }) => (
              <li key={level}>
                {label}：{approved ? `${shortDay(approved.on, today)}${approved.by}同意` : '待审批'}
                {approved?.opinion ? `，${approved.opinion}` : ''}
              </li>
            ))}
          </ol>
          <LetterPaper letter={letter} />
        </details>
      ))}
    </Panel>
  )
}
