import { Link } from 'react-router'
import type { DocumentItem } from '../../../ledgers/documents/document.ts'
import { LedgerList, type ListColumn } from '../../lists/ledger-list.tsx'
import type { ListProps } from '../../lists/paging.ts'
import { WaitingMark } from '../rows/waiting.tsx'
import { Ending } from './ending.tsx'
import { keptBy } from './kept-by.ts'
import { StandingMark } from './standing-mark.tsx'

const pathOf = ({ id }: Pick<DocumentItem, 'id'>): string => `/ledgers/documents/${id}`

const columns: readonly ListColumn<DocumentItem>[] = [
  {
    title: '文件',
    sort: 'title',
    render: ({ id, title, documentNumber, amendments }) => (
      <span className="queue-what">
        <Link to={pathOf({ id })}>{title}</Link>
        <WaitingMark ledger="normativeDocuments" id={id} />
        <span className="quiet">
          {documentNumber}
          {amendments.length > 0 ? ` · 修改${amendments.length}次` : ''}
        </span>
      </span>
    ),
  },
  { title: '有效性', width: 120, render: ({ standing }) => <StandingMark standing={standing} /> },
  {
    title: '制发',
    sort: 'issuedOn',
    width: 112,
    render: ({ issuedOn }) => <span className="day-text">{issuedOn}</span>,
  },
  {
    title: '施行',
    sort: 'effectiveFrom',
    width: 112,
    render: ({ effectiveFrom }) => <span className="day-text">{effectiveFrom}</span>,
  },
  { title: '终止', sort: 'endsOn', width: 210, render: (document) => <Ending document={document} /> },
  {
    title: '登记',
    width: 112,
    render: ({ recordId, address }) => <span className="quiet">{keptBy({ recordId, address })}</span>,
  },
]

/** The register of documents; each leads to its page. */
export const DocumentList = ({ paging, ...props }: ListProps<DocumentItem>) => (
  <LedgerList {...props} columns={columns} keyOf={({ id }) => id} pathOf={pathOf} paging={{ ...paging, unit: '件' }} />
)
