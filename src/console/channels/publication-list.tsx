import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { channelKindLabel } from '../../channels/ledger.ts'
import type { PublicationItem } from '../../channels/publication-view.ts'
import { rowAddress } from '../ledgers/ledgers-api.ts'
import { WaitingMark } from '../ledgers/rows/waiting.tsx'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import type { ListProps } from '../lists/paging.ts'
import { holds, useMe } from '../session/me.ts'
import { ChannelDialog, type OpenedPublication } from './channel-dialogs.tsx'
import { originalityLabel } from './channel-words.ts'

type Open = (opened: Extract<OpenedPublication, { publication: PublicationItem }>) => void

const columns: readonly ListColumn<PublicationItem>[] = [
  {
    title: '信息',
    sort: 'title',
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
    sort: 'channel',
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
    sort: 'publishedOn',
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
    sort: 'originality',
    width: 128,
    render: ({ originality, isDoubtful }) => (
      <span className="stacked">
        {originalityLabel(originality)}
        {isDoubtful ? <Link to="/channels/originality">▲ 待核对</Link> : null}
      </span>
    ),
  },
]

/** What stood where; whoever notes it takes steps in its rows. */
export function PublicationList({ paging, ...props }: ListProps<PublicationItem>) {
  const mayNote = holds(useMe(), ['clerk'])
  const [opened, setOpened] = useState<OpenedPublication | null>(null)
  const acts: ListColumn<PublicationItem> = {
    title: '办理',
    width: 96,
    render: (publication) => <Acts publication={publication} onOpen={setOpened} />,
  }
  return (
    <>
      <LedgerList
        {...props}
        columns={mayNote ? [...columns, acts] : columns}
        keyOf={({ id }) => id}
        rowClass={({ mustGo }) => (mustGo ? 'due-late' : '')}
        paging={{ ...paging, unit: '条' }}
      />
      {opened ? <ChannelDialog opened={opened} onClose={() => setOpened(null)} /> : null}
    </>
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
