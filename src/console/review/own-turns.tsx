import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { OwnTurn } from '../../review/turns/turn.ts'
import { DayDue } from '../disclosure/list/day-due.tsx'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import { useMe } from '../session/me.ts'
import { Fetched } from '../states/fetched.tsx'
import { shortDay } from '../words.ts'
import { useOwnTurns } from './turns-api.ts'

/** So many are shown at first: the rest is a click away. */
const firstShown = 6

/** 轮到我: what waits for whoever looks, over requests, records and corrections, what is due first. */
export function OwnTurns() {
  const query = useOwnTurns()
  return (
    <section className="panel gap-below" aria-labelledby="own-turns">
      <h2 className="gap-below" id="own-turns">
        轮到我{query.data && query.data.total > 0 ? <span className="quiet">（{query.data.total}项）</span> : null}
      </h2>
      <Fetched query={query}>{({ items, total }) => <TurnList items={items} total={total} />}</Fetched>
    </section>
  )
}

function TurnList({ items, total }: { readonly items: readonly OwnTurn[]; readonly total: number }) {
  const { today } = useMe()
  const [isWhole, setWhole] = useState(false)
  const columns: readonly ListColumn<OwnTurn>[] = [
    {
      title: '需要办理',
      render: ({ what, path, standsInFor }) => (
        <>
          <Link to={path}>{what}</Link>
          {standsInFor ? <span className="quiet">（代{standsInFor}）</span> : null}
        </>
      ),
    },
    { title: '申请编号、信息标题', render: ({ title }) => title },
    {
      title: '期限',
      width: 190,
      render: ({ dueOn, left }) => (
        <DayDue day={dueOn} left={left === null ? null : { count: left, unit: 'workingDays' }} />
      ),
    },
    { title: '轮到的日期', width: 160, render: ({ since }) => shortDay(since, today) },
  ]
  const rest = items.length - firstShown
  return (
    <>
      <LedgerList
        items={isWhole ? items : items.slice(0, firstShown)}
        columns={columns}
        keyOf={({ id }) => id}
        empty="没有轮到您办理的事项"
      />
      {rest > 0 && !isWhole ? (
        <Button type="link" onClick={() => setWhole(true)}>
          显示其余{rest}项
        </Button>
      ) : null}
      {isWhole && total > items.length ? <p className="quiet">只列出最先到期的{items.length}项。</p> : null}
    </>
  )
}
