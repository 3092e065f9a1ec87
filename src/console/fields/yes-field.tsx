import { Checkbox } from 'antd'

/** One thing that is so or not. */
export const YesField = ({ value, onChange, id, words }: YesFieldProps) => (
  <Checkbox {...(id ? { id } : {})} checked={value === true} onChange={({ target }) => onChange?.(target.checked)}>
    {words}
  </Checkbox>
)

interface YesFieldProps {
  readonly value?: boolean
  readonly onChange?: (value: boolean) => void
  readonly id?: string
  readonly words: string
}
