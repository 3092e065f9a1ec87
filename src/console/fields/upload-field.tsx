import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Progress, Upload } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type SentFile, type UploadedFile, uploadFile } from '../api.ts'
import { fileSize } from '../words.ts'
import { withArrived, withMoved } from './file-order.ts'

interface Sending {
  readonly key: string
  readonly name: string
  readonly percent: number
  readonly error?: string
}

/** Whether all that was chosen has arrived: a step that relies on it waits for what is running, and does not pass over what failed. */
type UploadState = 'done' | 'running' | 'failed'

/** The same with the names of the files that have not arrived. */
export interface Uploads {
  readonly state: UploadState
  readonly names: readonly string[]
}
export const allSent: Uploads = { state: 'done', names: [] }

const stateOf = (sending: readonly Sending[]): UploadState => {
  if (sending.some(({ error }) => error === undefined)) return 'running'
  return sending.length > 0 ? 'failed' : 'done'
}

/** What the button says that sends the form. */
export const withUploads = ({ state }: Uploads, label: string): string =>
  ({ done: label, running: '附件上传中……', failed: '有附件没有传上，请先处理' })[state]

/** Why a step has to wait that relies on the files; null where they have arrived. */
export function whyWaitFor({ state, names }: Uploads): string | null {
  const named =
    names
      .slice(0, 3)
      .map((name) => `“${name}”`)
      .join('、') + (names.length > 3 ? `等${names.length}个文件` : '')
  if (state === 'running') return `${named}还在上传，传完后再办理`
  return state === 'failed' ? `${named}没有传上，请重新上传；不要这个文件的，先关掉它的提示` : null
}

/** Files dropped or chosen and sent at once; `asSent` says what a new one is, `more` what else is asked of each. */
export function UploadField<Kept extends UploadedFile>({
  value = [],
  onChange,
  onSending,
  id,
  what,
  asSent,
  more,
  isOrdered = false,
}: UploadFieldProps<Kept>) {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const latest = useRef(value)
  latest.current = value
  const chosen = useRef({ count: 0, as: new Map<string, number>() })
  const state = stateOf(sending)
  const names = JSON.stringify(
    sending.filter(({ error }) => state === 'failed' || error === undefined).map(({ name }) => name),
  )
  useEffect(() => onSending({ state, names: JSON.parse(names) }), [state, names, onSending])
  useEffect(() => () => onSending(allSent), [onSending])

  const keep = (files: readonly Kept[]) => {
    latest.current = files
    onChange?.(files)
  }
  const drop = (key: string) => setSending((all) => all.filter((each) => each.key !== key))
  const note = (key: string, change: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)))
  const send = async (file: File) => {
    const key = crypto.randomUUID()
    const place = chosen.current.count++
    const isFirst = place === 0 && latest.current.length === 0
    setSending((all) => [...all, { key, name: file.name, percent: 0 }])
    try {
      const sent = await uploadFile(file, (percent) => note(key, { percent }))
      drop(key)
      chosen.current.as.set(sent.id, place)
      keep(withArrived(latest.current, asSent(sent, isFirst), chosen.current.as))
    } catch (error) {
      note(key, { error: error instanceof Error ? error.message : '上传失败，请重试' })
    }
  }
  return (
    <div id={id}>
      <Upload.Dragger
        multiple
        showUploadList={false}
        beforeUpload={(file) => {
          send(file)
          return false
        }}
      >
        <p>
          <InboxOutlined aria-hidden="true" /> 把{what}拖到这里，或者点击选择
        </p>
        <p className="quiet">单个不超过20 MB。涉密文件不得上传。</p>
      </Upload.Dragger>
      <ul className="upload-list" aria-live="polite">
        {sending.map(({ key, name, percent, error }) => (
          <li key={key}>
            {error ? (
              <Alert type="error" showIcon title={`${name}：${error}`} closable={{ onClose: () => drop(key) }} />
            ) : (
              <>
                <span className="grow">{name}</span>
                <Progress className="upload-progress" percent={percent} size="small" aria-label={`${name}上传进度`} />
              </>
            )}
          </li>
        ))}
        {value.map((file, index) => (
          <li key={file.id}>
            <span className="grow">
              {isOrdered && value.length > 1 ? `${index + 1}. ` : ''}
              {file.name} <span className="quiet">{fileSize(file.size)}</span>
            </span>
            {more?.(file, (changed) => keep(value.map((each) => (each.id === file.id ? changed : each))))}
            {isOrdered && value.length > 1 ? (
              <span className="nowrap">
                <Button
                  type="text"
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={`上移${file.name}`}
                  disabled={index === 0}
                  onClick={() => keep(withMoved(value, file.id, -1))}
                />
                <Button
                  type="text"
                  icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={`下移${file.name}`}
                  disabled={index === value.length - 1}
                  onClick={() => keep(withMoved(value, file.id, 1))}
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
  /** `isFirst`: nothing was chosen before it. */
  readonly asSent: (sent: SentFile, isFirst: boolean) => Kept
  /** Their order shows where they go: it is shown here and can be changed. */
  readonly isOrdered?: boolean
  readonly more?: (file: Kept, change: (changed: Kept) => void) => ReactNode
}
