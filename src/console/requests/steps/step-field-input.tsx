import { Input, Radio, Space } from 'antd'
import type { ReactNode } from 'react'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { serviceStandingLabel } from '../../../requests/service/how-service-stands.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import type { UploadedFile } from '../../api.ts'
import { ColleaguesField } from '../../fields/colleagues-field.tsx'
import { counted } from '../../fields/counted.ts'
import { DayField } from '../../fields/day-field.tsx'
import { NumberField } from '../../fields/number-field.tsx'
import { optionsOf } from '../../fields/options.ts'
import { PiecesField } from '../../fields/pieces-field.tsx'
import { SuggestField } from '../../fields/suggest-field.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { MemberField, UnitField } from '../../fields/unit-field.tsx'
import { UploadField } from '../../fields/upload-field.tsx'
import type { Uploads } from '../../fields/uploads.ts'
import { WordingsField } from '../../fields/wordings-field.tsx'
import { YesField } from '../../fields/yes-field.tsx'
import { CheckList } from '../../review/check-list.tsx'
import { ReturnTo } from '../../review/return-to.tsx'
import { useMe } from '../../session/me.ts'
import { lettersServed, lettersToServe } from '../service/first-service.ts'
import { askedAbout } from './asked-about.ts'
import { coHandlingsFor, lettersToCorrect, levelsUp, levelUp } from './first-input.ts'
import { RegistrationField } from './registration-field.tsx'
import type { StepField } from './step-field.ts'

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
    case 'pages':
      return <NumberField {...control} min={1} max={100_000} suffix="页" />
    case 'yuan':
      return <Input {...control} {...counted(12)} inputMode="decimal" suffix="元" style={{ maxWidth: 240 }} />
    case 'unit':
      return <UnitField {...control} {...(field.optional ? { allowClear: true } : {})} />
    case 'member':
      return <MemberField {...control} />
    case 'ownMember':
      return (
        <MemberField {...control} of={view.work.handover?.standing === 'offered' ? view.work.handover.unitId : null} />
      )
    case 'colleagues':
      return <ColleaguesField {...control} />
    case 'yes':
      return <YesField {...control} words={field.label} />
    case 'coHandling':
      return <OneOf {...control} options={coHandlingsFor(view, step).map(coHandlingOption)} />
    case 'requestNumber':
      return <SuggestField {...control} max={100} suggestions={view.similar.map(({ number }) => number)} />
    case 'linked':
      return <OneOf {...control} options={view.work.links.map(linkOption)} />
    case 'pieces':
      return <PiecesField {...control} />
    case 'files':
      return <UploadField<UploadedFile> {...control} what="文件" asSent={(sent) => sent} onSending={onSending} />
    case 'registration':
      return <RegistrationField {...control} view={view} />
    case 'choice':
      return <OneOf {...control} options={optionsOf(field.choices)} />
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
      return <OneOf {...control} options={lettersToCorrect(view).map(sentLetterOption)} />
    case 'letterToServe':
      return <OneOf {...control} options={lettersToServe(view).map(servedOption)} />
    case 'letterServed':
      return <OneOf {...control} options={lettersServed(view).map(servedOption)} />
    case 'attempt':
      return <OneOf {...control} options={view.service.flatMap(attemptOptions)} />
    case 'letter':
      return <OneOf {...control} options={view.waitingLetters.map((letter) => waitingLetterOption(letter, step))} />
    case 'consultation':
      return <OneOf {...control} options={askedAbout(view.consultations, field.among).map(consultationOption)} />
  }
}

export interface StepFieldInputProps {
  readonly field: StepField
  readonly view: CaseView
  readonly step: StepName
  /** What has been typed so far. */
  readonly values: Readonly<Record<string, unknown>>
  /** Told whether a file is on its way, so that the step waits for it. */
  readonly onSending: (uploads: Uploads) => void
}

const sentLetterOption = ({ seq, label, number, issuedOn }: CaseView['letters'][number]): Option => ({
  value: seq,
  label: (
    <>
      {label}
      <span className="quiet">
        {' '}
        {number} · {chineseDate(issuedOn)}
      </span>
    </>
  ),
})

/** Whoever put it up may not approve it, and recalls it. */
const waitingLetterOption = (
  { draft, letter, by, why }: CaseView['waitingLetters'][number],
  step: StepName,
): Option => ({
  value: draft,
  isShut: step !== 'recallLetter' && why !== null,
  label: (
    <>
      {letter.title}，致{letter.addressee}
      <span className="quiet">
        {' '}
        {by}拟稿{step !== 'recallLetter' && why ? `；${why}` : ''}
      </span>
    </>
  ),
})

const servedOption = ({ of, label, number, standing }: CaseView['service'][number]): Option => ({
  value: of,
  label: (
    <>
      {label}
      <span className="quiet">
        {' '}
        {number} · {serviceStandingLabel(standing)}
      </span>
    </>
  ),
})

const attemptOptions = ({ label, number, attempts }: CaseView['service'][number]): Option[] =>
  attempts.map(({ id, on, words, result }) => ({
    value: id,
    label: (
      <>
        {label}（{number}）
        <span className="quiet">
          {' '}
          {chineseDate(on)}
          {words}
          {result ? `，${result.words}` : ''}
        </span>
      </>
    ),
  }))

const consultationOption = ({ id, label, name, about }: CaseView['consultations'][number]): Option => ({
  value: id,
  label: (
    <>
      {label}（{name}）<span className="quiet"> {about}</span>
    </>
  ),
})

const linkOption = ({ id, number, why, summary }: CaseView['work']['links'][number]): Option => ({
  value: id,
  label: (
    <>
      {number}（{why}）<span className="quiet"> {summary}</span>
    </>
  ),
})

const coHandlingOption = ({ seq, unitName, about }: CaseView['work']['coHandlings'][number]): Option => ({
  value: seq,
  label: (
    <>
      {unitName}
      <span className="quiet"> {about}</span>
    </>
  ),
})

/** One of several things, one below the other. */
function OneOf({ options, ...control }: { options: readonly Option[] }) {
  return (
    <Radio.Group {...control}>
      <Space orientation="vertical">
        {options.map(({ value, label, isShut = false }) => (
          <Radio key={value} value={value} disabled={isShut}>
            {label}
          </Radio>
        ))}
      </Space>
    </Radio.Group>
  )
}

interface Option {
  readonly value: string | number
  readonly label: ReactNode
  readonly isShut?: boolean
}
