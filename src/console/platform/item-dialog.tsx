import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio, Select } from 'antd'
import { art20Items } from '../../law/scope.ts'
import {
  audiences,
  CatalogueForm,
  type CatalogueItem,
  disclosureLevels,
  disclosureWays,
} from '../../platform/catalogue/item.ts'
import type { ColumnView } from '../../platform/columns/column.ts'
import { counted } from '../fields/counted.ts'
import { FormDialog } from '../fields/form-dialog.tsx'
import { NumberField } from '../fields/number-field.tsx'
import { optionsOf } from '../fields/options.ts'
import { TextField } from '../fields/text-field.tsx'
import { columnOptions } from './column-dialogs.tsx'
import { platform } from './platform-api.ts'

interface EditItemProps {
  /** Null: a new one. */
  readonly item: CatalogueItem | null
  readonly columns: readonly ColumnView[]
  readonly organName: string
  readonly onClose: () => void
}

const blank = (organName: string): Record<string, unknown> => ({
  firstItem: '',
  secondItem: '',
  content: '',
  basis: '',
  channels: '政府网站',
  responsibleOrgan: organName,
  timeLimit: '自信息形成或者变更之日起20个工作日内',
  audience: 'everybody',
  way: 'proactive',
  level: null,
  columnId: null,
  art20Item: null,
  position: null,
})

const formOf = ({ id: _, columnName: __, ...form }: CatalogueItem): Record<string, unknown> => form

/** Adds an item of the catalogue, or changes one. */
export function EditItem({ item, columns, organName, onClose }: EditItemProps) {
  const client = useQueryClient()
  const save = async (checked: unknown) => {
    await (item ? platform.changeItem(item.id, checked) : platform.addItem(checked))
    await client.invalidateQueries({ queryKey: ['catalogue'] })
  }
  return (
    <FormDialog
      title={item ? '修改公开事项' : '增加公开事项'}
      about={item?.id ?? ''}
      action="保存"
      schema={CatalogueForm}
      initial={item ? formOf(item) : blank(organName)}
      save={save}
      onClose={onClose}
    >
      <MatterFields />
      <WayFields />
      <PlaceFields columns={columns} />
    </FormDialog>
  )
}

/** What is disclosed, on what ground and how soon. */
function MatterFields() {
  return (
    <>
      <div className="form-row form-row-half">
        <Form.Item name="firstItem" label="一级事项" required>
          <Input {...counted(100)} />
        </Form.Item>
        <Form.Item name="secondItem" label="二级事项">
          <Input {...counted(200)} />
        </Form.Item>
      </div>
      <Form.Item name="content" label="公开内容（要素）" required>
        <TextField rows={2} max={2000} />
      </Form.Item>
      <Form.Item name="basis" label="公开依据" required>
        <TextField rows={2} max={2000} />
      </Form.Item>
      <Form.Item name="timeLimit" label="公开时限" required>
        <Input {...counted(300)} />
      </Form.Item>
    </>
  )
}

/** Who discloses it, through what, to whom and at which level. */
function WayFields() {
  return (
    <>
      <div className="form-row form-row-half">
        <Form.Item name="responsibleOrgan" label="公开主体" required>
          <Input {...counted(100)} />
        </Form.Item>
        <Form.Item name="channels" label="公开渠道和载体" required>
          <Input {...counted(300)} />
        </Form.Item>
      </div>
      <div className="form-row form-row-half">
        <Form.Item name="audience" label="公开对象" required>
          <Radio.Group options={optionsOf(audiences)} />
        </Form.Item>
        <Form.Item name="way" label="公开方式" required>
          <Radio.Group options={optionsOf(disclosureWays)} />
        </Form.Item>
        <Form.Item name="level" label="公开层级" required>
          <Select options={optionsOf(disclosureLevels)} placeholder="请选择" />
        </Form.Item>
        <Form.Item name="position" label="序号" extra="留空则排在最后。">
          <NumberField min={1} max={100_000} />
        </Form.Item>
      </div>
    </>
  )
}

/** Where it stands on the platform, and which matter of art. 20 it is. */
function PlaceFields({ columns }: { columns: readonly ColumnView[] }) {
  return (
    <>
      <Form.Item name="columnId" label="栏目">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={columnOptions(columns)}
          placeholder="不对应栏目的可不选"
        />
      </Form.Item>
      <Form.Item name="art20Item" label="条例第二十条事项">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={art20Items.map(({ item: number, content }) => ({ value: number, label: `${number}. ${content}` }))}
          placeholder="不属于第二十条的可不选"
        />
      </Form.Item>
    </>
  )
}
