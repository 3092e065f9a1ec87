import { Form } from 'antd'
import type { UploadedFile } from '../api.ts'
import { UploadField } from '../fields/upload-field.tsx'
import type { Uploads } from '../fields/uploads.ts'

/** The papers that come with what is recorded. */
export const PapersField = ({ onSending }: { readonly onSending: (uploads: Uploads) => void }) => (
  <Form.Item name="papers" label="附件（通知书、答复书、证据、裁判文书等）">
    <UploadField<UploadedFile> what="文件" asSent={(sent) => sent} onSending={onSending} />
  </Form.Item>
)

/** A form with papers as the server takes it: their ids in their place. */
export function withFileIds(typed: unknown): unknown {
  if (typeof typed !== 'object' || typed === null || !('papers' in typed)) return typed
  const { papers, ...rest } = typed
  const fileIds = Array.isArray(papers) ? papers.map((each: UploadedFile) => each.id) : []
  return { ...rest, fileIds }
}
