import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Radio, Select, Space, Table } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { chineseDate, PlainDate } from '../../days/plain-date.ts'
import { NewOffice, type Office, officeKinds } from '../../organs/offices/office.ts'
import { DayField } from '../fields/day-field.tsx'
import { FormDialog } from '../fields/form-dialog.tsx'
import { useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { WholeDays } from '../whole-days.tsx'
import { administration } from './organs-api.ts'

const officeLabel = (id: Office['office']) => officeKinds.find((kind) => kind.id === id)?.label ?? id
const End = z.strictObject({ on: PlainDate })

export function OfficesPage() {
  const query = useQuery({ queryKey: ['offices'], queryFn: administration.offices })
  const [opened, setOpened] = useState<Office | 'new' | null>(null)
  return (
    <Guarded to={['systemAdmin']}>
      <div className="page">
        <PageHead title="领导小组与专人" lead="任职依法印在公开指南和机关页面上；它不带来系统中的权限。">
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpened('new')}>
            登记任职
          </Button>
        </PageHead>
        <div className="panel">
          <Fetched query={query}>{({ items }) => <Offices offices={items} onEnd={setOpened} />}</Fetched>
        </div>
        {opened === 'new' ? <Appoint onClose={() => setOpened(null)} /> : null}
        {opened !== null && opened !== 'new' ? <EndOffice office={opened} onClose={() => setOpened(null)} /> : null}
      </div>
    </Guarded>
  )
}

function Offices({ offices, onEnd }: { offices: readonly Office[]; onEnd: (office: Office) => void }) {
  return (
    <Table<Office>
      rowKey="id"
      pagination={false}
      dataSource={[...offices]}
      scroll={{ x: 'max-content' }}
      rowClassName={({ toOn }) => (toOn ? 'row-quiet' : '')}
      columns={[
        { title: '职务', render: (_, { office }) => officeLabel(office) },
        { title: '姓名', dataIndex: 'staffName' },
        {
          title: '任期',
          render: (_, { fromOn, toOn }) => (
            <WholeDays>{`${chineseDate(fromOn)}起${toOn ? `，至${chineseDate(toOn)}` : ''}`}</WholeDays>
          ),
        },
        {
          title: '办理',
          render: (_, office) =>
            office.toOn ? (
              <span className="quiet">已卸任</span>
            ) : (
              <Button size="small" onClick={() => onEnd(office)} aria-label={`登记${office.staffName}卸任`}>
                登记卸任
              </Button>
            ),
        },
      ]}
    />
  )
}

function Appoint({ onClose }: { onClose: () => void }) {
  const { today } = useMe()
  const client = useQueryClient()
  const staff = useQuery({ queryKey: ['staff'], queryFn: administration.staff })
  const save = async (checked: unknown) => {
    await administration.addOffice(checked)
    await client.invalidateQueries({ queryKey: ['offices'] })
  }
  const people = (staff.data?.items ?? []).filter(({ isDisabled }) => !isDisabled)
  return (
    <FormDialog
      title="登记任职"
      about=""
      action="登记"
      schema={NewOffice}
      initial={{ fromOn: today }}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="office" label="职务" required>
        <Radio.Group>
          <Space orientation="vertical">
            {officeKinds.map(({ id, label }) => (
              <Radio key={id} value={id}>
                {label}
              </Radio>
            ))}
          </Space>
        </Radio.Group>
      </Form.Item>
      <Form.Item name="staffId" label="由谁担任" required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={staff.isPending}
          options={people.map(({ id, name, unitName }) => ({
            value: id,
            label: [name, unitName].filter(Boolean).join(' '),
          }))}
        />
      </Form.Item>
      <Form.Item name="fromOn" label="任职之日" required>
        <DayField />
      </Form.Item>
    </FormDialog>
  )
}

function EndOffice({ office, onClose }: { office: Office; onClose: () => void }) {
  const { today } = useMe()
  const client = useQueryClient()
  const save = async (checked: unknown) => {
    await administration.endOffice(office.id, End.parse(checked).on)
    await client.invalidateQueries({ queryKey: ['offices'] })
  }
  const title = `登记卸任：${office.staffName}，${officeLabel(office.office)}`
  return (
    <FormDialog
      title={title}
      about={office.id}
      action="登记"
      schema={End}
      initial={{ on: today }}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="on" label="任职的最后一天" required>
        <DayField earliest={office.fromOn} />
      </Form.Item>
    </FormDialog>
  )
}
