import { Input } from 'antd'
import { useId } from 'react'
import { counted } from './counted.ts'

/** A line for which the browser suggests the usual words; any others may be typed. */
export function SuggestField({ suggestions, max = 200, ...control }: SuggestFieldProps) {
  const list = useId()
  return (
    <>
      <Input {...control} list={list} {...counted(max)} autoComplete="off" />
      <datalist id={list}>
        {suggestions.map((words) => (
          <option key={words} value={words} />
        ))}
      </datalist>
    </>
  )
}

interface SuggestFieldProps {
  readonly suggestions: readonly string[]
  readonly max?: number
  readonly id?: string
  readonly value?: string
  readonly onChange?: (event: { target: { value: string } }) => void
}
