import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Modal } from 'antd'
import { useState } from 'react'
import { isPlainDate } from '../../days/plain-date.ts'
import type { FilingView } from '../../report/filing/filing-view.ts'
import { DayField } from '../fields/day-field.tsx'
import { FileButton } from '../fields/file-button.tsx'
import { useMe } from '../session/me.ts'
import { filings, filingsKey } from './filing-api.ts'

/** Takes in the report of an organ that does not work on this platform, as it came, with the day on which it did. */
export function ReceiveButton({ view }: { view: FilingView }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{view.report ? '登记另一份收到的报告' : '登记收到的报告'}</Button>
      <span className="quiet">网页、Word、PDF、Excel；读出数字后，由您逐格对照原件核对。</span>
      {isOpen ? <ReceiveDialog view={view} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function ReceiveDialog({ view, onClose }: { view: FilingView; onClose: () => void }) {
  const { year, filer, acceptedOn, status } = view
  const client = useQueryClient()
  const [arrivedOn, setArrivedOn] = useState<string | null>(useMe().today)
  const receiving = useMutation({
    mutationFn: (file: File) => filings.receive(year, filer.id, file, arrivedOn ?? ''),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: filingsKey })
      onClose()
    },
  })
  const isDay = arrivedOn !== null && isPlainDate(arrivedOn)
  return (
    <Modal open title={`登记收到的报告：${filer.name}${year}年度`} footer={null} onCancel={onClose}>
      <Form layout="vertical">
        <Form.Item label="收到的日期" required htmlFor="arrivedOn">
          <DayField id="arrivedOn" value={arrivedOn} onChange={setArrivedOn} />
        </Form.Item>
        {status === 'received' ? (
          <p className="quiet gap-below">
            正在核对的一份上已经填写的内容不带到另一份；另一份登记以后，这一份不再核对。
          </p>
        ) : null}
        {acceptedOn ? <p className="quiet gap-below">已经通过的一份继续计入汇总，直到这一份审核通过。</p> : null}
        <FileButton
          accept=".docx,.pdf,.html,.htm,.xlsx,.json,.txt"
          label="选择收到的文件"
          isBusy={receiving.isPending}
          onFile={(file) => isDay && receiving.mutate(file)}
        />
        {isDay ? null : <p className="late-words">请先填写收到的日期</p>}
        <div className="gap-above" aria-live="polite">
          {receiving.error ? <Alert type="error" showIcon role="alert" title={receiving.error.message} /> : null}
        </div>
      </Form>
    </Modal>
  )
}
