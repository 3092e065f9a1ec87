import { PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { businessRoles } from '../../organs/role.ts'
import { ExportRegister } from '../ledgers/rows/export-register.tsx'
import { WaitingNotice } from '../ledgers/rows/waiting.tsx'
import { Narrowed } from '../lists/list-bar.tsx'
import { ListPanel } from '../lists/list-panel.tsx'
import { holds, useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { ChannelCounts, EmptyChannels } from './channel-counts.tsx'
import { ChannelDialog, type OpenedPublication } from './channel-dialogs.tsx'
import { channels } from './channels-api.ts'
import { publicationViews, usePublicationChoices } from './publication-choices.ts'
import { PublicationList } from './publication-list.tsx'
import { publicationsTogether } from './publications-together.tsx'

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
        <Publications mayNote={mayNote} />
        {opened ? <ChannelDialog opened={opened} onClose={() => setOpened(null)} /> : null}
      </div>
    </Guarded>
  )
}

function Publications({ mayNote }: { readonly mayNote: boolean }) {
  const choices = usePublicationChoices()
  const { wanted, show } = useWanted()
  return (
    <ListPanel
      name="channels"
      label="发布台账"
      views={publicationViews}
      first="all"
      read={channels.publications}
      search="标题、网址"
      wide={PublicationList}
      choices={choices}
      savedAs="publications"
      {...(mayNote ? { together: publicationsTogether } : {})}
      note={wanted.recordId ? <Narrowed onClear={() => show({ recordId: undefined })}>同一条信息</Narrowed> : null}
    />
  )
}
