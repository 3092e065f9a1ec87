import { Button, Result } from 'antd'
import { Link } from 'react-router'

/** Registered: its number, and where to go from here. */
export function Done({ number, id, onNext }: { number: string; id: string; onNext: () => void }) {
  return (
    <div className="page">
      <Result
        status="success"
        title={`已登记，编号 ${number}`}
        subTitle="可以把编号写在来件上；接收回执在案件页面打印。"
        extra={[
          <Link key="open" to={`/requests/${id}`}>
            <Button type="primary">打开这件申请</Button>
          </Link>,
          <Button key="next" onClick={onNext} autoFocus>
            登记下一件
          </Button>,
        ]}
      />
    </div>
  )
}
