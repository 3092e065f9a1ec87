import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { chineseDate } from '../../days/plain-date.ts'
import { businessRoles } from '../../organs/role.ts'
import { awaitedStatuses } from '../../report/filing/filing.ts'
import type { FilingItem, FilingList } from '../../report/filing/filing-view.ts'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import { ListSearch, ListViews } from '../lists/list-bar.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { StateWords } from '../states/state-mark.tsx'
import { FilerDialog } from './filer-dialog.tsx'
import { filings, filingsKey } from './filing-api.ts'
import { kindLabels, markOf, standingOf, views } from './filing-words.ts'

/** 下级报送: whoever is expected to file a year's report with this office, and how far each is. */
export function FilingsPage() {
  const { wanted } = useWanted()
  const list = useQuery({ queryKey: [...filingsKey, wanted.year], queryFn: () => filings.list(wanted.year) })
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <Fetched query={list}>{(shown) => <Filings list={shown} />}</Fetched>
      </div>
    </Guarded>
  )
}

const pageSize = 50

function Filings({ list: { year, years, items } }: { list: FilingList }) {
  const { wanted, page, show } = useWanted()
  const [isAdding, setAdding] = useState(false)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const view = views.find(({ id }) => id === wanted.view) ?? views[0]
  const words = wanted.q?.trim() ?? ''
  const found = items.filter((item) => view.holds(item) && item.name.includes(words))
  const shown = found.slice((page - 1) * pageSize, page * pageSize)
  const chosen = items.filter(({ id }) => ticked.includes(id))
  return (
    <>
      <PageHead
        title="下级报送"
        lead={`所属部门、乡镇、街道和下级人民政府向本机关报送的${year}年度政府信息公开工作年度报告（条例第四十九条）。`}
      >
        <Select
          aria-label="年度"
          value={year}
          options={years.map((each) => ({ value: each, label: `${each}年度` }))}
          onChange={(next) => show({ year: next, page: 1 })}
        />
        <Link to={`/filings/${year}/sum`}>
          <Button>汇总</Button>
        </Link>
        <Button onClick={() => setAdding(true)}>增加报送机关</Button>
      </PageHead>
      <Summary items={items} />
      <section className="panel" aria-label="报送情况">
        <div className="queue-bar">
          <ListViews
            name="view"
            views={views.map(({ id, label, holds }) => ({ id, label, count: items.filter(holds).length }))}
            wanted={{ ...wanted, view: view.id }}
            first="all"
          />
          <ListSearch q={wanted.q} placeholder="机关名称中的字词" onSearch={(q) => show({ q, page: 1 })} />
        </div>
        {chosen.length > 0 ? <Reminding year={year} items={chosen} onDone={() => setTicked([])} /> : null}
        <LedgerList
          items={shown}
          columns={columns}
          keyOf={({ id }) => id}
          empty={items.length === 0 ? nobody : '没有符合的机关'}
          ticked={{ items: chosen, onTick: (each) => setTicked(each.map(({ id }) => id)) }}
          paging={{ page, total: found.length, pageSize, onPage: (to) => show({ page: to }), unit: '个机关' }}
        />
      </section>
      {isAdding ? <FilerDialog year={year} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

const nobody =
  '还没有机关向本机关报送。在本平台办理的下级机关开设时选了本机关为上级的，自动列在这里；其他的请“增加报送机关”。'

/** How many there are of each, in a sentence. */
function Summary({ items }: { items: readonly FilingItem[] }) {
  const count = (holds: (item: FilingItem) => boolean) => items.filter(holds).length
  const expected = count(({ status }) => status !== 'excused')
  const late = count((item) => item.isLate && item.filedOn === null)
  if (expected === 0) return null
  return (
    <Alert
      className="gap-below"
      type={late > 0 ? 'warning' : 'info'}
      showIcon
      title={`应报送${expected}个，已通过${count(({ isAccepted }) => isAccepted)}个，待办理${count(({ status }) => status === 'filed' || status === 'received')}个，退回未再报${count(({ status }) => status === 'returned')}个${late > 0 ? `，逾期未报${late}个` : ''}。`}
    />
  )
}

/** Reminds those who are ticked and have not filed. */
function Reminding({ year, items, onDone }: { year: number; items: readonly FilingItem[]; onDone: () => void }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const missing = items.filter(({ status }) => awaitedStatuses.includes(status))
  const reminding = useMutation({
    mutationFn: () =>
      filings.remind(
        year,
        missing.map(({ id }) => id),
      ),
    onSuccess: async ({ reminded }) => {
      message.success(`已催报${reminded}个机关`)
      await client.invalidateQueries({ queryKey: filingsKey })
      onDone()
    },
  })
  return (
    <div className="row gap-below" role="status">
      已选{items.length}个机关
      <Popconfirm
        title={`催报${missing.length}个机关？`}
        description="今天已经催报过的、没有登记邮箱又不在本平台办理的，不再催报。"
        okText="催报"
        cancelText="取消"
        onConfirm={() => reminding.mutate()}
      >
        <Button type="primary" disabled={missing.length === 0} loading={reminding.isPending}>
          催报其中没有报送的{missing.length}个
        </Button>
      </Popconfirm>
      <Button type="text" onClick={onDone}>
        取消选择
      </Button>
      <span className="quiet">在本平台办理的，经办人的“轮到我”中会出现；登记了邮箱的，同时发邮件。</span>
      {reminding.error ? <Alert type="error" showIcon title={reminding.error.message} /> : null}
    </div>
  )
}

const foundWords = ({ errors, warnings }: FilingItem): string =>
  [errors > 0 && `错误${errors}项`, warnings > 0 && `提醒${warnings}项`].filter(Boolean).join('，')

const columns: readonly ListColumn<FilingItem>[] = [
  { title: '机关', render: ({ id, year, name }) => <Link to={`/filings/${year}/${id}`}>{name}</Link> },
  { title: '类别', width: 116, render: ({ kind }) => kindLabels[kind] },
  {
    title: '情况',
    width: 190,
    render: (item) => <StateWords mark={markOf(item)} label={standingOf(item)} />,
  },
  { title: '应报送', width: 132, render: ({ dueOn }) => chineseDate(dueOn) },
  { title: '报送', width: 132, render: ({ filedOn }) => (filedOn ? chineseDate(filedOn) : '') },
  { title: '检查', width: 110, render: foundWords },
  { title: '上次催报', width: 132, render: ({ remindedOn }) => (remindedOn ? chineseDate(remindedOn) : '') },
]
