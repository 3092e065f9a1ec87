import { useQueryClient } from '@tanstack/react-query'
import { Form } from 'antd'
import { addDays } from '../../days/plain-date.ts'
import type { CoverageRow } from '../../supervision/coverage/coverage.ts'
import { EndOfDeclaration, NewDeclaration } from '../../supervision/coverage/declaration.ts'
import { DayField } from '../fields/day-field.tsx'
import { FormDialog } from '../fields/form-dialog.tsx'
import { TextField } from '../fields/text-field.tsx'
import { platform } from '../platform/platform-api.ts'
import { useMe } from '../session/me.ts'

interface DialogProps {
  readonly row: CoverageRow
  readonly onClose: () => void
}

/** 本机关无此项, with reason and day of review. */
export function Declare({ row, onClose }: DialogProps) {
  const { today } = useMe()
  const client = useQueryClient()
  const save = async (checked: unknown) => {
    await platform.declare(checked)
    await client.invalidateQueries({ queryKey: ['coverage'] })
  }
  const { item, matter, declaration } = row
  return (
    <FormDialog
      title="声明本机关无此项"
      about={`${item} ${matter}`}
      action="声明并公布"
      schema={NewDeclaration}
      initial={{ item, matter, reason: declaration?.reason ?? '', reviewOn: addDays(today, 365) }}
      lead={
        <>“{row.label}”。声明随即在公开指南中公布：本机关无此项、理由和下次核对日期。到核对日期时提醒工作机构负责人。</>
      }
      save={save}
      onClose={onClose}
    >
      <Form.Item name="reason" label="理由" required extra="向社会公布，如：本机关不承担重大建设项目审批职责。">
        <TextField rows={3} max={300} />
      </Form.Item>
      <Form.Item name="reviewOn" label="下次核对日期" required extra="至少一年核对一次。">
        <DayField earliest={addDays(today, 1)} latest={addDays(today, 366)} />
      </Form.Item>
    </FormDialog>
  )
}

export function EndDeclaration({ row, onClose }: DialogProps) {
  const client = useQueryClient()
  const save = async (checked: unknown) => {
    await platform.endDeclaration(row.declaration?.id ?? '', checked)
    await client.invalidateQueries({ queryKey: ['coverage'] })
  }
  return (
    <FormDialog
      title="撤销“本机关无此项”声明"
      about={row.declaration?.id ?? ''}
      action="撤销声明"
      schema={EndOfDeclaration}
      initial={{ reason: '' }}
      lead={`“${row.label}”。撤销后公开页面上不再有这一声明；没有公开信息的，这一项记为缺项。`}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="reason" label="撤销的理由" required>
        <TextField rows={2} max={300} />
      </Form.Item>
    </FormDialog>
  )
}
