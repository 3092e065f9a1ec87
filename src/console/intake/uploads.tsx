import { DeleteOutlined, InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Progress, Select, Upload } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { filePurposes } from '../../requests/intake.ts'
import { uploadFile } from '../api.ts'
import { fileSize } from '../words.ts'
import type { IntakeFile } from './intake-form.ts'

interface Sending {
  readonly key: string
  readonly name: string
  readonly percent: number
  readonly error?: string
}

/** Scans and papers: dropped or chosen, sent at once, each with what it is. */
export function Uploads({ value = [], onChange, onSending }: UploadsProps) {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const latest = useRef(value)
  latest.current = value
  const isBusy = sending.some(({ error }) => error === undefined)
  useEffect(() => onSending(isBusy), [isBusy, onSending])

  const keep = (files: readonly IntakeFile[]) => {
    latest.current = files
    onChange?.(files)
  }
  const drop = (key: string) => setSending((all) => all.filter((each) => each.key !== key))
  const note = (key: string, change: Partial<Sending>) =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)))
  const send = async (file: File) => {
    const key = crypto.randomUUID()
    setSending((all) => [...all, { key, name: file.name, percent: 0 }])
    try {
      const sent = await uploadFile(file, (percent) => note(key, { percent }))
      drop(key)
      keep([...latest.current, { ...sent, purpose: latest.current.length === 0 ? 'scan' : 'attachment' }])
    } catch (error) {
      note(key, { error: error instanceof Error ? error.message : '上传失败，请重试' })
    }
  }
  return (
    <fieldset className="panel form-part">
      <legend>扫描件与附件</legend>
      <Upload.Dragger
        multiple
        showUploadList={false}
        beforeUpload={(file) => {
          send(file)
          return false
        }}
      >
        <p className="drop-line">
          <InboxOutlined aria-hidden="true" /> 把扫描件拖到这里，或者点击选择
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
        {value.map((file) => (
          <li key={file.id}>
            <span className="grow">
              {file.name} <span className="quiet">{fileSize(file.size)}</span>
            </span>
            <Select
              className="upload-purpose"
              aria-label={`${file.name}是什么`}
              value={file.purpose}
              options={filePurposes.map(({ id, label }) => ({ value: id, label }))}
              onChange={(purpose) => keep(value.map((each) => (each.id === file.id ? { ...each, purpose } : each)))}
            />
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`去掉${file.name}`}
              onClick={() => keep(value.filter(({ id }) => id !== file.id))}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

interface UploadsProps {
  readonly value?: readonly IntakeFile[]
  readonly onChange?: (files: readonly IntakeFile[]) => void
  readonly onSending: (isSending: boolean) => void
}
