import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Grid, Popconfirm, Select, Table } from 'antd'
import { useState } from 'react'
import { administrations, businessRoles, type Role, roleLabel } from '../../organs/role.ts'
import type { Colleague } from '../../organs/staff/staff.ts'
import { reviewerRoles } from '../../review/level.ts'
import { NewStandIn, type StandInView, standInArrangers } from '../../review/stand-ins/stand-in.ts'
import { DayField } from '../fields/day-field.tsx'
import { FormDialog } from '../fields/form-dialog.tsx'
import { TextField } from '../fields/text-field.tsx'
import { administration } from '../organs/organs-api.ts'
import { platform } from '../platform/platform-api.ts'
import { holds, useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { WholeDays } from '../whole-days.tsx'

const states = { current: '● 正在代理', future: '◐ 尚未开始', past: '○ 已结束' } as const

/** Who reviews for whom while they are away. */
export function StandInsPage() {
  const canArrange = holds(useMe(), standInArrangers)
  const query = useQuery({ queryKey: ['stand-ins'], queryFn: platform.standIns })
  const [isOpen, setOpen] = useState(false)
  return (
    <Guarded to={[...businessRoles, 'securityAdmin']}>
      <div className="page">
        <PageHead
          title="审核代理"
          lead="审核人不在岗时由本人安排代理，也可由安全管理员安排。代理人按不在岗的人的角色审核，签名写明代谁审核；自己拟的、自己审过的仍不能再审。"
        >
          {canArrange ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
              安排代理
            </Button>
          ) : null}
        </PageHead>
        <div className="panel">
          <Fetched query={query}>{({ items }) => <StandIns items={items} />}</Fetched>
        </div>
        {isOpen ? <Arrange onClose={() => setOpen(false)} /> : null}
      </div>
    </Guarded>
  )
}

const stateWords = ({ state, endedAt }: StandInView): string => (endedAt ? '○ 提前结束' : states[state])

function StandInCards({ items }: { items: readonly StandInView[] }) {
  return (
    <ul className="ruled">
      {items.map((standIn) => (
        <li key={standIn.id}>
          <span>
            {standIn.standInName} 代 {standIn.absentName}
          </span>
          <span className="row column-card-facts">
            <span>{stateWords(standIn)}</span>
            <span className="quiet figures">
              <WholeDays>{`${standIn.fromOn} 至 ${standIn.toOn} · ${standIn.reason}`}</WholeDays>
            </span>
            {standIn.canEnd ? <EndButton standIn={standIn} /> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}

function StandIns({ items }: { items: readonly StandInView[] }) {
  const isWide = Grid.useBreakpoint().lg ?? true
  if (items.length === 0) return <p className="quiet">没有代理安排。</p>
  if (!isWide) return <StandInCards items={items} />
  return (
    <Table<StandInView>
      rowKey="id"
      pagination={false}
      dataSource={[...items]}
      rowClassName={({ state }) => (state === 'past' ? 'row-quiet' : '')}
      columns={[
        { title: '不在岗', dataIndex: 'absentName' },
        { title: '代理人', dataIndex: 'standInName' },
        {
          title: '起止',
          render: (_, { fromOn, toOn }) => (
            <span className="figures">
              <WholeDays>{`${fromOn} 至 ${toOn}`}</WholeDays>
            </span>
          ),
        },
        { title: '理由', dataIndex: 'reason' },
        {
          title: '状态',
          render: (_, standIn) => stateWords(standIn),
        },
        { title: '办理', render: (_, standIn) => (standIn.canEnd ? <EndButton standIn={standIn} /> : null) },
      ]}
    />
  )
}

function EndButton({ standIn: { id, absentName, standInName } }: { standIn: StandInView }) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const end = useMutation({
    mutationFn: () => platform.endStandIn(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['stand-ins'] })
      message.success('代理已结束')
    },
    onError: (error) => message.error(error.message),
  })
  return (
    <Popconfirm
      title={`结束${standInName}对${absentName}的代理？`}
      description={`${standInName}立即不能再代${absentName}审核，已签的不变。`}
      okText="结束代理"
      onConfirm={() => end.mutate()}
    >
      <Button size="small" loading={end.isPending} aria-label={`结束${standInName}对${absentName}的代理`}>
        结束
      </Button>
    </Popconfirm>
  )
}

const has = ({ roles }: Colleague, wanted: readonly Role[]) => roles.some((role) => wanted.includes(role))
const optionOf = ({ id, name, unitName, roles }: Colleague) => ({
  value: id,
  label: [name, unitName, roles.map(roleLabel).join('、')].filter(Boolean).join(' · '),
})

function Arrange({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const client = useQueryClient()
  const staff = useQuery({ queryKey: ['staff'], queryFn: administration.staff })
  const people = (staff.data?.items ?? []).filter(({ isDisabled }) => !isDisabled)
  const isForOthers = holds(me, ['securityAdmin'])
  const save = async (checked: unknown) => {
    await platform.arrangeStandIn(checked)
    await client.invalidateQueries({ queryKey: ['stand-ins'] })
  }
  const absentId = isForOthers ? null : me.staff.id
  return (
    <FormDialog
      title="安排审核代理"
      about=""
      action="安排"
      schema={NewStandIn}
      initial={{ absentId, standInId: null, fromOn: me.today, toOn: me.today, reason: '' }}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="absentId" label="不在岗的审核人" required>
        <Select
          disabled={!isForOthers}
          showSearch={{ optionFilterProp: 'label' }}
          loading={staff.isPending}
          options={people.filter((each) => has(each, reviewerRoles)).map(optionOf)}
          placeholder="请选择"
        />
      </Form.Item>
      <Form.Item name="standInId" label="代理人" required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={staff.isPending}
          options={people.filter((each) => !has(each, administrations) && each.id !== absentId).map(optionOf)}
          placeholder="请选择"
        />
      </Form.Item>
      <div className="form-row form-row-half">
        <Form.Item name="fromOn" label="从哪天起" required>
          <DayField earliest={me.today} />
        </Form.Item>
        <Form.Item name="toOn" label="到哪天止" required>
          <DayField earliest={me.today} />
        </Form.Item>
      </div>
      <Form.Item name="reason" label="理由" required>
        <TextField rows={2} max={200} />
      </Form.Item>
    </FormDialog>
  )
}
