import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useState } from 'react'
import type { Attachment } from '../../../disclosure/content.ts'
import { withMoved } from '../../fields/file-order.ts'
import { TextField } from '../../fields/text-field.tsx'
import { allSent, UploadField, type Uploads } from '../../fields/upload-field.tsx'
import { shortHash } from '../disclosure-words.ts'
import { placeId } from '../place.tsx'
import type { Keeper } from './keeper.ts'
import { useKept } from './use-keeper.ts'

type Listed = Attachment & { readonly id: string }

/** The files that go with the text, in order, each with what a reader gets who cannot use it. */
export function AttachmentsField({ keeper, onUploads }: AttachmentsFieldProps) {
  const { attachments } = useKept(keeper).content
  const [uploads, setUploads] = useState(allSent)
  const noteSending = useCallback(
    (now: Uploads) => {
      setUploads(now)
      onUploads(now)
    },
    [onUploads],
  )
  const keep = (files: readonly Listed[]) => keeper.type({ attachments: files.map(({ id, ...file }) => file) })
  const listed = attachments.map((file): Listed => ({ ...file, id: file.fileId }))
  const move = (fileId: string, by: -1 | 1) => keep(withMoved(listed, fileId, by))
  return (
    <div className="attachments-field" aria-busy={uploads.state === 'running'}>
      <UploadField<Listed>
        value={listed}
        onChange={keep}
        onSending={noteSending}
        what="附件"
        asSent={({ id, name, size, contentType, sha256 }) => ({
          id,
          fileId: id,
          name,
          size,
          contentType,
          sha256,
          alternative: '',
        })}
        more={(file, change) => (
          <span className="stacked gap-4 attachment-more" id={placeId(`attachment:${file.id}`)} tabIndex={-1}>
            <span className="kept-together">
              <span className="quiet" title={file.sha256}>
                校验码 <code>{shortHash(file.sha256)}</code>
              </span>
              <Button
                size="small"
                type="text"
                icon={<ArrowUpOutlined aria-hidden />}
                aria-label={`上移${file.name}`}
                disabled={listed[0]?.id === file.id}
                onClick={() => move(file.id, -1)}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowDownOutlined aria-hidden />}
                aria-label={`下移${file.name}`}
                disabled={listed.at(-1)?.id === file.id}
                onClick={() => move(file.id, 1)}
              />
            </span>
            <span>
              无障碍替代说明
              <TextField
                rows={1}
                value={file.alternative}
                aria-label={`${file.name}的无障碍替代说明`}
                onChange={({ target }) => change({ ...file, alternative: target.value })}
              />
            </span>
            <span className="quiet">给打不开或者看不见文件的人：主要内容是什么，或者向谁索取其他格式。</span>
          </span>
        )}
      />
    </div>
  )
}

interface AttachmentsFieldProps {
  readonly keeper: Keeper
  /** Told what is on its way or failed, so that no step passes it over. */
  readonly onUploads: (uploads: Uploads) => void
}
