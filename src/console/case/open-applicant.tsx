import { useMutation } from '@tanstack/react-query'
import { Alert, Form, Input, Modal, Radio, Space } from 'antd'
import { useState } from 'react'
import type { Applicant } from '../../requests/applicant.ts'
import { requests } from '../api.ts'
import { counted } from '../fields/counted.ts'

const reasons = ['与申请人联系、送达', '核对身份证明', '办理邮寄', '其他']

/** Asks why before the whole of an applicant's data is shown. */
export function OpenApplicant({ id, onOpened, onClose }: OpenApplicantProps) {
  const [reason, setReason] = useState(reasons[0] ?? '')
  const [words, setWords] = useState('')
  const said = reason === '其他' ? words.trim() : reason
  const open = useMutation({
    mutationFn: () => requests.openApplicant(id, said),
    onSuccess: (applicant) => {
      onOpened(applicant)
      onClose()
    },
  })
  return (
    <Modal
      open
      title="查看申请人完整信息"
      okText="查看"
      okButtonProps={{ disabled: said === '', loading: open.isPending }}
      onOk={() => open.mutate()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <p>申请人信息平时遮盖显示。请写明查看的理由，您的姓名、时间和理由将记入审计日志。</p>
        {open.error ? (
          <Alert className="gap-below" type="error" showIcon title={open.error.message} role="alert" />
        ) : null}
        <Form.Item label="查看的理由">
          <Radio.Group value={reason} onChange={({ target }) => setReason(target.value as string)}>
            <Space orientation="vertical">
              {reasons.map((each) => (
                <Radio key={each} value={each}>
                  {each}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </Form.Item>
        {reason === '其他' ? (
          <Form.Item label="请写明">
            <Input autoFocus value={words} onChange={({ target }) => setWords(target.value)} {...counted(200)} />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  )
}

interface OpenApplicantProps {
  readonly id: string
  readonly onOpened: (applicant: Applicant) => void
  readonly onClose: () => void
}
