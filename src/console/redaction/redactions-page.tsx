import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Spin } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import type { CaseView } from '../../requests/case-view.ts'
import type { RedactionLine } from '../../requests/redactions/redaction-view.ts'
import { requests } from '../api.ts'
import { UploadField } from '../fields/upload-field.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { redactions, redactionsKey } from './redaction-api.ts'

/** The papers of a request of which something is withheld, and where another is begun. */
export function RedactionsPage() {
  const { id = '' } = useParams()
  const view = useQuery({ queryKey: ['case', id], queryFn: () => requests.get(id) })
  return (
    <Guarded to={['clerk']}>
      <Fetched query={view}>{(found) => <Papers view={found} />}</Fetched>
    </Guarded>
  )
}

const redactable = /\.(?:pdf|docx|png|jpe?g|gif)$/i

function Papers({ view }: { view: CaseView }) {
  const { id, number, files } = view
  const go = useNavigate()
  const all = useQuery({ queryKey: redactionsKey(id), queryFn: () => redactions.list(id) })
  const beginning = useMutation({
    mutationFn: (fileId: string) => redactions.begin(id, fileId),
    onSuccess: (begun) => go(`/requests/${id}/redactions/${begun.id}`),
  })
  const fromCase = files.filter(({ name, purpose }) => redactable.test(name) && purpose !== 'letter')
  return (
    <div className="page">
      <PageHead
        title={`隐去不予公开的内容 ${number}`}
        lead="部分公开的文件（条例第三十七条）：标出不予公开的内容和依据，生成另一份文件作为答复书的附件；原件封存，不会给出。"
      >
        <Link to={`/requests/${id}`}>
          <Button>回到申请</Button>
        </Link>
      </PageHead>
      <section className="panel gap-below" aria-label="另选一份文件">
        <h2>要隐去内容的文件</h2>
        <p className="quiet gap-below">
          PDF、Word（.docx）、图片（PNG、JPEG、GIF）；其他的请先另存为PDF。上传的原件只用来隐去，不列入材料，也不会随答复给出。
        </p>
        {beginning.error ? (
          <Alert className="gap-below" type="error" showIcon role="alert" title={beginning.error.message} />
        ) : null}
        {beginning.isPending ? (
          <p role="status">
            <Spin size="small" /> 正在打开文件……
          </p>
        ) : null}
        <UploadField
          what="文件"
          value={[]}
          asSent={(sent) => sent}
          onSending={() => {}}
          onChange={([file]) => file && beginning.mutate(file.id)}
        />
        {fromCase.length > 0 ? <p className="gap-above">或者用本件的材料：</p> : null}
        <ul className="passage-offers">
          {fromCase.map((file) => (
            <li key={file.id}>
              <span className="grow">{file.name}</span>
              <Button
                size="small"
                disabled={beginning.isPending}
                aria-label={`隐去${file.name}中的内容`}
                onClick={() => beginning.mutate(file.id)}
              >
                隐去
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <Fetched query={all}>
        {({ items }) => (
          <section className="panel" aria-label="已经开始的">
            <h2>已经开始的</h2>
            {items.length === 0 ? <p className="quiet">还没有。</p> : null}
            <ul className="passage-offers">
              {items.map((item) => (
                <li key={item.id}>
                  <Link className="grow" to={`/requests/${id}/redactions/${item.id}`}>
                    {item.name}
                  </Link>
                  <span className="quiet">{standingOf(item)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Fetched>
    </div>
  )
}

function standingOf({ passages, unnamed, result }: RedactionLine): string {
  const marked =
    passages === 0 ? '还没有标出内容' : `标出${passages}处${unnamed > 0 ? `，${unnamed}处没有写明内容或者依据` : ''}`
  if (!result) return marked
  return `${marked}，${result.isCurrent ? '已生成隐去后的文件' : '生成以后又改过，请重新生成'}`
}
