import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Table, Tag } from 'antd'
import { useState } from 'react'
import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import { NewUnit, UnitChange, type WorkUnit } from '../../organs/units/unit.ts'
import { counted } from '../fields/counted.ts'
import { DayField } from '../fields/day-field.tsx'
import { FormDialog } from '../fields/form-dialog.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { WholeDays } from '../whole-days.tsx'
import { administration } from './organs-api.ts'

export function UnitsPage() {
  const query = useQuery({ queryKey: ['units'], queryFn: administration.units })
  const [edited, setEdited] = useState<WorkUnit | 'new' | null>(null)
  return (
    <Guarded to={['systemAdmin']}>
      <div className="page">
        <PageHead
          title="内设科室"
          lead="其中一个是政府信息公开工作机构（条例第四条）。撤并的科室保留在名册中，不再分办。"
        >
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
            增加科室
          </Button>
        </PageHead>
        <div className="panel">
          <Fetched query={query}>{({ items }) => <Units units={items} onEdit={setEdited} />}</Fetched>
        </div>
        {edited ? <UnitDialog unit={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
      </div>
    </Guarded>
  )
}

function Units({ units, onEdit }: { units: readonly WorkUnit[]; onEdit: (unit: WorkUnit) => void }) {
  return (
    <Table<WorkUnit>
      rowKey="id"
      pagination={false}
      dataSource={[...units]}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: '科室',
          render: (_, { name, isOgiWorkBody }) => (
            <>
              {name} {isOgiWorkBody ? <Tag color="blue">政府信息公开工作机构</Tag> : null}
            </>
          ),
        },
        { title: '电话', dataIndex: 'phone' },
        {
          title: '状态',
          render: (_, { closedOn }) => <WholeDays>{closedOn ? `○ ${chineseDate(closedOn)}撤并` : '● 在用'}</WholeDays>,
        },
        {
          title: '办理',
          render: (_, unit) => (
            <Button size="small" onClick={() => onEdit(unit)} aria-label={`修改${unit.name}`}>
              修改
            </Button>
          ),
        },
      ]}
    />
  )
}

interface UnitValues {
  readonly name: string
  readonly isOgiWorkBody: boolean
  readonly phone: string
  readonly closedOn?: PlainDate | null
}

function UnitDialog({ unit, onClose }: { unit: WorkUnit | null; onClose: () => void }) {
  const client = useQueryClient()
  const save = async (checked: unknown) => {
    await (unit ? administration.changeUnit(unit.id, checked) : administration.addUnit(checked))
    await client.invalidateQueries({ queryKey: ['units'] })
  }
  const initial: UnitValues = unit
    ? { name: unit.name, isOgiWorkBody: unit.isOgiWorkBody, phone: unit.phone, closedOn: unit.closedOn }
    : { name: '', isOgiWorkBody: false, phone: '' }
  return (
    <FormDialog<UnitValues>
      title={unit ? `修改${unit.name}` : '增加科室'}
      about={unit?.id ?? ''}
      action="保存"
      schema={unit ? UnitChange : NewUnit}
      initial={initial}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="name" label="名称" required>
        <Input {...counted(40)} autoFocus />
      </Form.Item>
      <Form.Item name="phone" label="电话">
        <Input {...counted(40)} />
      </Form.Item>
      <Form.Item name="isOgiWorkBody" valuePropName="checked">
        <Checkbox>是政府信息公开工作机构</Checkbox>
      </Form.Item>
      {unit ? (
        <Form.Item name="closedOn" label="撤并日期（可不填）" extra="填写后不再分办新的申请。">
          <DayField />
        </Form.Item>
      ) : null}
    </FormDialog>
  )
}
