import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { cellWords } from '../../ledgers/rows/corrected.ts'
import { businessRoles } from '../../organs/role.ts'
import { remediesLedger } from '../../remedies/ledger.ts'
import type { ListedRemedy } from '../../remedies/listed-remedy.ts'
import { ledgers, rowAddress } from '../ledgers/ledgers-api.ts'
import { ExportRegister } from '../ledgers/rows/export-register.tsx'
import { WaitingMark, WaitingNotice } from '../ledgers/rows/waiting.tsx'
import { DriftNotice } from '../ledgers/years/drift-notice.tsx'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import { ListSearch } from '../lists/list-bar.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'

/** 复议诉讼: the cases that were imported; each opens its row, where it can be put right. */
export function RemediesPage() {
  const { wanted, page, show } = useWanted()
  const list = useQuery({
    queryKey: ['remedies', wanted],
    queryFn: () => ledgers.remedies({ ...wanted, page }),
    placeholderData: keepPreviousData,
  })
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="行政复议、行政诉讼"
          lead="因政府信息公开引起的复议、诉讼，一案一条，由台账文件导入；登记有误的，打开后更正。"
        >
          <ExportRegister ledger="remedies" />
        </PageHead>
        <DriftNotice under="remedies" />
        <WaitingNotice ledger="remedies" />
        <section className="panel" aria-label="复议诉讼清单">
          <div className="queue-bar">
            <ListSearch q={wanted.q} placeholder="案号、申请编号" onSearch={(q) => show({ q })} />
          </div>
          <Fetched query={list}>
            {({ items, total, pageSize }) => (
              <LedgerList
                items={items}
                columns={columns}
                keyOf={({ id }) => id}
                isLoading={list.isPlaceholderData}
                empty={wanted.q ? '没有这样的案件' : '还没有导入过复议、诉讼案件'}
                paging={{ page, total, pageSize, unit: '件', onPage: (next) => show({ page: next }) }}
              />
            )}
          </Fetched>
        </section>
      </div>
    </Guarded>
  )
}

const wordsOf = (id: string, value: string | null): string => {
  const column = remediesLedger.columns.find((each) => each.id === id)
  return column ? cellWords(column, value) : (value ?? '')
}

const columns: readonly ListColumn<ListedRemedy>[] = [
  {
    title: '案号',
    render: ({ id, number, requestNumber }) => (
      <span className="queue-what">
        <Link to={rowAddress('remedies', id)}>{number}</Link>
        <WaitingMark ledger="remedies" id={id} />
        {requestNumber ? <span className="quiet">涉及{requestNumber}</span> : null}
      </span>
    ),
  },
  { title: '案件类型', width: 250, render: ({ kind }) => wordsOf('kind', kind) },
  { title: '受理、立案', width: 120, render: ({ filedOn }) => <span className="day-text">{filedOn}</span> },
  {
    title: '审理结果',
    width: 210,
    render: ({ result, concludedOn, isCoDefendant }) => (
      <span className="stacked">
        {result ? `${wordsOf('result', result)}（${concludedOn}）` : <span className="quiet">尚未审结</span>}
        {isCoDefendant ? <span className="quiet">仅为共同被告，不计入报告</span> : null}
      </span>
    ),
  },
]
