import { Button } from 'antd'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import type { AttemptView, ServiceView } from '../../../requests/service/service-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { WholeDays } from '../../whole-days.tsx'
import { officeTime } from '../../words.ts'
import { FileList } from '../case/files.tsx'
import { Panel } from '../case/panel.tsx'
import { nextOfService } from './next-of-service.ts'
import { ServiceMark } from './service-mark.tsx'

/** Every letter that has left, how it was served, what shows it, and what is to be done next. */
export function ServiceCard({ view, onStep }: { view: CaseView; onStep: (step: StepName) => void }) {
  if (view.service.length === 0) return null
  return (
    <Panel title="送达" id="service" count={view.service.length}>
      <ul className="service-letters">
        {view.service.map((letter) => (
          <Letter key={letter.of} view={view} letter={letter} onStep={onStep} />
        ))}
      </ul>
    </Panel>
  )
}

function Letter({ view, letter, onStep }: LetterProps) {
  const next = nextOfService(letter)
  const step = view.steps.find(({ name, why }) => name === next && why === null)
  return (
    <li>
      <div className="row service-letter">
        <span className="grow">
          {letter.label}
          <span className="quiet">
            <WholeDays>{`${letter.number} · ${chineseDate(letter.sentOn)}`}</WholeDays>
          </span>
        </span>
        <ServiceMark standing={letter.standing} />
        {step ? (
          <Button
            size="small"
            className="no-print"
            aria-label={`${step.label}：${letter.label}`}
            onClick={() => onStep(step.name)}
          >
            {step.label}
          </Button>
        ) : null}
      </div>
      {letter.attempts.length > 0 ? (
        <ol className="service-attempts">
          {letter.attempts.map((attempt) => (
            <Attempt key={attempt.id} view={view} attempt={attempt} />
          ))}
        </ol>
      ) : null}
      {letter.deliveredOn ? <p>{chineseDate(letter.deliveredOn)}收到</p> : null}
      {letter.told && letter.attempts.length === 0 ? <p>原登记的送达方式：{letter.told}</p> : null}
      {letter.isAnswer && letter.dutyMetOn ? <p className="quiet">答复之日：{chineseDate(letter.dutyMetOn)}</p> : null}
    </li>
  )
}

interface LetterProps {
  readonly view: CaseView
  readonly letter: ServiceView
  readonly onStep: (step: StepName) => void
}

function Attempt({ view, attempt }: { view: CaseView; attempt: AttemptView }) {
  const { on, words, result, noticeEndsOn, correction } = attempt
  const files = view.files.filter(({ seq }) => attempt.toldBy.includes(seq))
  return (
    <li>
      <WholeDays>{`${chineseDate(on)}　${words}`}</WholeDays>
      {noticeEndsOn ? <span className="quiet">公告至{chineseDate(noticeEndsOn)}，期满视为送达</span> : null}
      {result ? (
        <span>
          <WholeDays>{`${chineseDate(result.on)}　${result.words}`}</WholeDays>
          {result.openedAt ? <span className="quiet">{officeTime(result.openedAt)}首次打开</span> : null}
        </span>
      ) : null}
      {correction ? <span className="quiet">已更正：{correction}</span> : null}
      {files.length > 0 ? <FileList view={view} files={files} /> : null}
    </li>
  )
}
