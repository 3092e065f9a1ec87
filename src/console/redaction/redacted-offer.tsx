import { useQuery } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { Link } from 'react-router'
import { partsByGround } from '../../redaction/withheld-index.ts'
import type { RedactionLine } from '../../requests/redactions/redaction-view.ts'
import { partGrounds, type WithheldPart } from '../../requests/withheld-part.ts'
import type { AnswerValues } from '../requests/answer/answer-values.ts'
import { redactions, redactionsKey } from './redaction-api.ts'

/** The ground as the form of an answer knows it. */
const underOf = (id: string): Pick<Partial<WithheldPart>, 'under'> => {
  const under = partGrounds.find((ground) => ground.id === id)?.id
  return under ? { under } : {}
}

/** What was redacted of this request: put among the enclosures, and its index among the parts that are withheld. */
export function RedactedOffer({ request }: { request: string }) {
  const form = Form.useFormInstance<AnswerValues>()
  const all = useQuery({ queryKey: redactionsKey(request), queryFn: () => redactions.list(request) })
  const fileIds = Form.useWatch('fileIds', form) ?? []
  const made = (all.data?.items ?? []).filter(({ result }) => result?.isCurrent)
  const give = ({ result, parts }: RedactionLine) => {
    if (!result) return
    const { fileId: id, name, size } = result
    const values = form.getFieldsValue(true) as AnswerValues
    const file = { id, name, size, contentType: 'application/pdf' }
    form.setFieldValue('fileIds', [...(values.fileIds ?? []), file])
    const written = (values.parts ?? []).filter(({ what, under, reason }) => what || under || reason)
    const added = partsByGround(parts)
      .filter(({ what }) => !written.some((part) => part.what === what))
      .map(({ what, ground }) => ({ what, ...underOf(ground) }))
    form.setFieldValue('parts', [...written, ...added])
  }
  return (
    <ul className="passage-offers gap-below">
      {made.map((item) => (
        <li key={item.id}>
          <span className="grow">{item.result?.name}</span>
          <Button
            size="small"
            disabled={fileIds.some(({ id }) => id === item.result?.fileId)}
            onClick={() => give(item)}
          >
            列入附件，并填写不予公开的部分
          </Button>
        </li>
      ))}
      <li>
        <Link to={`/requests/${request}/redactions`}>隐去文件中不予公开的内容</Link>
      </li>
    </ul>
  )
}
