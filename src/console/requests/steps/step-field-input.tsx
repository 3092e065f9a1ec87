import { Input, Radio, Space } from 'antd'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import type { UploadedFile } from '../../api.ts'
import { counted } from '../../fields/counted.ts'
import { DayField } from '../../fields/day-field.tsx'
import { NumberField } from '../../fields/number-field.tsx'
import { PiecesField } from '../../fields/pieces-field.tsx'
import { SuggestField } from '../../fields/suggest-field.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { MemberField, UnitField } from '../../fields/unit-field.tsx'
import { UploadField } from '../../fields/upload-field.tsx'
import type { Uploads } from '../../fields/uploads.ts'
import { WordingsField } from '../../fields/wordings-field.tsx'
import { CheckList } from '../../review/check-list.tsx'
import { ReturnTo } from '../../review/return-to.tsx'
import { useMe } from '../../session/me.ts'
import { lettersToCorrect, levelsUp, levelUp } from './first-input.ts'
import { RegistrationField } from './registration-field.tsx'
import type { StepField } from './step-fields.ts'

type Consultation = CaseView['consultations'][number]

const among: Readonly<
  Record<'undelivered' | 'unanswered' | 'answered' | 'objecting', (each: Consultation) => boolean>
> = {
  undelivered: ({ deliveredOn, answeredOn }) => deliveredOn === null && answeredOn === null,
  unanswered: ({ answeredOn }) => answeredOn === null,
  answered: ({ answeredOn }) => answeredOn !== null,
  objecting: ({ party, opinion, notifiedOn }) =>
    party === 'thirdParty' && notifiedOn === null && (opinion === 'objects' || opinion === 'agreesInPart'),
}

/** Puts one field of a step on the form; what the form hands in (value, onChange, id) goes on to the control. */
export function StepFieldInput({ field, view, step, values, onSending, ...control }: StepFieldInputProps) {
  const { today } = useMe()
  switch (field.kind) {
    case 'line':
      return field.suggestions ? (
        <SuggestField {...control} suggestions={field.suggestions} />
      ) : (
        <Input {...control} {...counted(500)} />
      )
    case 'text':
      return <TextField {...control} rows={field.rows ?? 3} />
    case 'pastDay':
      return <DayField {...control} latest={today} earliest={view.arrivedOn} />
    case 'comingDay':
      return <DayField {...control} earliest={today} />
    case 'workingDays':
      return <NumberField {...control} min={1} max={20} suffix="个工作日" />
    case 'unit':
      return <UnitField {...control} />
    case 'member':
      return <MemberField {...control} />
    case 'pieces':
      return <PiecesField {...control} />
    case 'files':
      return <UploadField<UploadedFile> {...control} what="文件" asSent={(sent) => sent} onSending={onSending} />
    case 'registration':
      return <RegistrationField {...control} view={view} />
    case 'choice':
      return (
        <Radio.Group {...control}>
          <Space orientation="vertical">
            {field.choices.map(({ id, label }) => (
              <Radio key={id} value={id}>
                {label}
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      )
    case 'returnTo':
      return (
        <ReturnTo
          {...control}
          levels={levelsUp(view, step, values.draft).filter(({ approved }) => approved !== null)}
        />
      )
    case 'checklist':
      return <CheckList {...control} items={levelUp(view, step, values.draft)?.checklist ?? []} />
    case 'wordings':
      return <WordingsField {...control} />
    case 'sentLetter':
      return (
        <Radio.Group {...control}>
          <Space orientation="vertical">
            {lettersToCorrect(view).map(({ seq, label, number, issuedOn }) => (
              <Radio key={seq} value={seq}>
                {label}
                <span className="quiet">
                  {' '}
                  {number} · {chineseDate(issuedOn)}
                </span>
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      )
    case 'letter':
      return (
        <Radio.Group {...control}>
          <Space orientation="vertical">
            {view.waitingLetters.map(({ draft, letter, by, why }) => (
              <Radio key={draft} value={draft} disabled={why !== null}>
                {letter.title}，致{letter.addressee}
                <span className="quiet">
                  {' '}
                  {by}拟稿{why ? `；${why}` : ''}
                </span>
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      )
    case 'consultation':
      return (
        <Radio.Group {...control}>
          <Space orientation="vertical">
            {view.consultations.filter(among[field.among]).map(({ id, label, name, about }) => (
              <Radio key={id} value={id}>
                {label}（{name}）<span className="quiet"> {about}</span>
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      )
  }
}

interface StepFieldInputProps {
  readonly field: StepField
  readonly view: CaseView
  readonly step: StepName
  /** What has been typed so far. */
  readonly values: Readonly<Record<string, unknown>>
  /** Told whether a file is on its way, so that the step waits for it. */
  readonly onSending: (uploads: Uploads) => void
}
