import { useQueryClient } from '@tanstack/react-query'
import { App, Form } from 'antd'
import { z } from 'zod'
import { rowLedgers } from '../../../app/row-ledgers.ts'
import {
  Approval,
  type CorrectionDone,
  type CorrectionView,
  Refused,
  TypedCorrection,
  TypedRemoval,
} from '../../../ledgers/rows/correction.ts'
import { reportsWords } from '../../../ledgers/rows/reports-words.ts'
import type { Column } from '../../../workbooks/ledger.ts'
import { FormDialog } from '../../fields/form-dialog.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { useMe } from '../../session/me.ts'
import { CellFields } from '../cell-fields.tsx'
import { ledgers } from '../ledgers-api.ts'
import type { OpenedRow, StandingRow } from './opened-row.ts'

const told: Readonly<Record<CorrectionDone['state'], string>> = {
  waiting: '已提出，等待另一人复核；复核以前仍以原来登记的为准',
  done: '已生效',
  declined: '已退回，登记不变',
  takenBack: '已撤回，登记不变',
}

/** Says what came of an act, with the reports that it moves, and asks for everything anew. */
export function useTell() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return async ({ state, reports }: CorrectionDone) => {
    const moved = state === 'done' ? reportsWords(reports) : ''
    message.success(moved ? `${told[state]}。${moved}` : told[state], moved ? 12 : 4)
    await client.invalidateQueries()
  }
}

export function RowDialog({ row, opened, onClose }: RowDialogProps) {
  if (opened === 'correct') return <CorrectDialog row={row} onClose={onClose} />
  if (opened === 'remove') return <RemoveDialog row={row} onClose={onClose} />
  const Decide = opened.what === 'approve' ? ApproveDialog : DeclineDialog
  return <Decide correction={opened.correction} onClose={onClose} />
}

interface RowDialogProps {
  readonly row: StandingRow
  readonly opened: OpenedRow
  readonly onClose: () => void
}

/** A choice that was cleared is no longer there; it comes to the same as nothing. */
const Cleared = TypedCorrection.extend({
  values: z.record(
    z.string(),
    z
      .string()
      .nullish()
      .transform((text) => text ?? null),
  ),
})

const countedNote = '年度报告统计此项，须由另一人复核'

function CorrectDialog({ row, onClose }: Omit<RowDialogProps, 'opened'>) {
  const { today } = useMe()
  const tell = useTell()
  const { ledger, id, name, values, shut } = row
  const { columns, counted, later, fixed } = rowLedgers[ledger]
  const asked = columns
    .filter((column) => !fixed.includes(column.id) && shut[column.id] === undefined)
    .filter((column) => !later.includes(column.id) || (values[column.id] ?? null) !== null)
    .map(({ note: _, ...column }): Column => (counted.includes(column.id) ? { ...column, note: countedNote } : column))
  const initial = Object.fromEntries(asked.map((column) => [column.id, values[column.id] ?? null]))
  const save = async (checked: unknown) => {
    const { values: typed, reason } = TypedCorrection.parse(checked)
    const changed = Object.entries(typed).filter(([column, text]) => (text ?? '') !== (values[column] ?? ''))
    await tell(await ledgers.correctRow(ledger, id, { values: Object.fromEntries(changed), reason }))
  }
  const shutLines = Map.groupBy(
    columns.filter((column) => shut[column.id] !== undefined),
    (column) => shut[column.id],
  )
  return (
    <FormDialog
      title={`更正登记：${name}`}
      about={id}
      isTold
      action="提出更正"
      lead="只改登记有误的项目，写明理由；更正前的内容仍保留在办理经过里。年度报告不统计的项目当即生效。"
      schema={Cleared}
      initial={{ values: initial, reason: '' }}
      save={save}
      onClose={onClose}
    >
      <CellFields columns={asked} today={today} under="values" />
      {[...shutLines].map(([why, those]) => (
        <p className="quiet gap-below" key={why}>
          {those.map(({ header }) => header).join('、')}：{why}
        </p>
      ))}
      <Form.Item name="reason" label="更正的理由" required extra="如：录入时误写，原件为2026年3月2日">
        <TextField rows={2} max={500} />
      </Form.Item>
    </FormDialog>
  )
}

function RemoveDialog({ row: { ledger, id, name }, onClose }: Omit<RowDialogProps, 'opened'>) {
  const tell = useTell()
  return (
    <FormDialog
      title={`撤销登记：${name}`}
      about={id}
      isTold
      action="提出撤销"
      lead="用于重复登记、登记错机关等不应有的登记。由另一人复核后，这一行从台账中删去，不再计入年度报告；原来的内容和理由仍保留在办理经过里。"
      schema={TypedRemoval}
      initial={{ reason: '' }}
      save={async (checked) => tell(await ledgers.removeRow(ledger, id, checked))}
      onClose={onClose}
    >
      <Form.Item name="reason" label="撤销登记的理由" required>
        <TextField rows={3} max={500} />
      </Form.Item>
    </FormDialog>
  )
}

interface DecideProps {
  readonly correction: CorrectionView<string>
  readonly onClose: () => void
}

const actWords = { correct: '更正', remove: '撤销登记' } as const

function ApproveDialog({ correction: { id, act }, onClose }: DecideProps) {
  const tell = useTell()
  return (
    <FormDialog
      title={`同意${actWords[act]}`}
      about={id}
      isTold
      action="同意，生效"
      lead={
        act === 'correct'
          ? '请核对原件。同意后登记当即变动；再有错误的，重新提出更正。'
          : '请核对原件。同意后这一行当即从台账中删去，不再计入年度报告，不能恢复，只能重新登记。'
      }
      schema={Approval}
      initial={{ opinion: '' }}
      save={async (checked) => tell(await ledgers.approveCorrection(id, checked))}
      onClose={onClose}
    >
      <Form.Item name="opinion" label="复核意见（可不填）">
        <TextField rows={2} max={500} />
      </Form.Item>
    </FormDialog>
  )
}

function DeclineDialog({ correction: { id, act }, onClose }: DecideProps) {
  const tell = useTell()
  return (
    <FormDialog
      title={`不予${actWords[act]}`}
      about={id}
      isTold
      action={`不予${actWords[act]}`}
      lead="登记保持不变。"
      schema={Refused}
      initial={{ reason: '' }}
      save={async (checked) => tell(await ledgers.declineCorrection(id, checked))}
      onClose={onClose}
    >
      <Form.Item name="reason" label="不同意的理由" required>
        <TextField rows={3} max={500} />
      </Form.Item>
    </FormDialog>
  )
}
