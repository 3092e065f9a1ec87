import { Button } from 'antd'
import { DayField } from '../../fields/day-field.tsx'

/** A day that may be taken away again. */
export function OptionalDay({ value, onChange, id }: OptionalDayProps) {
  return (
    <span className="kept-together">
      <DayField value={value || null} {...(onChange ? { onChange } : {})} {...(id === undefined ? {} : { id })} />
      {value ? (
        <Button type="text" size="small" onClick={() => onChange?.(null)}>
          清空
        </Button>
      ) : null}
    </span>
  )
}

interface OptionalDayProps {
  readonly value?: string | null
  readonly onChange?: (day: string | null) => void
  readonly id?: string
}
