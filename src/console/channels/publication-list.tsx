import { Button, Dropdown } from 'antd'
import { Link } from 'react-router'
import { channelKindLabel } from '../../channels/ledger.ts'
import type { PublicationItem } from '../../channels/publication-view.ts'
import { rowAddress } from '../ledgers/ledgers-api.ts'
import { WaitingMark } from '../ledgers/rows/waiting.tsx'
import { type CountedPaging, LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import type { OpenedPublication } from './channel-dialogs.tsx'
import { originalityLabel } from './channel-words.ts'

type Open = (opened: Extract<OpenedPublication, { publication: PublicationItem }>) => void

const columns: readonly ListColumn<PublicationItem>[] = [
  {
    title: '信息',
    render: ({ id, title, url, address, columnName }) => {
      const link = url || address
      return (
        <span className="queue-what">
          {link ? (
            <a href={link} target="_blank" rel="noreferrer">
              {title}
            </a>
          ) : (
            <strong>{title}</strong>
          )}
          {columnName ? <span className="quiet">{columnName}</span> : null}
          <span className="row-link">
            <Link to={rowAddress('publications', id)} aria-label={`${title}，打开登记`}>
              登记内容
            </Link>{' '}
            <WaitingMark ledger="publications" id={id} />
          </span>
        </span>
      )
    },
  },
  {
    title: '渠道',
    width: 180,
    render: ({ channelKind, channelName }) => (
      <span className="stacked">
        {channelName}
        <span className="quiet">{channelKindLabel(channelKind)}</span>
      </span>
    ),
  },
  {
    title: '公开的时间',
    width: 200,
    render: ({ publishedOn, withdrawnOn, mustGo, hiddenOn }) => (
      <span className="stacked">
        <span className="day-text">
          {publishedOn} 至 {withdrawnOn ?? '今'}
        </span>
        {mustGo ? <span className="late">■ {hiddenOn ? '原文已隐去' : '平台已撤回'}，应当撤下</span> : null}
      </span>
    ),
  },
  {
    title: '原创或转载',
    width: 104,
    render: ({ originality, isDoubtful }) => (
      <span className="stacked">
        {originalityLabel(originality)}
        {isDoubtful ? <Link to="/channels/originality">▲ 待核对</Link> : null}
      </span>
    ),
  },
]

export function PublicationList({ items, isLoading, paging, onOpen }: PublicationListProps) {
  const acts: ListColumn<PublicationItem> = {
    title: '办理',
    width: 96,
    render: (publication) => (onOpen ? <Acts publication={publication} onOpen={onOpen} /> : null),
  }
  return (
    <LedgerList
      items={items}
      columns={onOpen ? [...columns, acts] : columns}
      keyOf={({ id }) => id}
      isLoading={isLoading}
      rowClass={({ mustGo }) => (mustGo ? 'due-late' : '')}
      empty="没有这样的发布信息"
      paging={paging}
    />
  )
}

function Acts({ publication, onOpen }: { publication: PublicationItem; onOpen: Open }) {
  const { id, isPlatform, recordId, withdrawnOn, title } = publication
  const act = (what: 'tick' | 'down' | 'originality', label: string) => ({
    key: what,
    label,
    onClick: () => onOpen({ what, publication }),
  })
  const items = [
    ...(recordId && isPlatform && withdrawnOn === null ? [act('tick', '登记到其他渠道')] : []),
    ...(!isPlatform && withdrawnOn === null ? [act('down', '登记撤下')] : []),
    act('originality', '更正原创、转载'),
    ...(isPlatform ? [] : [{ key: 'row', label: <Link to={rowAddress('publications', id)}>更正、撤销登记</Link> }]),
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button size="small" aria-label={`办理${title}`}>
        办理
      </Button>
    </Dropdown>
  )
}

interface PublicationListProps {
  readonly items: readonly PublicationItem[]
  readonly isLoading: boolean
  readonly paging: CountedPaging
  readonly onOpen: Open | null
}
