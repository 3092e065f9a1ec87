import { useMutation } from '@tanstack/react-query'
import { Alert, Form, Input, Modal, Radio, Space } from 'antd'
import { useState } from 'react'
import { counted } from '../fields/counted.ts'

/** Asks why before what is masked of a person is shown in clear; the reason is recorded. */
export function OpenPersonal<Opened>({ title, lead, reasons, open, onOpened, onClose }: OpenPersonalProps<Opened>) {
  const [reason, setReason] = useState(reasons[0] ?? '')
  const [words, setWords] = useState('')
  const said = reason === other ? words.trim() : reason
  const opening = useMutation({
    mutationFn: () => open(said),
    onSuccess: (opened) => {
      onOpened(opened)
      onClose()
    },
  })
  return (
    <Modal
      open
      title={title}
      okText="查看"
      okButtonProps={{ disabled: said === '', loading: opening.isPending }}
      onOk={() => opening.mutate()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <p>{lead}请写明查看的理由，您的姓名、时间和理由将记入审计日志。</p>
        {opening.error ? (
          <Alert className="gap-below" type="error" showIcon title={opening.error.message} role="alert" />
        ) : null}
        <Form.Item label="查看的理由">
          <Radio.Group value={reason} onChange={({ target }) => setReason(target.value as string)}>
            <Space orientation="vertical">
              {[...reasons, other].map((each) => (
                <Radio key={each} value={each}>
                  {each}
                </Radio>
              ))}
            </Space>
          </Radio.Group>
        </Form.Item>
        {reason === other ? (
          <Form.Item label="请写明">
            <Input autoFocus value={words} onChange={({ target }) => setWords(target.value)} {...counted(200)} />
          </Form.Item>
        ) : null}
      </Form>
    </Modal>
  )
}

const other = '其他'

interface OpenPersonalProps<Opened> {
  readonly title: string
  /** What is masked, in a sentence. */
  readonly lead: string
  readonly reasons: readonly string[]
  readonly open: (reason: string) => Promise<Opened>
  readonly onOpened: (opened: Opened) => void
  readonly onClose: () => void
}
