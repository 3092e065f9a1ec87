import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'

interface Option {
  readonly value: string
  readonly label: string
}

/** One of what the server finds by the words that are typed. */
export function FoundField({ name, find, known, placeholder, ...control }: FoundFieldProps) {
  const [words, setWords] = useState('')
  const found = useQuery({
    queryKey: ['found', name, words],
    queryFn: () => find(words.trim()),
    placeholderData: keepPreviousData,
  })
  const options = found.data ?? []
  const isListed = !known || options.some(({ value }) => value === known.value)
  return (
    <Select
      {...control}
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={found.isFetching}
      options={isListed ? [...options] : [known, ...options]}
      notFoundContent={found.isFetching ? '正在查找……' : '没有找到，请换一个说法'}
      placeholder={placeholder}
    />
  )
}

interface FoundFieldProps {
  /** Under which what is found is kept. */
  readonly name: string
  readonly find: (words: string) => Promise<readonly Option[]>
  /** What is chosen already. */
  readonly known?: Option | undefined
  readonly placeholder: string
  readonly value?: string | null
  readonly onChange?: (id: string | null) => void
  readonly id?: string
}
