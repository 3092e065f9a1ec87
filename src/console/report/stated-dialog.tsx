import { Form, Input } from 'antd'
import { StatedFigure } from '../../report/draft/stated.ts'
import { counted } from '../fields/counted.ts'
import { FormDialog } from '../fields/form-dialog.tsx'
import { TextField } from '../fields/text-field.tsx'

/** A figure in the place of the registers' own, with why and from where. */
export function StatedDialog({ name, cell, stated, onState, onClose }: StatedDialogProps) {
  const initial = { cell, value: stated?.value ?? '', reason: stated?.reason ?? '', source: stated?.source ?? '' }
  return (
    <FormDialog
      title="另行填报"
      about={cell}
      action="填报"
      schema={StatedFigure}
      initial={initial}
      lead={`${name}。用于没有在本平台登记的情况，如启用平台以前的结转、业务系统里的决定；理由和来源随报告送审、留存。`}
      save={async (checked) => onState(checked)}
      isTold
      onClose={onClose}
    >
      <Form.Item name="value" label="数" required>
        <Input inputMode="decimal" className="money-field" autoFocus />
      </Form.Item>
      <Form.Item name="reason" label="为什么不按台账的数" required>
        <TextField rows={2} max={300} />
      </Form.Item>
      <Form.Item name="source" label="数的来源" required extra="哪个系统、哪份报表，谁提供的。">
        <Input {...counted(300)} />
      </Form.Item>
    </FormDialog>
  )
}

interface StatedDialogProps {
  readonly name: string
  readonly cell: string
  readonly stated: StatedFigure | undefined
  readonly onState: (stated: StatedFigure) => void
  readonly onClose: () => void
}
