import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form } from 'antd'
import { useState } from 'react'
import type { QueueItem } from '../../../requests/case-view.ts'
import { stepInputs } from '../../../requests/step-inputs.ts'
import { requests } from '../../api.ts'
import { FormDialog } from '../../fields/form-dialog.tsx'
import { MemberField, UnitField } from '../../fields/unit-field.tsx'
import type { TogetherProps } from '../../lists/list-panel.tsx'

type AssignProps = TogetherProps<QueueItem>

export const assignTogether = { idOf: ({ id }: QueueItem) => id, Bar: AssignTogether }

/** Gives several requests to one unit. Each is a step of its own: what may not be given stays, and is told with its reason. */
function AssignTogether({ items, onDone }: AssignProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="row gap-below" role="status">
      已选{items.length}件<Button onClick={() => setOpen(true)}>交办</Button>
      <Button type="text" onClick={onDone}>
        取消选择
      </Button>
      {isOpen ? <AssignDialog items={items} onDone={onDone} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function AssignDialog({ items, onDone, onClose }: AssignProps & { readonly onClose: () => void }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [at, setAt] = useState(0)
  const [given, setGiven] = useState<ReadonlySet<string>>(new Set())
  const left = items.filter(({ id }) => !given.has(id))
  const give = async (input: unknown) => {
    const done = new Set(given)
    const refused: string[] = []
    for (const [index, { id, number }] of left.entries()) {
      setAt(index + 1)
      try {
        const { seq } = await requests.get(id)
        await requests.take(id, 'assign', seq, input)
        done.add(id)
      } catch (error) {
        refused.push(`${number}：${error instanceof Error ? error.message : '没有办成'}`)
      }
    }
    setAt(0)
    setGiven(done)
    if (refused.length > 0)
      throw new Error(`已交办${done.size}件，下列${refused.length}件没有交办。${refused.join('；')}`)
    message.success(`已交办${done.size}件`)
  }
  const close = () => {
    onClose()
    if (given.size === 0) return
    for (const key of ['requests', 'reminders']) client.invalidateQueries({ queryKey: [key] })
    onDone()
  }
  return (
    <FormDialog
      title={`交办${items.length}件申请`}
      about={items.map(({ id }) => id).join(' ')}
      action="交办"
      schema={stepInputs.assign}
      initial={{ unitId: null, staffId: null }}
      lead={`${given.size > 0 ? '还没有交办的：' : ''}${left.map(({ number }) => number).join('、')}`}
      save={give}
      isTold
      onClose={close}
    >
      {at > 0 ? <Alert className="gap-below" role="status" title={`正在交办第${at}件，共${left.length}件`} /> : null}
      <Form.Item name="unitId" label="承办科室" required>
        <UnitField />
      </Form.Item>
      <Form.Item name="staffId" label="承办人（可不指定）">
        <MemberField />
      </Form.Item>
    </FormDialog>
  )
}
