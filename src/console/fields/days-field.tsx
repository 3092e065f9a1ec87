import { Input } from 'antd'
import { useState } from 'react'
import { readDay } from '../../days/read-day.ts'
import { plainTyped, typedDay } from './typed-day.ts'

const separators = /[、，,;；\s]+/

/** Several days in one line, each written as in `DayField`; what is no day stays and is told. */
export function DaysField({ value = [], onChange, id }: DaysFieldProps) {
  const written = value.map(plainTyped).join('、')
  const [draft, setDraft] = useState<string | null>(null)
  const wrong = value.map(plainTyped).find((text) => 'problem' in readDay(text))
  const settle = () => {
    if (draft === null) return
    setDraft(null)
    const texts = draft.split(separators).filter((text) => text !== '')
    onChange?.(
      texts.map((text) => {
        const reading = readDay(text)
        return 'day' in reading ? reading.day : typedDay(text)
      }),
    )
  }
  return (
    <>
      <Input
        {...(id === undefined ? {} : { id })}
        value={draft ?? written}
        placeholder="没有则不填；几天之间用顿号隔开"
        autoComplete="off"
        status={wrong !== undefined && draft === null ? 'error' : ''}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          settle()
          event.preventDefault()
        }}
      />
      {wrong !== undefined && draft === null ? (
        <span className="late day-problem" role="alert">
          “{wrong}”不是日期，请写年、月、日，如 2026-10-10
        </span>
      ) : null}
    </>
  )
}

interface DaysFieldProps {
  readonly value?: readonly string[]
  readonly onChange?: (days: string[]) => void
  readonly id?: string
}
