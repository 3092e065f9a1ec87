import { CalendarOutlined } from '@ant-design/icons'
import { Button, Calendar, Input, Popover } from 'antd'
import dayjs from 'dayjs'
import { type KeyboardEvent, useId, useState } from 'react'
import { isPlainDate, type PlainDate } from '../../days/plain-date.ts'
import { type DayBounds, readDayWithin } from '../../days/read-day.ts'
import { type DayRule, dayProblem, dayTyped, type FormDay, plainTyped } from './typed-day.ts'

/**
 * A day, typed in any way that people write it, or picked. What is typed stays until it is typed anew: Tab, a click elsewhere and
 * Enter read it, which sends no form; Escape puts back the day from before. What is no day of this field is handed on as
 * `typedDay` makes it, which no form takes.
 */
export function DayField({ value, onChange, id, latest, earliest, isNeeded = false, ...aria }: DayFieldProps) {
  const rule: DayRule = { earliest, latest, isNeeded }
  const { text, problem, isDraft, type, settle, putBack, pick } = useDayDraft(value ?? '', rule, onChange)
  const wordsId = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      settle()
      // Enter says that the day is written, and nothing more: the form around it is sent by its button.
      event.preventDefault()
    }
    if (event.key === 'Escape' && isDraft) {
      putBack()
      // The dialog around it stays.
      event.stopPropagation()
      event.nativeEvent.stopImmediatePropagation()
    }
  }
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
        onChange={({ target }) => type(target.value)}
        onBlur={settle}
        onKeyDown={onKeyDown}
        suffix={<DayPicker text={text} bounds={rule} onPick={pick} />}
      />
      {problem ? (
        <span id={wordsId} className="late day-problem" role="alert">
          {problem}
        </span>
      ) : null}
    </span>
  )
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

interface Draft {
  readonly text: string
  /** What stood in the form when this was typed. */
  readonly over: string
  readonly isTyping: boolean
}

/** What is typed over the day that stands in the form, until it is read. */
function useDayDraft(stands: string, rule: DayRule, onChange: DayFieldProps['onChange']) {
  const [latest, setDraft] = useState<Draft | null>(null)
  const draft = latest?.over === stands ? latest : null
  const text = draft ? draft.text : plainTyped(stands)
  const isTold = draft ? !draft.isTyping : stands !== ''
  return {
    text,
    isDraft: draft !== null,
    /** Nobody is told of a day that is half written, nor of a field that was never touched. */
    problem: isTold ? dayProblem(text, rule) : null,
    type: (typed: string) => setDraft({ text: typed, over: stands, isTyping: true }),
    settle: () => {
      if (!draft?.isTyping) return
      setDraft({ ...draft, isTyping: false })
      const next = dayTyped(text, rule)
      if ((next ?? '') === stands) setDraft(null)
      else onChange?.(next)
    },
    putBack: () => setDraft(null),
    pick: (day: PlainDate) => {
      setDraft(null)
      onChange?.(day)
    },
  }
}

/** A calendar that opens at the day that is written, or at the nearest that can be chosen. */
function DayPicker({ text, bounds, onPick }: DayPickerProps) {
  const [isOpen, setOpen] = useState(false)
  const { earliest, latest } = bounds
  const reading = readDayWithin(text, bounds)
  const shown = 'day' in reading ? reading.day : (latest ?? earliest)
  const pick = (day: string) => {
    setOpen(false)
    if (isPlainDate(day)) onPick(day)
  }
  return (
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
      <Button type="text" size="small" tabIndex={-1} icon={<CalendarOutlined aria-hidden />} aria-label="在日历上选" />
    </Popover>
  )
}

interface DayPickerProps {
  readonly text: string
  readonly bounds: DayBounds
  readonly onPick: (day: PlainDate) => void
}
