import { DownloadOutlined } from '@ant-design/icons'
import { Button, Form, Popover } from 'antd'
import { useState } from 'react'
import { plainDate } from '../../calendar/plain-date.ts'
import { query } from '../api.ts'
import { DayField } from '../fields/day-field.tsx'
import { useMe } from '../session/me.ts'

/** The register of a period as Excel; names stay masked. */
export function ExportButton() {
  const { today } = useMe()
  const [from, setFrom] = useState(plainDate(`${today.slice(0, 4)}-01-01`))
  const [to, setTo] = useState(today)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="导出登记簿"
      content={
        <Form layout="vertical" className="export-form">
          <Form.Item label="收到日期从">
            <DayField value={from} onChange={(day) => setFrom(day ?? from)} />
          </Form.Item>
          <Form.Item label="到">
            <DayField value={to} onChange={(day) => setTo(day ?? to)} />
          </Form.Item>
          <p className="quiet">申请人信息在导出的表中仍作遮盖；每次导出都会记入审计日志。</p>
          <Button type="primary" block href={`/api/console/requests/export${query({ from, to })}`}>
            导出 Excel
          </Button>
        </Form>
      }
    >
      <Button icon={<DownloadOutlined aria-hidden />}>导出</Button>
    </Popover>
  )
}
