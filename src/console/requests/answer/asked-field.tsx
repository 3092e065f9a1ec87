import { Form } from 'antd'
import { type AskedText, whereItGoes } from '../../../requests/letters/asks.ts'
import { TextField } from '../../fields/text-field.tsx'

/** A text that the template of the letter asks for; nothing where it asks for none. Its help says what the letter does with it. */
export function AskedField({ name, asked, document, required }: AskedFieldProps) {
  if (!asked) return null
  return (
    <Form.Item
      name={name}
      label={required ? asked.label : `${asked.label}（可不填）`}
      required={required}
      extra={`${asked.hint ?? ''}${whereItGoes(asked.use, document)}`}
    >
      <TextField rows={3} max={name === 'statement' ? 8000 : 2000} />
    </Form.Item>
  )
}

interface AskedFieldProps {
  readonly name: 'statement' | 'reason' | 'record'
  readonly asked: AskedText | undefined
  readonly document: string
  readonly required: boolean
}
