import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type FoundListedWord, type WordList, wordKinds, wordSeverities } from '../../../disclosure/word-list.ts'
import { LedgerList, type ListColumn } from '../../lists/ledger-list.tsx'
import { ListSearch } from '../../lists/list-bar.tsx'
import { platform } from '../../platform/platform-api.ts'
import { useWanted } from '../../shell/use-wanted.ts'
import { Fetched } from '../../states/fetched.tsx'

/** What stands in the lists; a word is found by itself or by what is to be written instead. */
export function ListedWords({ lists }: { lists: readonly WordList[] }) {
  const { wanted, page, show } = useWanted()
  const { q = '', list } = wanted
  const found = useQuery({
    queryKey: ['word-lists', 'words', q, list, page],
    queryFn: () => platform.listedWords(q, list, page),
    placeholderData: keepPreviousData,
  })
  return (
    <section className="panel" aria-label="词表里的词">
      <div className="row catalogue-filter">
        <Select
          className="catalogue-column"
          allowClear
          aria-label="只看一个词表"
          placeholder="全部词表"
          value={list ?? null}
          options={lists.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id: string | undefined) => show({ list: id })}
        />
        <ListSearch q={q} placeholder="词语、建议改为" onSearch={(next) => show({ q: next })} />
      </div>
      <Fetched query={found}>
        {({ items, total, pageSize }) => (
          <LedgerList
            items={items}
            columns={columns}
            keyOf={({ listId, word }) => `${listId} ${word}`}
            empty={q ? `词表里没有含“${q}”的词。` : '词表里没有词。'}
            isLoading={found.isPlaceholderData}
            paging={{ page, total, pageSize, unit: '个词', onPage: (next) => show({ page: next }) }}
          />
        )}
      </Fetched>
    </section>
  )
}

const columns: readonly ListColumn<FoundListedWord>[] = [
  { title: '词语', render: ({ word }) => <strong>{word}</strong> },
  { title: '建议改为', render: ({ suggestion }) => suggestion || <span className="quiet">—</span> },
  { title: '类别', width: 110, render: ({ kind }) => wordKinds[kind] },
  {
    title: '处理',
    width: 100,
    render: ({ severity }) => <span className={severity === 'block' ? 'late' : ''}>{severityMark(severity)}</span>,
  },
  { title: '启用日期', width: 120, render: ({ since }) => since },
  { title: '词表', render: ({ listName }) => <span className="quiet">{listName}</span> },
]

const marks = { block: '■', confirm: '▲', hint: '○' } as const
const severityMark = (severity: FoundListedWord['severity']): string => `${marks[severity]} ${wordSeverities[severity]}`
