import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import type { OriginalityFlag } from '../../channels/publication-view.ts'
import { yearOf } from '../../days/plain-date.ts'
import { businessRoles } from '../../organs/role.ts'
import { WaitingMark } from '../ledgers/rows/waiting.tsx'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import { holds, useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { OriginalityDialog } from './channel-dialogs.tsx'
import { channels } from './channels-api.ts'
import { Shares } from './originality-shares.tsx'

/** How much is original by column and channel, and what is marked so although others published it before. */
export function OriginalityPage() {
  const { today } = useMe()
  const { wanted, show } = useWanted()
  const view = useQuery({
    queryKey: ['channels', 'originality', wanted.year],
    queryFn: () => channels.originality(wanted.year),
  })
  const thisYear = yearOf(today)
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="原创与转载"
          lead="送审、发布时和每天夜里，按标题和正文前500字与此前发布的信息比对，标为原创而大体相同的列出核对。转载信息过多是年度报告常见的不足。"
        />
        <Fetched query={view}>
          {({ year, shares, flags, unchecked }) => (
            <>
              <Flags flags={flags} unchecked={unchecked} />
              <section className="panel" aria-label="原创占比">
                <div className="panel-head">
                  <h2>原创占比</h2>
                  <Select
                    aria-label="年度"
                    value={year}
                    onChange={(next) => show({ year: next === thisYear ? undefined : next })}
                    options={Array.from({ length: 6 }, (_, back) => ({
                      value: thisYear - back,
                      label: `${thisYear - back}年`,
                    }))}
                  />
                </div>
                <Shares shares={shares} year={year} />
              </section>
            </>
          )}
        </Fetched>
      </div>
    </Guarded>
  )
}

function Flags({ flags, unchecked }: { flags: readonly OriginalityFlag[]; unchecked: number }) {
  const client = useQueryClient()
  const mayNote = holds(useMe(), ['clerk'])
  const [opened, setOpened] = useState<OriginalityFlag | null>(null)
  const refresh = () =>
    Promise.all(['channels', 'corrections'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  const check = useMutation({ mutationFn: channels.check, onSuccess: refresh })
  return (
    <section className="panel gap-below" aria-label="需要核对">
      <div className="panel-head">
        <h2>
          需要核对<span className="quiet count">{flags.length}</span>
        </h2>
        {mayNote && unchecked > 0 ? (
          <Button onClick={() => check.mutate()} loading={check.isPending}>
            现在比对尚未比对的 {unchecked} 条
          </Button>
        ) : null}
      </div>
      {check.data ? (
        <Alert
          className="gap-below"
          role="status"
          type="info"
          showIcon
          title={`比对了${check.data.checked}条，发现${check.data.flagged}条需要核对${check.data.left > 0 ? `，还有${check.data.left}条没有比对` : ''}。`}
        />
      ) : null}
      <LedgerList
        items={flags}
        columns={mayNote ? [...columns, acts(setOpened)] : columns}
        keyOf={({ publicationId }) => publicationId}
        empty="没有标为原创而与此前信息大体相同的"
      />
      {opened ? (
        <OriginalityDialog
          publicationId={opened.publicationId}
          title={opened.title}
          originality="repost"
          saving={(save) => async (checked) => {
            await save(checked)
            await refresh()
          }}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </section>
  )
}

const percent = (similarity: number) => `${Math.round(similarity * 100)}%`

const columns: readonly ListColumn<OriginalityFlag>[] = [
  {
    title: '标为原创的信息',
    render: ({ publicationId, title, address, channelName, publishedOn }) => (
      <span className="queue-what">
        {address ? (
          <a href={address} target="_blank" rel="noreferrer">
            {title}
          </a>
        ) : (
          <strong>{title}</strong>
        )}
        <span className="quiet">
          {publishedOn} · {channelName}
        </span>
        <WaitingMark ledger="publications" id={publicationId} />
      </span>
    ),
  },
  {
    title: '此前发布的信息',
    render: ({ likeTitle, likeAddress, likeOrgan, likePublishedOn }) => (
      <span className="queue-what">
        <a href={likeAddress} target="_blank" rel="noreferrer">
          {likeTitle}
        </a>
        <span className="quiet">
          {likePublishedOn} · {likeOrgan}
        </span>
      </span>
    ),
  },
  {
    title: '相似程度',
    width: 150,
    render: ({ titleSimilarity, textSimilarity }) => (
      <span className="stacked">
        {textSimilarity === null ? null : <span>正文 {percent(textSimilarity)}</span>}
        <span className="quiet">标题 {percent(titleSimilarity)}</span>
      </span>
    ),
  },
]

const acts = (onOpen: (flag: OriginalityFlag) => void): ListColumn<OriginalityFlag> => ({
  title: '办理',
  width: 90,
  render: (flag) => (
    <Button size="small" onClick={() => onOpen(flag)} aria-label={`核对${flag.title}`}>
      核对
    </Button>
  ),
})
