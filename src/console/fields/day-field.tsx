import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { isPlainDate, type PlainDate } from '../../calendar/plain-date.ts'

/** A day, typed or picked; also as people write it: 20261124, 2026.11.24. */
export function DayField({ value, onChange, id, latest, earliest }: DayFieldProps) {
  return (
    <DatePicker
      className="day-field"
      allowClear={false}
      value={value ? dayjs(value) : null}
      format={['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY-M-D']}
      placeholder="如 2026-11-24"
      onChange={(day) => {
        const text = day?.format('YYYY-MM-DD') ?? ''
        onChange?.(isPlainDate(text) ? text : null)
      }}
      {...(earliest ? { minDate: dayjs(earliest) } : {})}
      {...(latest ? { maxDate: dayjs(latest) } : {})}
      {...(id === undefined ? {} : { id })}
    />
  )
}

interface DayFieldProps {
  readonly value?: PlainDate | null | undefined
  readonly onChange?: (day: PlainDate | null) => void
  readonly id?: string
  readonly earliest?: PlainDate | undefined
  readonly latest?: PlainDate | undefined
}
