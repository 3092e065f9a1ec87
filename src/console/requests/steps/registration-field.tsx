import { Input, Select } from 'antd'
import type { CaseView } from '../../../requests/case-view.ts'
import { fieldOf, type RegistrationField as Id, registrationFieldIds } from '../../../requests/registration.ts'
import { counted } from '../../fields/counted.ts'
import { DayField } from '../../fields/day-field.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { useMe } from '../../session/me.ts'

type Values = Readonly<Partial<Record<Id, string>>>

/** Which fields of the registration are wrong, and what they should say. */
export function RegistrationField({ value = {}, onChange, id, view }: RegistrationFieldProps) {
  const chosen = registrationFieldIds.filter((each) => value[each] !== undefined)
  const choose = (ids: readonly Id[]) =>
    onChange?.(Object.fromEntries(ids.map((each) => [each, value[each] ?? firstValue(each, view)])))
  return (
    <div className="stacked gap-12">
      <Select
        mode="multiple"
        {...(id === undefined ? {} : { id })}
        placeholder="请选择，可以多选"
        value={chosen}
        onChange={choose}
        options={registrationFieldIds
          .filter((each) => hasField(each, view))
          .map((each) => ({ value: each, label: fieldOf(each).label }))}
        optionFilterProp="label"
      />
      {chosen.map((each) => (
        <div key={each} className="stacked gap-6">
          <label htmlFor={`to-${each}`}>
            {fieldOf(each).label}更正为
            <span className="quiet">（现为：{shownOf(each, view) ?? '（空）'}）</span>
          </label>
          <Right field={each} value={value[each] ?? ''} onChange={(text) => onChange?.({ ...value, [each]: text })} />
        </div>
      ))}
    </div>
  )
}

/** What was never supplemented cannot have been taken down wrongly. */
const hasField = (id: Id, { events }: CaseView): boolean =>
  id !== 'supplement' || events.some(({ kind }) => kind === 'supplementReceived')

/** A long text begins as it is, so that only what is wrong is typed anew. */
const firstValue = (id: Id, view: CaseView): string =>
  id === 'summary' ? view.summary : id === 'supplement' ? (shownOf(id, view) ?? '') : ''

const shownOf = (id: Id, { registration }: CaseView) => registration.find((line) => line.id === id)?.now

function Right({ field, value, onChange }: RightProps) {
  const { today } = useMe()
  const { kind, choices, optional } = fieldOf(field)
  const id = `to-${field}`
  if (choices)
    return (
      <Select
        id={id}
        value={value || null}
        onChange={(chosen) => onChange(chosen ?? '')}
        allowClear={optional ?? false}
        options={choices.map((each) => ({ value: each.id, label: each.label }))}
      />
    )
  if (kind === 'day')
    return <DayField id={id} value={value || null} latest={today} onChange={(day) => onChange(day ?? '')} />
  if (kind === 'text')
    return <TextField id={id} value={value} rows={4} onChange={({ target }) => onChange(target.value)} />
  return (
    <Input
      id={id}
      value={value}
      {...counted(200)}
      placeholder={optional ? '留空表示没有' : ''}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}

interface RegistrationFieldProps {
  readonly value?: Values
  readonly onChange?: (values: Values) => void
  readonly id?: string
  readonly view: CaseView
}

interface RightProps {
  readonly field: Id
  readonly value: string
  readonly onChange: (text: string) => void
}
