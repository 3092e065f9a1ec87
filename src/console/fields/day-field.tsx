import { CalendarOutlined } from '@ant-design/icons'
import { Button, Calendar, Input, Popover } from 'antd'
import dayjs from 'dayjs'
import { type KeyboardEvent, useId, useState } from 'react'
import { isPlainDate, type PlainDate } from '../../days/plain-date.ts'
import { readDayWithin } from '../../days/read-day.ts'
import { type FormDay, plainTyped, typedDay } from './typed-day.ts'

/**
 * A day, typed in any way that people write it, or picked. What is typed stays until it is typed anew: Tab, a click elsewhere and
 * Enter read it, which sends no form; Escape puts back the day from before. What is no day of this field is handed on as
 * `typedDay` makes it, which no form takes.
 */
export function DayField({ value, onChange, id, latest, earliest, isNeeded = false, ...aria }: DayFieldProps) {
  const [draft, setDraft] = useState<Draft | null>(null)
  const [isOpen, setOpen] = useState(false)
  const wordsId = useId()
  const stands = value ?? ''
  const mine = draft?.over === stands ? draft : null
  const text = mine ? mine.text : plainTyped(stands)
  const reading = readDayWithin(text, { earliest, latest })
  const isBlank = text.trim() === '' && !isNeeded
  const problem = !mine?.isTyping && !isBlank && 'problem' in reading && (mine || stands) ? reading.problem : null

  const settle = () => {
    if (!mine?.isTyping) return
    setDraft({ ...mine, isTyping: false })
    const next = isBlank ? null : 'day' in reading ? reading.day : typedDay(text)
    if ((next ?? '') === stands) setDraft(null)
    else onChange?.(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      settle()
      // Enter says that the day is written, and nothing more: the form around it is sent by its button.
      event.preventDefault()
    }
    if (event.key === 'Escape' && mine) {
      setDraft(null)
      // The dialog around it stays.
      event.stopPropagation()
      event.nativeEvent.stopImmediatePropagation()
    }
  }
  const pick = (day: string) => {
    setOpen(false)
    setDraft(null)
    if (isPlainDate(day)) onChange?.(day)
  }
  const shown = 'day' in reading ? reading.day : (latest ?? earliest)
  return (
    <span className="day-field">
      <Input
        {...aria}
        {...(id === undefined ? {} : { id })}
        value={text}
        placeholder="如 2026-11-24"
        autoComplete="off"
        status={problem ? 'error' : ''}
        aria-invalid={problem !== null}
        aria-describedby={problem ? wordsId : undefined}
        onChange={({ target }) => setDraft({ text: target.value, over: stands, isTyping: true })}
        onBlur={settle}
        onKeyDown={onKeyDown}
        suffix={
          <Popover
            trigger="click"
            open={isOpen}
            onOpenChange={setOpen}
            destroyOnHidden
            content={
              <div className="day-calendar">
                <Calendar
                  fullscreen={false}
                  {...(shown ? { defaultValue: dayjs(shown) } : {})}
                  {...(earliest || latest
                    ? { validRange: [dayjs(earliest ?? '1900-01-01'), dayjs(latest ?? '2999-12-31')] }
                    : {})}
                  onSelect={(day, { source }) => source === 'date' && pick(day.format('YYYY-MM-DD'))}
                />
              </div>
            }
          >
            <Button
              type="text"
              size="small"
              tabIndex={-1}
              icon={<CalendarOutlined aria-hidden />}
              aria-label="在日历上选"
            />
          </Popover>
        }
      />
      {problem ? (
        <span id={wordsId} className="late day-problem" role="alert">
          {problem}
        </span>
      ) : null}
    </span>
  )
}

interface Draft {
  readonly text: string
  /** What stood in the form when this was typed. */
  readonly over: string
  readonly isTyping: boolean
}

interface DayFieldProps {
  /** A day, or what `typedDay` made. */
  readonly value?: string | null | undefined
  readonly onChange?: (day: Exclude<FormDay, undefined>) => void
  readonly id?: string
  readonly latest?: PlainDate | undefined
  readonly earliest?: PlainDate | undefined
  /** Emptied it is told to be wanting; without it only the form says so. */
  readonly isNeeded?: boolean
  readonly 'aria-label'?: string
}
