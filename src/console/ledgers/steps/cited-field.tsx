import { Form, Input } from 'antd'
import { counted } from '../../fields/counted.ts'

/** The document on which a step rests, by its name or number. */
export const CitedField = ({ name, label, max, help }: CitedFieldProps) => (
  <Form.Item name={name} label={label} required extra={help}>
    <Input {...counted(max)} autoComplete="off" />
  </Form.Item>
)

interface CitedFieldProps {
  readonly name: string
  readonly label: string
  readonly max: number
  readonly help?: string
}
