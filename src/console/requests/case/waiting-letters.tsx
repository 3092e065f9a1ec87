import { Alert } from 'antd'
import type { CaseView } from '../../../requests/case-view.ts'
import { steps } from '../../../requests/steps.ts'
import { Chain } from '../../review/chain.tsx'
import { OnDay } from './answer-sent-back.tsx'
import { letterLinks } from './case-links.ts'
import { LetterPaper } from './letter-paper.tsx'
import { Panel } from './panel.tsx'

/** Letters that leave only when they are approved, each with its chain, and every one that was sent back. */
export function WaitingLetters({ view }: { view: CaseView }) {
  const { waitingLetters, returnedLetters } = view
  if (waitingLetters.length === 0 && returnedLetters.length === 0) return null
  return (
    <Panel title="待审批的文书" count={waitingLetters.length}>
      {returnedLetters.map((returned, index) => (
        // Two may be alike; they never change places.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <ReturnedLetter key={index} returned={returned} />
      ))}
      {waitingLetters.map((waiting) => (
        <details key={waiting.draft}>
          <summary>
            {waiting.letter.title}，致{waiting.letter.addressee}（{waiting.by}拟稿）
          </summary>
          {waiting.sentBack ? <OnDay sentBack={waiting.sentBack} /> : null}
          <Chain name={`${waiting.letter.title}的签批链`} links={letterLinks(waiting)} hash={waiting.hash} />
          {waiting.reason ? <p>更正的理由和依据：{waiting.reason}</p> : null}
          <LetterPaper letter={waiting.letter} />
        </details>
      ))}
    </Panel>
  )
}

function ReturnedLetter({ returned }: { returned: CaseView['returnedLetters'][number] }) {
  const { step, title, addressee, reason, sentBack } = returned
  const what = `“${steps[step].label}”的文书（${title}，致${addressee}）`
  if (sentBack) return <OnDay what={what} sentBack={sentBack} />
  return <Alert className="gap-below" type="info" showIcon title={`${what}须修改后重新送审：${reason}`} />
}
