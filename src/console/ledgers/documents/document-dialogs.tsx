import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { type DocumentItem, documentForm, Lapse, NewAmendment, Repeal } from '../../../ledgers/documents/document.ts'
import type { Amendment } from '../../../ledgers/documents/registered-document.ts'
import { normativeDocumentsLedger } from '../../../ledgers/normative-document-ledger.ts'
import { counted } from '../../fields/counted.ts'
import { DayField } from '../../fields/day-field.tsx'
import { FormDialog } from '../../fields/form-dialog.tsx'
import type { FormDay } from '../../fields/typed-day.ts'
import { useMe } from '../../session/me.ts'
import { CellFields } from '../cell-fields.tsx'
import { ledgers } from '../ledgers-api.ts'

/** What is open over the register. */
export type OpenedDocument =
  | { readonly what: 'add' }
  | { readonly what: 'repeal' | 'amend' | 'lapse'; readonly document: DocumentItem }

const blank = {
  documentNumber: '',
  kind: 'normativeDocuments',
  title: '',
  issuedOn: null,
  effectiveFrom: null,
  validUntil: null,
  repealedOn: null,
  repealedBy: '',
}

export function DocumentDialog({ opened, onClose }: { opened: OpenedDocument; onClose: () => void }) {
  const client = useQueryClient()
  const saving = (save: (checked: unknown) => Promise<unknown>) => async (checked: unknown) => {
    await save(checked)
    await client.invalidateQueries({ queryKey: ['documents'] })
  }
  if (opened.what === 'amend') return <AmendDialog {...{ saving, onClose }} document={opened.document} />
  if (opened.what === 'lapse') return <LapseDialog {...{ saving, onClose }} document={opened.document} />
  if (opened.what === 'repeal') return <RepealDialog saving={saving} onClose={onClose} document={opened.document} />
  return <EntryDialog saving={saving} onClose={onClose} />
}

interface DialogProps {
  readonly saving: (save: (checked: unknown) => Promise<unknown>) => (checked: unknown) => Promise<void>
  readonly onClose: () => void
}

function EntryDialog({ saving, onClose }: DialogProps) {
  const { today } = useMe()
  return (
    <FormDialog
      title="补登文件"
      about=""
      action="登记"
      lead="登记使用本平台以前制发的文件。此后制发的文件请在“主动公开”中发布，自动登记。"
      schema={documentForm(today)}
      initial={blank}
      save={saving(ledgers.addDocument)}
      onClose={onClose}
    >
      <CellFields columns={normativeDocumentsLedger.columns} today={today} />
    </FormDialog>
  )
}

function RepealDialog({ document, saving, onClose }: DialogProps & { document: DocumentItem }) {
  return (
    <FormDialog<{ repealedOn: FormDay; by: string }>
      title="登记废止"
      about={document.id}
      action="登记"
      lead={`《${document.title}》自废止之日起不再有效，计入该年度的废止件数。`}
      schema={Repeal}
      initial={{ repealedOn: null, by: '' }}
      save={saving((checked) => ledgers.repealDocument(document.id, checked))}
      onClose={onClose}
    >
      <Form.Item name="repealedOn" label="废止日期" required extra="自此日起不再有效">
        <DayField />
      </Form.Item>
      <Form.Item name="by" label="宣布废止的文件名称或者文号" required>
        <Input {...counted(500)} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}

function AmendDialog({ document, saving, onClose }: DialogProps & { document: DocumentItem }) {
  const { today } = useMe()
  return (
    <FormDialog<{ amendedOn: FormDay; amendedBy: string }>
      title="登记文件修改"
      about={document.id}
      action="登记"
      lead={`《${document.title}》修改后仍然有效，本年修改件数单独统计，不计入制发和废止。`}
      schema={NewAmendment}
      initial={{ amendedOn: null, amendedBy: '' }}
      save={saving((checked) => ledgers.amendDocument(document.id, checked))}
      onClose={onClose}
    >
      <Form.Item name="amendedOn" label="修改日期" required>
        <DayField latest={today} />
      </Form.Item>
      <Form.Item name="amendedBy" label="修改它的文件名称或者文号" required>
        <Input {...counted(500)} autoComplete="off" />
      </Form.Item>
      {document.amendments.length > 0 ? <Amendments document={document} /> : null}
    </FormDialog>
  )
}

function Amendments({ document }: { document: DocumentItem }) {
  return (
    <>
      <h3>已登记的修改</h3>
      <ul className="ruled amendment-list">
        {document.amendments.map((amendment) => (
          <AmendmentRow key={amendment.id} document={document} amendment={amendment} />
        ))}
      </ul>
    </>
  )
}

function AmendmentRow({ document, amendment }: { document: DocumentItem; amendment: Amendment }) {
  const client = useQueryClient()
  const removal = useMutation({
    mutationFn: () => ledgers.removeAmendment(document.id, amendment.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['documents'] }),
  })
  const step = document.steps.find(({ name }) => name === 'removeAmendment')
  if (removal.isSuccess) return <li className="quiet">已取消登记</li>
  return (
    <li>
      <span className="grow">
        {amendment.amendedOn} {amendment.amendedBy}
      </span>
      <Button
        size="small"
        type="link"
        loading={removal.isPending}
        disabled={step?.why !== null}
        title={step?.why ?? undefined}
        onClick={() => removal.mutate()}
        aria-label={`取消登记${amendment.amendedOn}的修改`}
      >
        登记有误，取消
      </Button>
    </li>
  )
}

function LapseDialog({ document, saving, onClose }: DialogProps & { document: DocumentItem }) {
  return (
    <FormDialog<{ lastDay: FormDay; by: string }>
      title="宣布失效"
      about={document.id}
      action="登记"
      lead={`《${document.title}》因适用期已过、调整对象消失等被宣布失效。失效与废止分别统计：年度报告的“废止件数”不含失效。`}
      schema={Lapse}
      initial={{ lastDay: null, by: '' }}
      save={saving((checked) => ledgers.lapseDocument(document.id, checked))}
      onClose={onClose}
    >
      <Form.Item name="lastDay" label="最后有效的一日" required>
        <DayField />
      </Form.Item>
      <Form.Item name="by" label="宣布失效的文件名称或者文号" required>
        <Input {...counted(500)} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}
