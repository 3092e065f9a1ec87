import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { ColumnsUnit, type ColumnView } from '../../platform/columns/column.ts'
import { FormDialog } from '../fields/form-dialog.tsx'
import { UnitField } from '../fields/unit-field.tsx'
import { useRefresh } from './column-dialogs.tsx'
import { platform } from './platform-api.ts'

interface GiveProps {
  readonly columns: readonly Pick<ColumnView, 'id' | 'name'>[]
  readonly onDone: () => void
}

/** Gives the columns that are ticked to one unit; what may not be given is told with its reason. */
export function GiveTogether({ columns, onDone }: GiveProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="row gap-below" role="status">
      已选{columns.length}个栏目<Button onClick={() => setOpen(true)}>定责任科室</Button>
      <Button type="text" onClick={onDone}>
        取消选择
      </Button>
      {isOpen ? <GiveDialog columns={columns} onDone={onDone} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

const Unit = ColumnsUnit.pick({ unitId: true })
/** So many are named; of more it is said how many. */
const mostNamed = 8

function GiveDialog({ columns, onDone, onClose }: GiveProps & { readonly onClose: () => void }) {
  const refresh = useRefresh()
  const { message } = App.useApp()
  const [isGiven, setGiven] = useState(false)
  const names = columns.map(({ name }) => name)
  const give = async (input: object) => {
    const { given, refused } = await platform.giveColumns({ ...input, ids: columns.map(({ id }) => id) })
    setGiven(true)
    if (refused.length > 0)
      throw new Error(
        `已给${given.length}个栏目定了责任科室，下列${refused.length}个没有定。${refused.map(({ name, why }) => `${name}：${why}`).join('；')}`,
      )
    message.success(`已给${given.length}个栏目定了责任科室`)
  }
  const close = async () => {
    onClose()
    if (!isGiven) return
    onDone()
    await refresh()
  }
  return (
    <FormDialog
      title={`给${columns.length}个栏目定责任科室`}
      about={columns.map(({ id }) => id).join(' ')}
      action="定责任科室"
      schema={Unit}
      initial={{ unitId: null }}
      lead={`${names.slice(0, mostNamed).join('、')}${names.length > mostNamed ? `等${names.length}个栏目` : ''}。已经定了的改为新选的科室。`}
      save={give}
      isTold
      onClose={close}
    >
      <Form.Item name="unitId" label="责任科室" required>
        <UnitField />
      </Form.Item>
    </FormDialog>
  )
}
