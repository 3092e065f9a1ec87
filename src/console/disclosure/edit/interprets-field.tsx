import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { records } from '../records-api.ts'

/** A published record, found by the words of its title. */
export function InterpretsField({ value, onChange, id }: InterpretsFieldProps) {
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const { data, isFetching } = useQuery({
    queryKey: ['records', 'live', words, 1],
    queryFn: () => records.list('live', words, 1),
    placeholderData: (before) => before,
  })
  const chosen = useQuery({
    queryKey: ['interpreted', value],
    queryFn: () => records.get({ recordId: value ?? '', edition: 1 }),
    enabled: Boolean(value),
  })
  const found = (data?.items ?? []).map(({ recordId, title }) => ({ value: recordId, label: title }))
  const isListed = found.some((each) => each.value === value)
  const own = value && !isListed ? [{ value, label: chosen.data?.content.title ?? '正在取标题…' }] : []
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(recordId) => onChange?.(recordId ?? null)}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      options={[...own, ...found]}
      placeholder="输入标题中的字词查找已经发布的文件"
      notFoundContent="没有找到已经发布的文件"
    />
  )
}

interface InterpretsFieldProps {
  readonly value?: string | null
  readonly onChange?: (recordId: string | null) => void
  readonly id?: string
}
