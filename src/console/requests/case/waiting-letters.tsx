import { Alert } from 'antd'
import type { CaseView } from '../../../requests/case-view.ts'
import { steps } from '../../../requests/steps.ts'
import { useMe } from '../../session/me.ts'
import { shortDay } from '../../words.ts'
import { LetterPaper } from './letter-paper.tsx'
import { Panel } from './panel.tsx'

/** Letters that leave only when they are approved, each with its chain, and every one that was sent back. */
export function WaitingLetters({ view }: { view: CaseView }) {
  const { today } = useMe()
  const { waitingLetters, returnedLetters } = view
  if (waitingLetters.length === 0 && returnedLetters.length === 0) return null
  return (
    <Panel title="待审批的文书" count={waitingLetters.length}>
      {returnedLetters.map(({ step, title, addressee, reason }, index) => (
        <Alert
          // Two may be alike; they never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          className="gap-below"
          type="info"
          showIcon
          title={`“${steps[step].label}”的文书（${title}，致${addressee}）已退回修改：${reason}`}
        />
      ))}
      {waitingLetters.map(({ draft, letter, by, levels, reason }) => (
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
          {reason ? <p>更正的理由和依据：{reason}</p> : null}
          <LetterPaper letter={letter} />
        </details>
      ))}
    </Panel>
  )
}
