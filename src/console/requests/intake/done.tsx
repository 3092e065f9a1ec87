import { PrinterOutlined } from '@ant-design/icons'
import { Button, Result } from 'antd'
import type { Registered } from '../../api.ts'
import { Receipts } from './receipts.tsx'

/** Done: the numbers, and the receipts that the applicant takes home. They cannot be shown again. */
export function Done({ registered, title, lead, what = '接收回执', next, onNext }: DoneProps) {
  return (
    <div className="page intake-done">
      <div className="no-print">
        <Result
          status="success"
          title={<h1 className="intake-done-title">{title}</h1>}
          subTitle={`${lead}查询码和口令只显示这一次。`}
          extra={[
            <Button key="next" type="primary" onClick={onNext} autoFocus>
              {next}
            </Button>,
            <Button key="print" icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
              打印{what}
            </Button>,
          ]}
        />
      </div>
      <Receipts registered={registered} what={what} />
    </div>
  )
}

interface DoneProps {
  readonly registered: readonly Registered[]
  readonly title: string
  /** What to do with the receipts. */
  readonly lead: string
  /** How the paper is called. */
  readonly what?: string
  readonly next: string
  readonly onNext: () => void
}
