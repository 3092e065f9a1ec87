import { Button, Form, Input, Select } from 'antd'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Column } from '../../workbooks/ledger.ts'
import { counted } from '../fields/counted.ts'
import { DayField } from '../fields/day-field.tsx'
import { optionsOf } from '../fields/options.ts'
import { TextField } from '../fields/text-field.tsx'

/** The columns of a ledger as the fields of a form; `under` names the part of the form in which they stand. */
export function CellFields({ columns, today, under }: CellFieldsProps) {
  return columns.map((column) => (
    <Form.Item
      key={column.id}
      name={under === undefined ? column.id : [under, column.id]}
      label={column.required ? column.header : `${column.header}（可不填）`}
      required={column.required === true}
      extra={column.note}
    >
      {controlOf(column, today)}
    </Form.Item>
  ))
}

interface CellFieldsProps {
  readonly columns: readonly Column[]
  readonly today: PlainDate
  readonly under?: string
}

function controlOf(column: Column, today: PlainDate) {
  switch (column.kind) {
    case 'text':
      return column.maxLength > 200 ? (
        <TextField rows={1} max={column.maxLength} />
      ) : (
        <Input {...counted(column.maxLength)} autoComplete="off" />
      )
    case 'date': {
      const latest = column.mayBeFuture ? undefined : today
      return column.required ? <DayField latest={latest} /> : <OptionalDay latest={latest} />
    }
    case 'money':
      return <Input className="money-field" inputMode="decimal" suffix="元" {...counted(30)} autoComplete="off" />
    case 'choice':
      return <Select allowClear={column.required !== true} options={optionsOf(column.choices)} />
  }
}

/** A day that may be taken away again. */
export function OptionalDay({ value, onChange, id, latest }: OptionalDayProps) {
  return (
    <span className="kept-together">
      <DayField
        value={value}
        latest={latest}
        {...(onChange ? { onChange } : {})}
        {...(id === undefined ? {} : { id })}
      />
      {value ? (
        <Button type="link" onClick={() => onChange?.(null)}>
          清除
        </Button>
      ) : null}
    </span>
  )
}

interface OptionalDayProps {
  readonly value?: string | null
  readonly onChange?: (day: string | null) => void
  readonly id?: string
  readonly latest?: PlainDate | undefined
}
