import { Alert } from 'antd'
import { Link } from 'react-router'
import { chineseDate } from '../../calendar/plain-date.ts'
import type { MovedCase } from './administration-api.ts'

/** Which open requests get another due day by the new notice. */
export function MovedCases({ moved }: { moved: readonly MovedCase[] }) {
  if (moved.length === 0)
    return <Alert className="gap-below" type="success" showIcon title="采用后，没有申请的期限变动。" />
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={`采用后，${moved.length}件在办申请的期限变动；原期限和原因记入各件的经过。`}
      description={
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">原期限</th>
              <th scope="col">新期限</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ id, number, from, to }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/requests/${id}`}>{number}</Link>
                </th>
                <td>{chineseDate(from)}</td>
                <td>{chineseDate(to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  )
}
