import { Button, Form } from 'antd'
import { useId, useState } from 'react'
import { isPlainDate } from '../../../days/plain-date.ts'
import { query } from '../../api.ts'
import { DayField } from '../../fields/day-field.tsx'
import { useMe } from '../../session/me.ts'

/** From which day to which the register is exported; names stay masked. */
export function ExportForm() {
  const { today } = useMe()
  const [fromId, toId] = [useId(), useId()]
  const [from, setFrom] = useState<string>(`${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState<string>(today)
  return (
    <Form layout="vertical" className="export-form">
      <Form.Item label="收到日期从" htmlFor={fromId}>
        <DayField id={fromId} isNeeded value={from} onChange={(day) => setFrom(day ?? '')} />
      </Form.Item>
      <Form.Item label="到" htmlFor={toId}>
        <DayField id={toId} isNeeded value={to} onChange={(day) => setTo(day ?? '')} />
      </Form.Item>
      <p className="quiet">申请人信息在导出的表中仍作遮盖；每次导出都会记入审计日志。</p>
      <Button
        type="primary"
        block
        disabled={!isPlainDate(from) || !isPlainDate(to)}
        href={`/api/console/requests/export${query({ view: 'all', from, to })}`}
      >
        导出 Excel
      </Button>
    </Form>
  )
}
