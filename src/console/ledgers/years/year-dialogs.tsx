import { useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { ConfirmYear, EndConfirmation, type LedgerYear, ledgerLabel } from '../../../ledgers/years/ledger-year.ts'
import { FormDialog } from '../../fields/form-dialog.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { useMe } from '../../session/me.ts'
import { ledgers } from '../ledgers-api.ts'
import { yearSentence } from './year-sentence.ts'

interface DialogProps {
  readonly of: LedgerYear
  readonly onClose: () => void
}

/** 确认为零, or that nothing is missing beside what stands there. */
export function ConfirmDialog({ of, onClose }: DialogProps) {
  const { name } = useMe().staff
  const client = useQueryClient()
  const { ledger, year, rows } = of
  return (
    <FormDialog
      title={`“${ledgerLabel(ledger)}”${year}年${rows === 0 ? '确认为零' : '确认没有遗漏'}`}
      about=""
      action="确认"
      lead={`${yearSentence(of)}由${name}确认，姓名、日期和依据记入台账情况和审计日志；该年度的报告据此公布。`}
      schema={ConfirmYear}
      initial={{ ledger, year, words: '' }}
      save={async (checked) => {
        await ledgers.confirmYear(checked)
        await client.invalidateQueries({ queryKey: ['ledgers', 'years'] })
      }}
      onClose={onClose}
    >
      <Form.Item name="words" label="依据" required extra="怎样核实的，如“已向各科室和窗口核实”。">
        <TextField rows={3} max={300} />
      </Form.Item>
    </FormDialog>
  )
}

/** Takes a confirmation back, while the report of the year is not public. */
export function EndDialog({ of, onClose }: DialogProps) {
  const client = useQueryClient()
  const { ledger, year, confirmation } = of
  return (
    <FormDialog
      title={`撤销“${ledgerLabel(ledger)}”${year}年的确认`}
      about={confirmation?.id ?? ''}
      action="撤销确认"
      lead={`${confirmation?.name}于${confirmation?.on}确认。撤销以后，该年度的报告要等重新确认或者导入台账才能公布。`}
      schema={EndConfirmation}
      initial={{ reason: '' }}
      save={async (checked) => {
        await ledgers.endConfirmation(confirmation?.id ?? '', checked)
        await client.invalidateQueries({ queryKey: ['ledgers', 'years'] })
      }}
      onClose={onClose}
    >
      <Form.Item name="reason" label="理由" required>
        <TextField rows={3} max={300} />
      </Form.Item>
    </FormDialog>
  )
}
