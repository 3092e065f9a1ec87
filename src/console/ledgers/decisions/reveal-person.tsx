import { EyeOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { counted } from '../../fields/counted.ts'
import { FormDialog } from '../../fields/form-dialog.tsx'
import { ledgers } from '../ledgers-api.ts'

const Reason = z.strictObject({ reason: z.string().trim().min(4, '请写明查看的理由').max(300, '不超过300个字') })

/** Shows what is masked, for a reason that is kept in the audit log. */
export function RevealPerson({ id, onOpen }: RevealPersonProps) {
  const [isAsking, setAsking] = useState(false)
  const open = async (checked: unknown) => {
    const { reason } = Reason.parse(checked)
    onOpen(await ledgers.openPerson(id, reason))
  }
  return (
    <>
      <Button size="small" icon={<EyeOutlined aria-hidden />} onClick={() => setAsking(true)}>
        查看完整信息
      </Button>
      {isAsking ? (
        <FormDialog
          title="查看完整信息"
          about={id}
          isTold
          action="查看"
          lead="自然人的姓名、证件号码平时遮盖显示。查看的人、时间和理由记入审计日志。"
          schema={Reason}
          initial={{ reason: '' }}
          save={open}
          onClose={() => setAsking(false)}
        >
          <Form.Item name="reason" label="查看的理由" required>
            <Input {...counted(300)} autoComplete="off" />
          </Form.Item>
        </FormDialog>
      ) : null}
    </>
  )
}

interface RevealPersonProps {
  readonly id: string
  readonly onOpen: (values: Readonly<Record<string, string>>) => void
}
