import { Form } from 'antd'
import type { UploadedFile } from '../../api.ts'
import { UploadField } from '../../fields/upload-field.tsx'
import type { Uploads } from '../../fields/uploads.ts'
import { RedactedOffer } from '../../redaction/redacted-offer.tsx'

/** The information itself, as files that go out with the answer; they are approved together with its text. */
export function GivenFiles({ request, onSending }: { request: string; onSending: (uploads: Uploads) => void }) {
  return (
    <fieldset className="framed">
      <legend>提供的信息（附件）</legend>
      <RedactedOffer request={request} />
      <Form.Item
        name="fileIds"
        extra="按上面的顺序列入答复书的附件，与答复书一并审批；发出答复后申请人可以凭查询码下载，邮寄、当面提供的请另行打印。部分公开的，请先隐去不予公开的内容。"
      >
        <UploadField<UploadedFile> isOrdered what="文件" asSent={(sent) => sent} onSending={onSending} />
      </Form.Item>
    </fieldset>
  )
}
