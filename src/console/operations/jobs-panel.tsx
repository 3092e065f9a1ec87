import { useQuery } from '@tanstack/react-query'
import { Grid, Table, Tag } from 'antd'
import { administration, type JobRun } from '../organs/organs-api.ts'
import { Fetched } from '../states/fetched.tsx'
import { WholeDays } from '../whole-days.tsx'
import { officeTime } from '../words.ts'

/** What the program does by the clock, when it was last done, and what to do where it failed. */
export function JobsPanel() {
  const query = useQuery({ queryKey: ['jobs'], queryFn: administration.jobs, refetchInterval: 60_000 })
  return (
    <section className="panel" aria-labelledby="jobs-title">
      <div className="panel-head">
        <h2 id="jobs-title">定时工作</h2>
      </div>
      <Fetched query={query}>
        {({ items }) => (
          <Table<JobRun> rowKey="name" size="small" pagination={false} dataSource={inOrder(items)} columns={columns} />
        )}
      </Fetched>
    </section>
  )
}

/** What fails stands first. */
const inOrder = (items: readonly JobRun[]) =>
  [...items].sort((a, b) => b.failedRunning - a.failedRunning || a.title.localeCompare(b.title, 'zh-CN'))

const columns = [
  { title: '工作', render: (_: unknown, job: JobRun) => <Title job={job} /> },
  { title: '状况', render: (_: unknown, job: JobRun) => <Standing job={job} /> },
  {
    title: '最近一次完成',
    responsive: ['md' as const],
    render: (_: unknown, { succeededAt }: JobRun) =>
      succeededAt ? <WholeDays>{officeTime(succeededAt)}</WholeDays> : <span className="quiet">还没有完成过</span>,
  },
  {
    title: '最近一次失败',
    responsive: ['md' as const],
    render: (_: unknown, job: JobRun) => <LastFailure job={job} />,
  },
]

/** On a telephone what the other columns say stands below the name. */
function Title({ job }: { job: JobRun }) {
  const { md = true } = Grid.useBreakpoint()
  if (md) return job.title
  return (
    <>
      {job.title}
      <div className="quiet">
        <WholeDays>{job.succeededAt ? `${officeTime(job.succeededAt)}完成` : '还没有完成过'}</WholeDays>
      </div>
      {job.failedAt ? <LastFailure job={job} /> : null}
    </>
  )
}

function Standing({ job: { failedRunning, startedAt } }: { job: JobRun }) {
  if (failedRunning > 0) return <Tag color="error">连续失败{failedRunning}次</Tag>
  return startedAt ? <Tag color="success">正常</Tag> : <Tag>尚未到时间</Tag>
}

function LastFailure({ job: { failedAt, fault, failedRunning } }: { job: JobRun }) {
  if (!failedAt) return <span className="quiet">没有失败过</span>
  return (
    <div className="job-failure">
      {officeTime(failedAt)}失败，故障编号 <strong>{fault}</strong>
      <p className="quiet">
        {failedRunning > 0
          ? '系统会按时重做。一直失败的，请运维人员按故障编号在服务器的错误日志中查找原因。'
          : '此后已经做成，不必处理。'}
      </p>
    </div>
  )
}
