import { Link } from 'react-router'
import type { DocumentItem } from '../../../ledgers/documents/document.ts'
import { type CountedPaging, LedgerList, type ListColumn } from '../../lists/ledger-list.tsx'
import { WaitingMark } from '../rows/waiting.tsx'
import { Ending } from './ending.tsx'
import { keptBy } from './kept-by.ts'
import { StandingMark } from './standing-mark.tsx'

const columns: readonly ListColumn<DocumentItem>[] = [
  {
    title: '文件',
    render: ({ id, title, documentNumber, amendments }) => (
      <span className="queue-what">
        <Link to={`/ledgers/documents/${id}`}>{title}</Link>
        <WaitingMark ledger="normativeDocuments" id={id} />
        <span className="quiet">
          {documentNumber}
          {amendments.length > 0 ? ` · 修改${amendments.length}次` : ''}
        </span>
      </span>
    ),
  },
  { title: '有效性', width: 120, render: ({ standing }) => <StandingMark standing={standing} /> },
  { title: '制发', width: 112, render: ({ issuedOn }) => <span className="day-text">{issuedOn}</span> },
  { title: '施行', width: 112, render: ({ effectiveFrom }) => <span className="day-text">{effectiveFrom}</span> },
  { title: '终止', width: 210, render: (document) => <Ending document={document} /> },
  {
    title: '登记',
    width: 112,
    render: ({ recordId, address }) => <span className="quiet">{keptBy({ recordId, address })}</span>,
  },
]

export const DocumentList = ({ items, isLoading, paging }: DocumentListProps) => (
  <LedgerList
    items={items}
    columns={columns}
    keyOf={({ id }) => id}
    isLoading={isLoading}
    empty="没有这样的文件"
    paging={paging}
  />
)

interface DocumentListProps {
  readonly items: readonly DocumentItem[]
  readonly isLoading: boolean
  readonly paging: CountedPaging
}
