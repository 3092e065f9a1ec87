import { Input } from 'antd'
import { useId, useState } from 'react'
import { plainTyped } from './typed-day.ts'
import { type FormNumber, type NumberBounds, numberTyped, readWhole } from './typed-number.ts'

const textOf = (value: FormNumber): string => (typeof value === 'number' ? String(value) : plainTyped(value ?? ''))

/** A whole number. What is typed stays as it was typed; what the field cannot take is told at the field, and no form takes it. */
export function NumberField({ value, onChange, min, max, id, suffix, ...control }: NumberFieldProps) {
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string } | null>(null)
  const [isTyping, setTyping] = useState(false)
  const wordsId = useId()
  const stands = textOf(value)
  const text = draft?.over === stands ? draft.text : stands
  const reading = readWhole(text, { min, max })
  const problem = !isTyping && text.trim() !== '' && 'problem' in reading ? reading.problem : null
  const type = (typed: string) => {
    const next = numberTyped(typed, { min, max })
    setDraft({ text: typed, over: textOf(next) })
    setTyping(true)
    onChange?.(next)
  }
  return (
    <span className="number-field">
      <Input
        {...control}
        {...(id === undefined ? {} : { id })}
        value={text}
        inputMode="numeric"
        autoComplete="off"
        suffix={suffix}
        status={problem ? 'error' : ''}
        aria-invalid={problem !== null}
        aria-describedby={problem ? wordsId : undefined}
        onChange={({ target }) => type(target.value)}
        onBlur={() => {
          setTyping(false)
          setDraft(null)
        }}
      />
      {problem ? (
        <span id={wordsId} className="late day-problem" role="alert">
          {problem}
        </span>
      ) : null}
    </span>
  )
}

interface NumberFieldProps extends NumberBounds {
  readonly value?: FormNumber
  readonly onChange?: (value: Exclude<FormNumber, undefined>) => void
  readonly id?: string
  readonly suffix?: string
  readonly disabled?: boolean
  readonly 'aria-label'?: string
  readonly 'aria-labelledby'?: string
}
