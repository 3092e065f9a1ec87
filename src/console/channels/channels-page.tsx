import { PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { channelKindLabel } from '../../channels/ledger.ts'
import type { ChannelCount, PublicationItem } from '../../channels/publication-view.ts'
import { businessRoles } from '../../organs/role.ts'
import { ExportRegister } from '../ledgers/rows/export-register.tsx'
import { WaitingNotice } from '../ledgers/rows/waiting.tsx'
import { ListSearch, ListViews, Narrowed } from '../lists/list-bar.tsx'
import { holds, useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { ChannelCounts, EmptyChannels } from './channel-counts.tsx'
import { ChannelDialog, type OpenedPublication } from './channel-dialogs.tsx'
import { originalityLabel } from './channel-words.ts'
import { channels } from './channels-api.ts'
import { PublicationList } from './publication-list.tsx'

const views = [
  { id: 'all', label: '全部' },
  { id: 'standing', label: '正在公开' },
  { id: 'withdrawn', label: '已撤下' },
  { id: 'mustGo', label: '应当撤下' },
  { id: 'doubtful', label: '原创待核对' },
] as const

/** What stood where from when to when: counts by channel and year over the ledger. */
export function ChannelsPage() {
  const me = useMe()
  const go = useNavigate()
  const [opened, setOpened] = useState<OpenedPublication | null>(null)
  const counts = useQuery({ queryKey: ['channels', 'counts'], queryFn: channels.counts })
  const all = useQuery({ queryKey: ['channels', 'all'], queryFn: channels.all })
  const mayNote = holds(me, ['clerk'])
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="发布渠道"
          lead="平台上的发布和撤回自动登记；在微信公众号、公报、公告栏等其他渠道发布的，登记到其他渠道，或者整批导入、粘贴。"
        >
          <ExportRegister ledger="publications" />
          {mayNote ? (
            <>
              <Button
                icon={<UploadOutlined aria-hidden />}
                onClick={() => go('/ledgers/imports/new?ledger=publications')}
              >
                导入、粘贴发布信息
              </Button>
              <Button icon={<PlusOutlined aria-hidden />} onClick={() => setOpened({ what: 'channel' })}>
                登记渠道
              </Button>
            </>
          ) : null}
        </PageHead>
        <WaitingNotice ledger="publications" />
        <section className="panel gap-below" aria-label="各渠道发布条数">
          <Fetched query={counts}>
            {({ items }) => (
              <>
                <ChannelCounts counts={items} />
                <EmptyChannels counts={items} all={all.data?.items ?? []} />
              </>
            )}
          </Fetched>
        </section>
        <Publications counts={counts.data?.items ?? []} onOpen={mayNote ? setOpened : null} />
        {opened ? <ChannelDialog opened={opened} onClose={() => setOpened(null)} /> : null}
      </div>
    </Guarded>
  )
}

function Publications({ counts, onOpen }: PublicationsProps) {
  const { wanted, page, show } = useWanted()
  const list = useQuery({
    queryKey: ['channels', 'publications', wanted],
    queryFn: () => channels.publications({ ...wanted, page }),
    placeholderData: keepPreviousData,
  })
  const channel = counts.find(({ channelId }) => channelId === wanted.channelId)
  const column = wanted.columnId === 'none' ? '未关联平台信息的' : list.data?.items[0]?.columnName
  const narrowed = [
    wanted.year ? `${wanted.year}年` : '',
    channel ? `${channelKindLabel(channel.kind)}“${channel.name}”` : '',
    wanted.columnId ? `栏目“${column ?? wanted.columnId}”` : '',
    wanted.originality ? originalityLabel(wanted.originality) : '',
    wanted.recordId ? '同一条信息' : '',
  ].filter(Boolean)
  const clear = {
    year: undefined,
    channelId: undefined,
    columnId: undefined,
    originality: undefined,
    recordId: undefined,
  }
  return (
    <section className="panel" aria-label="发布台账">
      <div className="queue-bar">
        <ListViews name="view" views={views} wanted={wanted} first="all" />
        <ListSearch q={wanted.q} placeholder="标题、网址" onSearch={(q) => show({ q })} />
      </div>
      {narrowed.length > 0 ? <Narrowed onClear={() => show(clear)}>{narrowed.join(' · ')}</Narrowed> : null}
      <Fetched query={list}>
        {({ items, total, pageSize }) => (
          <PublicationList
            items={items}
            isLoading={list.isPlaceholderData}
            onOpen={onOpen}
            paging={{ page, total, pageSize, unit: '条', onPage: (next) => show({ page: next }) }}
          />
        )}
      </Fetched>
    </section>
  )
}

interface PublicationsProps {
  readonly counts: readonly ChannelCount[]
  readonly onOpen:
    | ((opened: Exclude<OpenedPublication, { what: 'channel' }> & { publication: PublicationItem }) => void)
    | null
}
