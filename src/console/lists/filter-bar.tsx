import { DownloadOutlined, FilterOutlined } from '@ant-design/icons'
import { App, Button, Grid, Select } from 'antd'
import { type MouseEvent, useId, useState } from 'react'
import { isPlainDate } from '../../days/plain-date.ts'
import { isExportable } from '../../lists/wanted.ts'
import type { Column } from '../../workbooks/ledger.ts'
import { query } from '../api.ts'
import { DayField } from '../fields/day-field.tsx'
import { optionsOf } from '../fields/options.ts'
import { useMe } from '../session/me.ts'
import type { Wanted } from '../shell/use-wanted.ts'

export interface Choice {
  readonly id: string
  readonly label: string
}

/** By what a list may be narrowed: one of some choices. */
export interface ListFilter {
  readonly id: string
  readonly label: string
  readonly choices: readonly Choice[]
  /** What is said where none was chosen. */
  readonly none?: string
}

/** What may be chosen of a list beside its view and its words. */
export interface ListChoices {
  readonly filters: readonly ListFilter[]
  /** The days between which something happened; the first is meant where none is named. None where the page has its own. */
  readonly days: readonly Choice[]
  /** The ways of ordering it, for a screen on which its columns have no heads. */
  readonly sorts?: readonly Choice[]
  /** Where the list is exported as it is narrowed. */
  readonly exportAt: string
  /** What is said at the button of the export. */
  readonly exportTitle: string
}

/** Narrows a register to one of the choices of its own column. */
export function ofColumn(columns: readonly Column[], id: string): ListFilter {
  const column = columns.find((each) => each.id === id)
  if (column?.kind !== 'choice') throw new Error(`${id} is no column of choices`)
  return { id, label: column.header, choices: column.choices }
}

type Show = (next: Readonly<Record<string, string | undefined>>) => void

interface FilterBarProps extends ListChoices {
  readonly wanted: Wanted
  readonly show: Show
}

/** What of the address narrows the list. */
export const narrowedBy = ({ filters, days }: ListChoices, wanted: Wanted): string[] =>
  [...filters.map(({ id }) => id), ...(days.length > 0 ? ['from', 'to'] : [])].filter((id) => wanted[id])

/** Narrows a list; everything that was chosen stands in the address. */
export function FilterBar({ wanted, show, ...choices }: FilterBarProps) {
  const { filters, days, sorts, exportAt, exportTitle } = choices
  const chosen = narrowedBy(choices, wanted)
  const isWide = Grid.useBreakpoint().lg ?? true
  const [wish, setWish] = useState<boolean>()
  // On a narrow screen the list comes first; how much was chosen is told by the button.
  const isOpen = wish ?? (isWide && chosen.length > 0)
  const fieldsId = useId()
  const clear = () => show(Object.fromEntries([...chosen, 'day'].map((id) => [id, undefined])))
  const { page: _, ...narrowed } = wanted
  const { message } = App.useApp()
  const refuseSpan = (event: MouseEvent<HTMLElement>) => {
    const [from, to] = [wanted.from, wanted.to].map((day) => (day && isPlainDate(day) ? day : undefined))
    if (isExportable(from, to)) return
    event.preventDefault()
    message.error('起止日期有误，或者超过5年，请分段导出')
  }
  return (
    <section className="list-filters" aria-label="筛选">
      <div className="row">
        <Button
          icon={<FilterOutlined aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={fieldsId}
          onClick={() => setWish(!isOpen)}
        >
          筛选{chosen.length > 0 ? `（${chosen.length}项）` : ''}
        </Button>
        {chosen.length > 0 ? <Button onClick={clear}>清除筛选</Button> : null}
        {exportForms.map(({ id, label }) => (
          <Button
            key={id}
            icon={<DownloadOutlined aria-hidden />}
            href={`/api/console/${exportAt}${query({ ...narrowed, as: id })}`}
            onClick={refuseSpan}
            title={exportTitle}
          >
            导出 {label}
          </Button>
        ))}
      </div>
      <div id={fieldsId} hidden={!isOpen} className="list-filter-fields">
        {filters.map((filter) => (
          <ChoiceField key={filter.id} filter={filter} value={wanted[filter.id]} show={show} />
        ))}
        {days.length > 0 ? <SpanField days={days} wanted={wanted} show={show} /> : null}
        {sorts && !isWide ? <ChoiceField filter={sortFilter(sorts)} value={wanted.sort} show={show} /> : null}
      </div>
    </section>
  )
}

const exportForms = [
  { id: 'xlsx', label: 'Excel' },
  { id: 'csv', label: 'CSV' },
] as const

const sortFilter = (sorts: readonly Choice[]): ListFilter => ({
  id: 'sort',
  label: '排序',
  none: '默认',
  choices: sorts.flatMap(({ id, label }) => [
    { id, label: `${label}，从小到大` },
    { id: `-${id}`, label: `${label}，从大到小` },
  ]),
})

function ChoiceField({ filter: { id, label, choices, none = '不限' }, value, show }: ChoiceFieldProps) {
  const fieldId = useId()
  return (
    <div>
      <label htmlFor={fieldId}>{label}</label>
      <Select
        id={fieldId}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        placeholder={none}
        options={optionsOf(choices)}
        onChange={(chosen: string | undefined) => show({ [id]: chosen })}
      />
    </div>
  )
}

interface ChoiceFieldProps {
  readonly filter: ListFilter
  readonly value: string | undefined
  readonly show: Show
}

function SpanField({ days, wanted, show }: Pick<FilterBarProps, 'days' | 'wanted' | 'show'>) {
  const { today } = useMe()
  const [dayId, fromId, toId] = [useId(), useId(), useId()]
  const year = Number(today.slice(0, 4))
  const set = (name: 'from' | 'to') => (day: string | null | undefined) =>
    (!day || isPlainDate(day)) && show({ [name]: day || undefined })
  const ofYear = (each: number) => show({ from: `${each}-01-01`, to: `${each}-12-31` })
  return (
    <>
      <div>
        <label htmlFor={dayId}>日期</label>
        <Select
          id={dayId}
          value={wanted.day ?? days[0]?.id}
          options={optionsOf(days)}
          onChange={(day) => show({ day: day === days[0]?.id ? undefined : day })}
        />
      </div>
      <div>
        <label htmlFor={fromId}>从</label>
        <DayField id={fromId} value={wanted.from ?? ''} onChange={set('from')} />
      </div>
      <div>
        <label htmlFor={toId}>到</label>
        <DayField id={toId} value={wanted.to ?? ''} onChange={set('to')} />
      </div>
      <div className="row list-filter-years">
        <Button onClick={() => ofYear(year)}>本年</Button>
        <Button onClick={() => ofYear(year - 1)}>上年</Button>
      </div>
    </>
  )
}
