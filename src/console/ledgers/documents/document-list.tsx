import { Button, Dropdown } from 'antd'
import { Link } from 'react-router'
import { validityReason } from '../../../law/validity.ts'
import type { DocumentItem } from '../../../ledgers/documents/document.ts'
import { type CountedPaging, LedgerList, type ListColumn } from '../../lists/ledger-list.tsx'
import { WholeDays } from '../../whole-days.tsx'
import { rowAddress } from '../ledgers-api.ts'
import { WaitingMark } from '../rows/waiting.tsx'
import type { OpenedDocument } from './document-dialogs.tsx'
import { StandingMark } from './standing-mark.tsx'

type Open = (opened: Extract<OpenedDocument, { document: DocumentItem }>) => void

const columns: readonly ListColumn<DocumentItem>[] = [
  {
    title: '文件',
    render: ({ title, documentNumber, address, amendments }) => (
      <span className="queue-what">
        {address ? (
          <a href={address} target="_blank" rel="noreferrer">
            {title}
          </a>
        ) : (
          <strong>{title}</strong>
        )}
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
    render: ({ id, title, recordId, address }) =>
      recordId ? (
        <span className="quiet">{address ? '平台发布' : '平台办理'}</span>
      ) : (
        <span className="stacked">
          <Link to={rowAddress('normativeDocuments', id)} aria-label={`${title}，打开登记`}>
            补登、导入
          </Link>
          <WaitingMark ledger="normativeDocuments" id={id} />
        </span>
      ),
  },
]

/** When and by what it ends, or since when and why it has ended. */
function Ending({ document }: { document: DocumentItem }) {
  const { standing, repealedOn, repealedBy, validUntil, lapsedBy } = document
  if (standing === 'expired')
    return (
      <span className="stacked">
        <span>
          <WholeDays>{validityReason(document, standing)}</WholeDays>
        </span>
        {repealedOn ? <span className="quiet day-text">后又宣布{repealedOn}废止</span> : null}
      </span>
    )
  if (repealedOn)
    return (
      <span className="stacked">
        <span className="day-text">{repealedOn} 废止</span>
        {repealedBy ? <span className="quiet">{repealedBy}</span> : null}
      </span>
    )
  if (!validUntil) return <span className="quiet">未规定有效期</span>
  return (
    <span className="stacked">
      <span className="day-text">有效期至 {validUntil}</span>
      {lapsedBy ? <span className="quiet">{lapsedBy}宣布失效</span> : null}
    </span>
  )
}

export function DocumentList({ items, isLoading, paging, onOpen }: DocumentListProps) {
  const acts: ListColumn<DocumentItem> = {
    title: '办理',
    width: 96,
    render: (document) => <Acts document={document} onOpen={onOpen} />,
  }
  const mayAct = items.some(({ steps }) => steps.some(({ why }) => why === null))
  return (
    <LedgerList
      items={items}
      columns={mayAct ? [...columns, acts] : columns}
      keyOf={({ id }) => id}
      isLoading={isLoading}
      empty="没有这样的文件"
      paging={paging}
    />
  )
}

const dialogs = ['repeal', 'lapse', 'amend'] as const

/** Every step, a shut one with the words of the server; and where the entry itself is put right. */
function Acts({ document, onOpen }: { document: DocumentItem; onOpen: Open }) {
  const { id, recordId, title } = document
  const steps = dialogs.flatMap((name) => {
    const step = document.steps.find((each) => each.name === name)
    return step ? [{ key: name, disabled: step.why !== null, label: <StepLabel step={step} /> }] : []
  })
  const place =
    recordId === null
      ? { key: 'row', label: <Link to={rowAddress('normativeDocuments', id)}>更正、撤销登记</Link> }
      : {
          key: 'record',
          label: <Link to={`/records?view=all&q=${encodeURIComponent(title)}`}>在“主动公开”中办理</Link>,
        }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [...steps, place],
        onClick: ({ key }) => {
          const what = dialogs.find((name) => name === key)
          if (what) onOpen({ what, document })
        },
      }}
    >
      <Button size="small" aria-label={`办理${title}`}>
        办理
      </Button>
    </Dropdown>
  )
}

function StepLabel({ step: { label, why } }: { step: DocumentItem['steps'][number] }) {
  if (why === null) return label
  return (
    <span className="stacked shut-item">
      <span>{label}</span>
      <span>{why}</span>
    </span>
  )
}

interface DocumentListProps {
  readonly items: readonly DocumentItem[]
  readonly isLoading: boolean
  readonly paging: CountedPaging
  readonly onOpen: Open
}
