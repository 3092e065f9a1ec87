import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { RecordTypeId } from '../../../disclosure/record-type.ts'
import { records } from '../records-api.ts'

const useFound = (view: 'live' | 'open', words: string) =>
  useQuery({
    queryKey: ['records', view, words, 1],
    queryFn: () => records.list({ view, q: words }),
    placeholderData: (before) => before,
  })

/** 国办发〔2016〕80号: policy and interpretation are made together, so one that is on its way can be chosen as well. */
export function InterpretsField({ value, onChange, id }: InterpretsFieldProps) {
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const live = useFound('live', words)
  const open = useFound('open', words)
  const chosen = useQuery({
    queryKey: ['interpreted', value],
    queryFn: () => records.get({ recordId: value ?? '', edition: 1 }),
    enabled: Boolean(value),
  })
  const drafts = (open.data?.items ?? []).filter(
    ({ act, type, title }) => act === 'publish' && !explains(type) && title,
  )
  const found = [
    ...drafts.map(({ recordId, title, statusLabel }) => ({ value: recordId, label: `${title}（${statusLabel}）` })),
    ...(live.data?.items ?? []).map(({ recordId, title }) => ({ value: recordId, label: title })),
  ]
  const isListed = found.some((each) => each.value === value)
  const own = value && !isListed ? [{ value, label: chosen.data?.content.title ?? '正在取标题…' }] : []
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(recordId) => onChange?.(recordId ?? null)}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={live.isFetching || open.isFetching}
      options={[...own, ...found]}
      placeholder="输入标题中的字词，查找已经发布或者正在办理的文件"
      notFoundContent="没有找到这样的文件"
    />
  )
}

/** What explains another document is not itself explained. */
const explains = (type: RecordTypeId) => type === 'policyInterpretation' || type === 'publicConcernResponse'

interface InterpretsFieldProps {
  readonly value?: string | null
  readonly onChange?: (recordId: string | null) => void
  readonly id?: string
}
