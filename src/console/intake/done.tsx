import { PrinterOutlined } from '@ant-design/icons'
import { Button, Result } from 'antd'
import { Link } from 'react-router'
import type { Registered } from '../api.ts'

/** Registered: the numbers, and the receipt that the applicant takes home. It cannot be shown again. */
export function Done({ registered, onNext }: { registered: readonly Registered[]; onNext: () => void }) {
  const [first] = registered
  const title = registered.length === 1 ? `已登记，编号 ${first?.number}` : `已登记为${registered.length}件`
  return (
    <div className="page intake-done">
      <Result
        status="success"
        title={<h1 className="intake-done-title">{title}</h1>}
        subTitle="请把查询码和口令交给申请人，可以凭它们在门户上查询进度、补正、领取答复。口令只显示这一次。"
        extra={[
          <Button key="next" type="primary" onClick={onNext} autoFocus>
            登记下一件
          </Button>,
          <Button key="print" icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
            打印
          </Button>,
        ]}
      />
      <div className="panel">
        <table className="plain-table">
          <caption className="read-only-text">登记的申请和查询凭证</caption>
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">查询码</th>
              <th scope="col">口令</th>
            </tr>
          </thead>
          <tbody>
            {registered.map(({ id, number, receipt }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/requests/${id}`}>{number}</Link>
                </th>
                <td>
                  <code>{receipt.code}</code>
                </td>
                <td>
                  <code>{receipt.secret}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
