import { Checkbox, Form, Input, Select } from 'antd'
import type { PlainDate } from '../../../days/plain-date.ts'
import { type DecisionKind, decisionFields } from '../../../ledgers/decisions/decision-fields.ts'
import { counterpartyFields, type DecisionField } from '../../../ledgers/decisions/field.ts'
import { type FieldValues, isAsked, isRequired } from '../../../ledgers/decisions/read-field.ts'
import { counted } from '../../fields/counted.ts'
import { optionsOf } from '../../fields/options.ts'
import { TextField } from '../../fields/text-field.tsx'
import { OptionalDay } from '../cell-fields.tsx'

const ofCounterparty = new Set(counterpartyFields('XK').map(({ id }) => id))
const isWide = (field: DecisionField): boolean =>
  (field.kind === 'text' && (field.prose === true || field.maxLength >= 500)) || field.kind === 'choices'

/** The fields of the kind, those of the counterparty apart; only what is asked of such a counterparty. */
export function DecisionFieldGroups({ kind, today }: { kind: DecisionKind; today: PlainDate }) {
  const values: FieldValues = Form.useWatch('values') ?? {}
  const fields = decisionFields[kind].filter((field) => isAsked(field, values))
  const groups = [
    { label: '行政相对人', fields: fields.filter(({ id }) => ofCounterparty.has(id)) },
    { label: '决定', fields: fields.filter(({ id }) => !ofCounterparty.has(id)) },
  ]
  return groups.map((group) =>
    group.fields.length === 0 ? null : (
      <fieldset className="panel form-part" key={group.label}>
        <legend>{group.label}</legend>
        <div className="form-row form-row-half">
          {group.fields.map((field) => (
            <FieldItem key={field.id} field={field} values={values} today={today} />
          ))}
        </div>
      </fieldset>
    ),
  )
}

function FieldItem({ field, values, today }: { field: DecisionField; values: FieldValues; today: PlainDate }) {
  const required = isRequired(field, values)
  return (
    <Form.Item
      className={isWide(field) ? 'field-wide' : ''}
      name={['values', field.id]}
      label={
        <>
          {field.label}
          {required ? '' : '（可不填）'}
          {field.isPublic ? null : <span className="tag-quiet field-tag">不公示</span>}
        </>
      }
      required={required}
      extra={field.note}
    >
      {controlOf(field, today)}
    </Form.Item>
  )
}

function controlOf(field: DecisionField, today: PlainDate) {
  switch (field.kind) {
    case 'text':
      return field.prose ? (
        <TextField rows={2} max={field.maxLength} />
      ) : (
        <Input {...counted(field.maxLength)} autoComplete="off" />
      )
    case 'date':
      return <OptionalDay latest={field.mayBeFuture ? undefined : today} />
    case 'wan':
      return <Input inputMode="decimal" {...counted(20)} suffix="万元" autoComplete="off" placeholder="如 0.500000" />
    case 'choice':
      return <Select allowClear options={optionsOf(field.choices)} />
    case 'choices':
      return <SeveralField choices={field.choices} />
    case 'creditCode':
    case 'identity':
      return <Input {...counted(30)} autoComplete="off" />
  }
}

/** Several choices, kept as one text joined by commas. */
function SeveralField({ value, onChange, choices }: SeveralFieldProps) {
  return (
    <Checkbox.Group
      className="several-field"
      value={value ? value.split(',') : []}
      onChange={(chosen) => onChange?.(chosen.join(','))}
      options={optionsOf(choices)}
    />
  )
}

interface SeveralFieldProps {
  readonly value?: string
  readonly onChange?: (value: string) => void
  readonly choices: readonly { readonly id: string; readonly label: string }[]
}
