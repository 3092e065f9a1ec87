import { DeleteOutlined, InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Progress, Upload } from 'antd'
import { type ReactNode, useRef } from 'react'
import type { SentFile, UploadedFile } from '../api.ts'
import { fileSize } from '../words.ts'
import { withArrived, withMoved } from './file-order.ts'
import { OrderButtons } from './order-buttons.tsx'
import type { Sending, Uploads } from './uploads.ts'
import { useSending } from './use-sending.ts'

/** Files dropped or chosen and sent at once; `asSent` says what a new one is, `more` what else is asked of each. */
export function UploadField<Kept extends UploadedFile>(props: UploadFieldProps<Kept>) {
  const { value = [], onChange, onSending, id, what, asSent, more, isOrdered = false } = props
  const { sending, send, drop } = useSending(onSending)
  const latest = useRef(value)
  latest.current = value
  const underWay = useRef(0)
  const chosen = useRef({ count: 0, as: new Map<string, number>() })

  const keep = (files: readonly Kept[]) => {
    latest.current = files
    onChange?.(files)
  }
  const choose = (file: File) => {
    const place = chosen.current.count++
    const isFirst = underWay.current === 0 && latest.current.length === 0
    underWay.current += 1
    send(file, (sent) => {
      chosen.current.as.set(sent.id, place)
      keep(withArrived(latest.current, asSent(sent, isFirst), chosen.current.as))
    }).finally(() => {
      underWay.current -= 1
    })
  }
  const hasOrder = isOrdered && value.length > 1
  return (
    <div id={id}>
      <DropArea what={what} onChoose={choose} />
      <ul className="upload-list" aria-live="polite">
        {sending.map((each) => (
          <SendingItem key={each.key} sending={each} onDismiss={() => drop(each.key)} />
        ))}
        {value.map((file, index) => (
          <li key={file.id}>
            <span className="grow">
              {hasOrder ? `${index + 1}. ` : ''}
              {file.name} <span className="quiet">{fileSize(file.size)}</span>
            </span>
            {more?.(file, (changed) => keep(value.map((each) => (each.id === file.id ? changed : each))))}
            {hasOrder ? (
              <span className="nowrap">
                <OrderButtons
                  name={file.name}
                  isFirst={index === 0}
                  isLast={index === value.length - 1}
                  onMove={(by) => keep(withMoved(value, file.id, by))}
                />
              </span>
            ) : null}
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`去掉${file.name}`}
              onClick={() => keep(value.filter((each) => each.id !== file.id))}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

interface UploadFieldProps<Kept extends UploadedFile> {
  readonly value?: readonly Kept[]
  readonly onChange?: (files: readonly Kept[]) => void
  readonly onSending: (uploads: Uploads) => void
  readonly id?: string
  /** 扫描件, 文件 … */
  readonly what: string
  /** `isFirst`: nothing stands there or is on its way before it. */
  readonly asSent: (sent: SentFile, isFirst: boolean) => Kept
  /** Their order shows where they go: it is shown here and can be changed. */
  readonly isOrdered?: boolean
  readonly more?: (file: Kept, change: (changed: Kept) => void) => ReactNode
}

function DropArea({ what, onChoose }: { what: string; onChoose: (file: File) => void }) {
  return (
    <Upload.Dragger
      multiple
      showUploadList={false}
      beforeUpload={(file) => {
        onChoose(file)
        return false
      }}
    >
      <p>
        <InboxOutlined aria-hidden="true" /> 把{what}拖到这里，或者点击选择
      </p>
      <p className="quiet">单个不超过20 MB。涉密文件不得上传。</p>
    </Upload.Dragger>
  )
}

function SendingItem({ sending: { name, percent, error }, onDismiss }: { sending: Sending; onDismiss: () => void }) {
  return (
    <li>
      {error ? (
        <Alert type="error" showIcon title={`${name}：${error}`} closable={{ onClose: onDismiss }} />
      ) : (
        <>
          <span className="grow">{name}</span>
          <Progress className="upload-progress" percent={percent} size="small" aria-label={`${name}上传进度`} />
        </>
      )}
    </li>
  )
}
