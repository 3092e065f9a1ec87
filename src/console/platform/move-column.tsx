import { Form, Select } from 'antd'
import { ColumnMove, type ColumnView } from '../../platform/columns/column.ts'
import { whyNotMove } from '../../platform/columns/rules.ts'
import { FormDialog } from '../fields/form-dialog.tsx'
import { useRefresh } from './column-dialogs.tsx'
import { inOrder, pathOf } from './column-tree.ts'
import { platform } from './platform-api.ts'

interface MoveProps {
  readonly column: ColumnView
  readonly columns: readonly ColumnView[]
  readonly onClose: () => void
}

/** Puts a column under another one; only where the server would let it stand is offered. */
export function MoveColumn({ column, columns, onClose }: MoveProps) {
  const refresh = useRefresh()
  const save = async (checked: unknown) => {
    await platform.moveColumn(column.id, checked)
    await refresh()
  }
  const places = inOrder(columns).filter(({ id }) => whyNotMove(columns, column, id) === undefined)
  return (
    <FormDialog<{ parentId?: string }>
      title={`移动栏目：${column.name}`}
      about={column.id}
      action="移动"
      lead={`现在的位置：${pathOf(columns, column.id)}。下级栏目一起移动，排在新的同级栏目最后；网址、信息和审核签名不变。`}
      schema={ColumnMove}
      initial={{}}
      save={save}
      onClose={onClose}
    >
      <Form.Item
        name="parentId"
        label="移到哪个栏目下"
        required
        extra={column.isStandard ? '规定栏目只能在原来的一级栏目之内移动（国办公开办函〔2019〕61号）。' : null}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={places.map(({ id }) => ({ value: id, label: pathOf(columns, id) }))}
          placeholder="请选择"
        />
      </Form.Item>
    </FormDialog>
  )
}
