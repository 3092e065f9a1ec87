import { Alert } from 'antd'
import { Link } from 'react-router'
import type { MovedDay } from '../../calendar/notices/moved-day.ts'
import { chineseDate } from '../../days/plain-date.ts'

/** Which open requests, records and remedies get another day by the new notice. */
export function MovedDays({ days }: { readonly days: readonly MovedDay[] }) {
  if (days.length === 0) return <Alert className="gap-below" type="success" showIcon title="采用后，没有期限变动。" />
  const [requests, records, remedies] = (['request', 'record', 'remedy'] as const).map((of) =>
    days.filter((day) => day.of === of),
  )
  return (
    <>
      {requests && requests.length > 0 ? (
        <Moved
          title={`采用后，${requests.length}件在办申请的期限变动；原期限和原因记入各件的经过。`}
          head="编号"
          rows={requests.map((day) => ({ day, name: day.name, to: `/requests/${day.id}` }))}
        />
      ) : null}
      {records && records.length > 0 ? (
        <Moved
          title={`采用后，${records.length}条信息的公开期限或者审核期限变动；变动记入操作日志。`}
          head="信息"
          rows={records.map((day) => ({ day, name: `${day.name}：${day.label}`, to: null }))}
        />
      ) : null}
      {remedies && remedies.length > 0 ? (
        <Moved
          title={`采用后，复议、诉讼中${remedies.length}项期限变动；原期限和原因记入各件的经过。`}
          head="案件"
          rows={remedies.map((day) => ({ day, name: `${day.name}：${day.label}`, to: `/ledgers/remedies/${day.id}` }))}
        />
      ) : null}
    </>
  )
}

function Moved({ title, head, rows }: MovedProps) {
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={title}
      description={
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">原期限</th>
              <th scope="col">新期限</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ day, to, name }) => (
              <tr key={`${day.id} ${day.what}`}>
                <th scope="row">{to === null ? name : <Link to={to}>{name}</Link>}</th>
                <td>{chineseDate(day.from)}</td>
                <td>{chineseDate(day.to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  )
}

interface MovedProps {
  readonly title: string
  readonly head: string
  readonly rows: readonly { readonly day: MovedDay; readonly name: string; readonly to: string | null }[]
}
