import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Grid, Table, Tag } from 'antd'
import { administration, type OutboxKindStanding, type TroubledLeaving } from '../organs/organs-api.ts'
import { Fetched } from '../states/fetched.tsx'
import { WholeDays } from '../whole-days.tsx'
import { officeTime } from '../words.ts'

/** What waits to leave the house, and what could not. */
export function OutboxPanel() {
  const query = useQuery({ queryKey: ['outbox'], queryFn: administration.outbox, refetchInterval: 60_000 })
  return (
    <section className="panel" aria-labelledby="outbox-title">
      <div className="panel-head">
        <h2 id="outbox-title">待发出的</h2>
      </div>
      <Fetched query={query}>
        {({ kinds, troubled }) => (
          <>
            {kinds.length === 0 ? (
              <p className="quiet">没有等待发出的，近30天也没有发不出去的。</p>
            ) : (
              <ul className="plain-list gap-below">
                {kinds.map((each) => (
                  <li key={each.kind}>
                    <Counts standing={each} />
                  </li>
                ))}
              </ul>
            )}
            {troubled.length > 0 && (
              <Table<TroubledLeaving>
                rowKey="id"
                size="small"
                pagination={false}
                dataSource={[...troubled]}
                columns={columns}
              />
            )}
          </>
        )}
      </Fetched>
    </section>
  )
}

function Counts({ standing: { title, waiting, failing, givenUp, oldestAt } }: { standing: OutboxKindStanding }) {
  return (
    <>
      <strong>{title}</strong>：等待发出{waiting}件
      {oldestAt && (
        <>
          （最早的<WholeDays>{officeTime(oldestAt)}</WholeDays>写好）
        </>
      )}
      {failing > 0 && `，其中${failing}件没有发成、将再试`}
      {givenUp > 0 && `；近30天有${givenUp}件没有发出，不再试`}
    </>
  )
}

const columns = [
  { title: '内容', render: (_: unknown, item: TroubledLeaving) => <What item={item} /> },
  { title: '状况', render: (_: unknown, item: TroubledLeaving) => <Standing item={item} /> },
  { title: '原因', responsive: ['md' as const], dataIndex: 'lastError' },
  {
    title: '下一次',
    responsive: ['md' as const],
    render: (_: unknown, item: TroubledLeaving) => <Next item={item} />,
  },
  { title: '办理', render: (_: unknown, item: TroubledLeaving) => <Again item={item} /> },
]

/** Needs no second question: what is not true any more does not leave. */
function Again({ item: { id } }: { item: TroubledLeaving }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const again = useMutation({
    mutationFn: () => administration.tryAgain(id),
    onSuccess: () => {
      message.success({ key: `outbox ${id}`, content: '已排入待发，一分钟内再试' })
      client.invalidateQueries({ queryKey: ['outbox'] })
    },
    onError: ({ message: why }) => message.error(why),
  })
  return (
    <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>
      再试
    </Button>
  )
}

/** On a telephone what the other columns say stands below. */
function What({ item }: { item: TroubledLeaving }) {
  const { md = true } = Grid.useBreakpoint()
  return (
    <>
      {item.title}，<WholeDays>{officeTime(item.queuedAt)}</WholeDays>写好
      {!md && (
        <div className="quiet">
          {item.lastError}。<Next item={item} />
        </div>
      )}
    </>
  )
}

function Standing({ item: { attempts, nextAt } }: { item: TroubledLeaving }) {
  if (!nextAt) return <Tag color="error">没有发出</Tag>
  return <Tag color="warning">{attempts > 0 ? `试过${attempts}次` : '等待对方恢复'}</Tag>
}

const Next = ({ item: { nextAt } }: { item: TroubledLeaving }) =>
  nextAt ? (
    <>
      <WholeDays>{officeTime(nextAt)}</WholeDays>以后再试
    </>
  ) : (
    <>不会自己再试</>
  )
