import type { CaseView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { FileList } from '../case/files.tsx'
import { LetterPaper } from '../case/letter-paper.tsx'
import { LookedList } from '../case/looked-list.tsx'
import { bindsToAnswer, letterUp } from './first-input.ts'
import { LetterToCorrect } from './letter-to-correct.tsx'

/** The paper that a step is about, to be read before it is taken: the letter to correct, the letter up for approval, the answer. */
export function StepPapers({ view, step, values }: StepPapersProps) {
  const up = letterUp(view, step, values.draft)
  return (
    <>
      {step === 'correctLetter' && typeof values.letter === 'number' ? (
        <LetterToCorrect id={view.id} seq={values.letter} />
      ) : null}
      {up?.reason ? <p>更正的理由和依据：{up.reason}</p> : null}
      {up ? <LetterPaper letter={up.letter} /> : null}
      {bindsToAnswer(step) && view.draft ? (
        <>
          <LetterPaper letter={view.draft.letter} />
          <FileList view={view} files={view.draft.files} />
          <LookedList findings={view.draft.looked} />
        </>
      ) : null}
    </>
  )
}

interface StepPapersProps {
  readonly view: CaseView
  readonly step: StepName
  /** What has been typed so far. */
  readonly values: Readonly<Record<string, unknown>>
}
