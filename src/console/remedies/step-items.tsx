import { Form, Input, Select } from 'antd'
import { counted } from '../fields/counted.ts'
import { DayField } from '../fields/day-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { useMe } from '../session/me.ts'

interface DayItem {
  readonly name?: string
  readonly label: string
  readonly isFree?: boolean
  readonly mayBeLater?: boolean
  readonly extra?: string
}

/** A day of the past, or of any time. */
export function Day({ name = 'on', label, isFree = false, mayBeLater = false, extra }: DayItem) {
  const { today } = useMe()
  return (
    <Form.Item name={name} label={label} required={!isFree} {...(extra === undefined ? {} : { extra })}>
      <DayField latest={mayBeLater ? undefined : today} />
    </Form.Item>
  )
}

export const Words = ({ name = 'text', label, isFree = false, max = 2000 }: WordsItem) => (
  <Form.Item name={name} label={label} required={!isFree}>
    <TextField rows={3} max={max} />
  </Form.Item>
)

interface WordsItem {
  readonly name?: string
  readonly label: string
  readonly isFree?: boolean
  readonly max?: number
}

export const Line = ({ name, label }: { readonly name: string; readonly label: string }) => (
  <Form.Item name={name} label={label} required>
    <Input {...counted(100)} autoComplete="off" />
  </Form.Item>
)

interface Choice {
  readonly value: string | number
  readonly label: string
}
export const Choose = ({
  name,
  label,
  options,
}: {
  readonly name: string
  readonly label: string
  readonly options: readonly Choice[]
}) => (
  <Form.Item name={name} label={label} required>
    <Select virtual={false} options={[...options]} placeholder="请选择" />
  </Form.Item>
)
