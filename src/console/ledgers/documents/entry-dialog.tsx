import { useQueryClient } from '@tanstack/react-query'
import { documentForm } from '../../../ledgers/documents/document.ts'
import { normativeDocumentsLedger } from '../../../ledgers/normative-document-ledger.ts'
import { FormDialog } from '../../fields/form-dialog.tsx'
import { useMe } from '../../session/me.ts'
import { CellFields } from '../cell-fields.tsx'
import { ledgers } from '../ledgers-api.ts'

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

/** Enters a document that was issued before the platform was in use. */
export function EntryDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const { today } = useMe()
  const save = async (checked: unknown) => {
    await ledgers.addDocument(checked)
    await client.invalidateQueries({ queryKey: ['documents'] })
  }
  return (
    <FormDialog
      title="补登文件"
      about=""
      action="登记"
      lead="登记使用本平台以前制发的文件。此后制发的文件请在“主动公开”中发布，自动登记。"
      schema={documentForm(today)}
      initial={blank}
      save={save}
      onClose={onClose}
    >
      <CellFields columns={normativeDocumentsLedger.columns} today={today} />
    </FormDialog>
  )
}
