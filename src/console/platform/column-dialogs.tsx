import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio, Select } from 'antd'
import { z } from 'zod'
import { art20Items } from '../../law/scope.ts'
import {
  art21Matters,
  ColumnChange,
  ColumnClosing,
  type ColumnView,
  columnKinds,
  holdsRecords,
  NewColumn,
} from '../../platform/columns/column.ts'
import { counted } from '../fields/counted.ts'
import { FormDialog } from '../fields/form-dialog.tsx'
import { NumberField } from '../fields/number-field.tsx'
import { optionsOf } from '../fields/options.ts'
import { TextField } from '../fields/text-field.tsx'
import { UnitField } from '../fields/unit-field.tsx'
import { inOrder, pathOf } from './column-tree.ts'
import { platform } from './platform-api.ts'

interface DialogProps {
  readonly columns: readonly ColumnView[]
  readonly onClose: () => void
}

/** Fetches anew what depends on the columns. */
export function useRefresh() {
  const client = useQueryClient()
  return () =>
    Promise.all(['columns', 'coverage', 'catalogue'].map((key) => client.invalidateQueries({ queryKey: [key] })))
}

const changeable = (column: ColumnView | null) => ({
  name: column?.name ?? '',
  scope: column?.scope ?? '本机关制作或者保存的下列政府信息',
  content: column?.content ?? '',
  form: column?.form ?? '网页，可下载',
  updateDays: column?.updateDays ?? null,
  unitId: column?.unitId ?? null,
  art20Items: column?.art20Items ?? [],
  art21Matters: column?.art21Matters ?? [],
  position: column?.position ?? null,
})

/** The open columns in which records may stand, with the way to each. */
export const columnOptions = (columns: readonly ColumnView[], but?: string) =>
  inOrder(columns)
    .filter(({ id, kind, closedOn }) => id !== but && closedOn === null && holdsRecords(kind))
    .map(({ id }) => ({ value: id, label: pathOf(columns, id) }))

/** Adds a column, or changes one. */
export function EditColumn({ column, below, columns, onClose }: DialogProps & EditProps) {
  const refresh = useRefresh()
  const save = async (checked: unknown) => {
    await (column ? platform.changeColumn(column.id, checked) : platform.addColumn(checked))
    await refresh()
  }
  const initial = column
    ? changeable(column)
    : { ...changeable(null), parentId: below?.id ?? null, kind: 'list', id: '' }
  return (
    <FormDialog
      title={column ? `修改栏目：${column.name}` : '增设栏目'}
      about={column?.id ?? below?.id ?? ''}
      action="保存"
      schema={column ? ColumnChange : NewColumn}
      initial={initial}
      save={save}
      onClose={onClose}
    >
      {column ? null : <NewColumnFields columns={columns} />}
      <Form.Item
        name="name"
        label="名称"
        required
        {...(column?.isRoot ? { extra: '一级栏目的名称全国统一，不能修改。' } : {})}
      >
        <Input {...counted(30)} disabled={column?.isRoot === true} />
      </Form.Item>
      <Form.Item name="content" label="公开内容">
        <TextField rows={2} max={500} />
      </Form.Item>
      <Form.Item name="scope" label="公开范围">
        <Input {...counted(300)} />
      </Form.Item>
      <Form.Item name="form" label="公开形式">
        <Input {...counted(100)} />
      </Form.Item>
      <div className="form-row form-row-half">
        <Form.Item name="unitId" label="责任科室">
          <UnitField allowClear />
        </Form.Item>
        <Form.Item name="updateDays" label="最长多少天更新一次" extra="留空表示不要求定期更新。">
          <NumberField min={1} max={3660} />
        </Form.Item>
      </div>
      <ItemFields />
      <Form.Item name="position" label="排列次序" extra="同级栏目中，数字小的在前；新栏目留空则排在最后。">
        <NumberField min={0} max={100_000} disabled={column?.isRoot === true} />
      </Form.Item>
    </FormDialog>
  )
}

interface EditProps {
  /** Null: a new one. */
  readonly column: ColumnView | null
  readonly below: ColumnView | null
}

function NewColumnFields({ columns }: { columns: readonly ColumnView[] }) {
  return (
    <>
      <Form.Item name="parentId" label="上级栏目" required>
        <Select showSearch={{ optionFilterProp: 'label' }} options={columnOptions(columns)} placeholder="请选择" />
      </Form.Item>
      <Form.Item name="kind" label="类型" required>
        <Radio.Group options={optionsOf(columnKinds.filter(({ id }) => id === 'list' || id === 'page'))} />
      </Form.Item>
      <Form.Item name="id" label="网址代号（可不填）" extra="小写字母和数字，如 zbgg；用后不能更改。">
        <Input {...counted(40)} />
      </Form.Item>
    </>
  )
}

/** Which items of arts. 20 and 21 the column serves. */
function ItemFields() {
  return (
    <>
      <Form.Item name="art20Items" label="对应条例第二十条哪几项">
        <Select
          mode="multiple"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={art20Items.map(({ item, content }) => ({ value: item, label: `${item}. ${content}` }))}
        />
      </Form.Item>
      <Form.Item name="art21Matters" label="对应条例第二十一条哪些事项">
        <Select mode="multiple" allowClear options={art21Matters.map((matter) => ({ value: matter, label: matter }))} />
      </Form.Item>
    </>
  )
}

/** Closes a column; the consequence is said before. */
export function CloseColumn({ column, columns, onClose }: DialogProps & { column: ColumnView }) {
  const refresh = useRefresh()
  const holds = column.liveCount + column.openCount > 0
  const save = async (checked: unknown) => {
    await platform.closeColumn(column.id, checked)
    await refresh()
  }
  return (
    <FormDialog
      title={`撤销栏目：${column.name}`}
      about={column.id}
      action="撤销栏目"
      schema={ColumnClosing}
      initial={{ reason: '', successorId: null }}
      lead={
        holds
          ? `栏目中有${column.liveCount}条已公开、${column.openCount}条在办的信息，须转到另一个栏目；网址和审核签名不变。`
          : '栏目中没有信息。撤销后不再出现在平台上，可以恢复。'
      }
      save={save}
      onClose={onClose}
    >
      <Form.Item name="reason" label="撤销的理由" required>
        <TextField rows={2} max={300} />
      </Form.Item>
      <Form.Item name="successorId" label="信息转到哪个栏目" required={holds}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={columnOptions(columns, column.id)}
          placeholder={holds ? '请选择' : '没有信息，可不选'}
        />
      </Form.Item>
    </FormDialog>
  )
}

export function ReopenColumn({ column, onClose }: { column: ColumnView; onClose: () => void }) {
  const refresh = useRefresh()
  const save = async () => {
    await platform.reopenColumn(column.id)
    await refresh()
  }
  return (
    <FormDialog
      title={`恢复栏目：${column.name}`}
      about={column.id}
      action="恢复栏目"
      schema={z.object({})}
      initial={{}}
      lead="恢复后栏目是空的：撤销时转走的信息留在转到的栏目。"
      save={save}
      onClose={onClose}
    >
      {null}
    </FormDialog>
  )
}
