import { type ReactNode, useCallback, useState } from 'react'
import type { Attachment } from '../../../disclosure/content.ts'
import { withMoved } from '../../fields/file-order.ts'
import { OrderButtons } from '../../fields/order-buttons.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { UploadField } from '../../fields/upload-field.tsx'
import { allSent, type Uploads } from '../../fields/uploads.ts'
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
          <AttachmentMore file={file} onDescribe={(alternative) => change({ ...file, alternative })}>
            <OrderButtons
              size="small"
              name={file.name}
              isFirst={listed[0]?.id === file.id}
              isLast={listed.at(-1)?.id === file.id}
              onMove={(by) => keep(withMoved(listed, file.id, by))}
            />
          </AttachmentMore>
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

function AttachmentMore({ file: { id, name, sha256, alternative }, onDescribe, children }: AttachmentMoreProps) {
  return (
    <span className="stacked gap-4 attachment-more" id={placeId(`attachment:${id}`)} tabIndex={-1}>
      <span className="kept-together">
        <span className="quiet" title={sha256}>
          校验码 <code>{shortHash(sha256)}</code>
        </span>
        {children}
      </span>
      <span>
        无障碍替代说明
        <TextField
          rows={1}
          value={alternative}
          aria-label={`${name}的无障碍替代说明`}
          onChange={({ target }) => onDescribe(target.value)}
        />
      </span>
      <span className="quiet">给打不开或者看不见文件的人：主要内容是什么，或者向谁索取其他格式。</span>
    </span>
  )
}

interface AttachmentMoreProps {
  readonly file: Listed
  readonly onDescribe: (alternative: string) => void
  readonly children: ReactNode
}
