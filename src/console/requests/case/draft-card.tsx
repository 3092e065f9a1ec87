import { Button } from 'antd'
import { useState } from 'react'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView, DraftView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { groundOf } from '../../../requests/withheld-part.ts'
import { Chain } from '../../review/chain.tsx'
import { AnswerSentBack } from './answer-sent-back.tsx'
import { answerLinks } from './case-links.ts'
import { Facts } from './facts.tsx'
import { FileList } from './files.tsx'
import { LetterPaper } from './letter-paper.tsx'
import { LetterLinks } from './letters.tsx'
import { LookedList } from './looked-list.tsx'
import { opinionsLine } from './opinions-line.ts'
import { Panel } from './panel.tsx'
import { SearchFacts } from './search-facts.tsx'

/** The answer as drafted, the chain of signatures over it, and the letter itself. */
export function DraftCard({ view, onStep }: { view: CaseView; onStep: (step: StepName) => void }) {
  const [isShown, setShown] = useState(view.status === 'approving' || view.status === 'reapproving')
  const { draft } = view
  if (!draft) return view.status === 'concluded' ? null : <Returned view={view} />
  const canSign = view.steps.filter(
    ({ name, why }) => (name === 'approveAnswer' || name === 'returnAnswer' || name === 'issueAnswer') && why === null,
  )
  return (
    <Panel
      title="答复与签批"
      id="answer"
      extra={view.status === 'concluded' ? null : <LetterLinks path={`${view.id}/draft`} name="答复书草稿" />}
    >
      <AnswerSentBack view={view} />
      <Facts
        items={[
          ['答复结果', <strong key="outcome">{draft.outcomeLabel}</strong>],
          ['理由', draft.reason],
          ['不予公开的部分', draft.parts.length > 0 ? <PartList key="parts" view={view} parts={draft.parts} /> : ''],
          ['征求过的第三方', opinionsLine(view, draft)],
          ['依据的记录', draft.record],
          ['提供的信息', draft.files.length > 0 ? <FileList key="files" view={view} files={draft.files} /> : ''],
          ['附件检查', draft.looked.length > 0 ? <LookedList key="looked" findings={draft.looked} /> : ''],
          ['检索记录', draft.search ? <SearchFacts key="search" search={draft.search} /> : ''],
        ]}
      />
      {correctionsOf(view).map(({ seq, number, issuedOn }) => (
        <p key={seq}>
          <strong>
            已由{number}更正（{chineseDate(issuedOn)}），应当一并阅读。
          </strong>
        </p>
      ))}
      <Chain name="签批链" links={answerLinks(view, draft)} hash={draft.hash} />
      <div className="row gap-above no-print">
        <Button size="small" onClick={() => setShown(!isShown)} aria-expanded={isShown}>
          {isShown ? '收起答复书' : '看答复书'}
        </Button>
        <span className="grow" />
        {canSign.map(({ name, label }) => (
          <Button
            key={name}
            size="small"
            type={name === 'returnAnswer' ? 'default' : 'primary'}
            onClick={() => onStep(name)}
          >
            {label}
          </Button>
        ))}
      </div>
      {isShown ? <LetterPaper letter={draft.letter} /> : null}
    </Panel>
  )
}

/** The answer that went back to its drafter. */
const Returned = ({ view }: { view: CaseView }) =>
  view.returned ? (
    <Panel title="答复与签批" id="answer">
      <AnswerSentBack view={view} />
    </Panel>
  ) : null

/** What has corrected the answer since it left. */
const correctionsOf = ({ letters }: CaseView) =>
  letters.flatMap(({ kind, correctedBy }) => (kind === 'answer' || kind === 'noFurtherHandling' ? correctedBy : []))

/** Each withheld part with its ground, and on what that rests. */
function PartList({ view, parts }: { view: CaseView; parts: DraftView['parts'] }) {
  return (
    <ol>
      {parts.map(({ what, under, reason, record, ...relied }) => (
        <li key={`${what} ${under}`}>
          {what}（{groundOf(under)?.label}）：{reason}
          {relied.consultations.length > 0 ? (
            <span className="quiet"> 就此征求过：{opinionsLine(view, relied)}</span>
          ) : null}
          {record ? <span className="quiet"> 依据材料：{record}</span> : null}
        </li>
      ))}
    </ol>
  )
}
