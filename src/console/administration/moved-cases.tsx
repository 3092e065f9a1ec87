import { Alert } from 'antd'
import { Link } from 'react-router'
import { chineseDate, type PlainDate } from '../../calendar/plain-date.ts'
import type { MovedRecord } from '../../disclosure/moved-record.ts'
import type { MovedCase } from './administration-api.ts'

/** Which open requests and which records get another day by the new notice. */
export function MovedCases({ moved, records }: MovedCasesProps) {
  if (moved.length + records.length === 0)
    return <Alert className="gap-below" type="success" showIcon title="采用后，没有期限变动。" />
  return (
    <>
      {moved.length > 0 ? (
        <Moved
          title={`采用后，${moved.length}件在办申请的期限变动；原期限和原因记入各件的经过。`}
          head="编号"
          rows={moved.map(({ id, number, ...days }) => ({ key: id, to: `/requests/${id}`, name: number, days }))}
        />
      ) : null}
      {records.length > 0 ? (
        <Moved
          title={`采用后，${records.length}条信息的公开期限或者审核期限变动；变动记入操作日志。`}
          head="信息"
          rows={records.map(({ id, title, what, ...days }) => ({
            key: `${id} ${what}`,
            to: null,
            name: `${title || '（未写标题）'}：${whatDay[what]}`,
            days,
          }))}
        />
      ) : null}
    </>
  )
}

const whatDay = { publishBy: '公开期限', stepDueOn: '审核期限' } as const

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
            {rows.map(({ key, to, name, days }) => (
              <tr key={key}>
                <th scope="row">{to === null ? name : <Link to={to}>{name}</Link>}</th>
                <td>{chineseDate(days.from)}</td>
                <td>{chineseDate(days.to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  )
}

interface MovedCasesProps {
  readonly moved: readonly MovedCase[]
  readonly records: readonly MovedRecord[]
}

interface MovedProps {
  readonly title: string
  readonly head: string
  readonly rows: readonly {
    readonly key: string
    readonly to: string | null
    readonly name: string
    readonly days: { readonly from: PlainDate; readonly to: PlainDate }
  }[]
}
