import { PaperClipOutlined } from '@ant-design/icons'
import type { Attachment } from '../../../disclosure/content.ts'
import { fileSize } from '../../words.ts'
import { shortHash } from '../disclosure-words.ts'
import { placeId } from '../place.tsx'

/** The files that go with the text, to open. */
export function AttachmentList({ recordId, attachments }: { recordId: string; attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return <p className="quiet">没有附件。</p>
  return (
    <ul className="papers">
      {attachments.map(({ fileId, name, size, sha256, alternative }) => (
        <li key={fileId} id={placeId(`attachment:${fileId}`)} tabIndex={-1}>
          <PaperClipOutlined aria-hidden="true" />
          <span className="grow">
            <a href={`/api/console/records/${recordId}/files/${fileId}`} download>
              {name}
            </a>
            <span className="quiet" title={sha256}>
              {fileSize(size)} · 校验码 <code>{shortHash(sha256)}</code>
            </span>
            <span className={alternative ? '' : 'quiet'}>
              {alternative ? `替代说明：${alternative}` : '没有填写无障碍替代说明'}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
