import { Table, Tag } from 'antd'
import { roleLabel } from '../../organs/role.ts'
import { WholeDays } from '../whole-days.tsx'
import { officeTime } from '../words.ts'
import type { ListedStaff } from './organs-api.ts'
import { StaffMenu, type StaffMenuProps } from './staff-menu.tsx'

/** Everybody with an account, what they may do, and how the account stands. */
export function StaffTable({ staff, ...menu }: { staff: readonly ListedStaff[] } & Omit<StaffMenuProps, 'member'>) {
  return (
    <Table<ListedStaff>
      rowKey="id"
      dataSource={[...staff]}
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      rowClassName={({ isDisabled }) => (isDisabled ? 'row-quiet' : '')}
      columns={[
        {
          title: '姓名',
          render: (_, { name, login }) => (
            <span className="stacked">
              {name}
              <span className="quiet">{login}</span>
            </span>
          ),
        },
        { title: '科室', render: (_, { unitName }) => unitName ?? <span className="quiet">未编入</span> },
        {
          title: '角色',
          render: (_, { roles }) =>
            roles.length > 0 ? (
              <span className="row gap-4">
                {roles.map((role) => (
                  <Tag key={role}>{roleLabel(role)}</Tag>
                ))}
              </span>
            ) : (
              <span className="quiet">未分配</span>
            ),
        },
        { title: '账号状态', render: (_, member) => <Standing member={member} /> },
        {
          title: '最近使用',
          render: (_, { lastSeenAt }) => (
            <span className="quiet">
              <WholeDays>{lastSeenAt ? officeTime(lastSeenAt) : '未登录过'}</WholeDays>
            </span>
          ),
        },
        { title: '办理', render: (_, member) => <StaffMenu member={member} {...menu} /> },
      ]}
    />
  )
}

function Standing({ member }: { member: ListedStaff }) {
  if (member.isDisabled) return <span className="quiet">○ 已停用</span>
  if (member.lockedUntil)
    return (
      <span className="late">
        <WholeDays>{`■ 锁定至 ${officeTime(member.lockedUntil)}`}</WholeDays>
      </span>
    )
  return (
    <span className="stacked">
      ● 正常
      <span className="quiet">{member.hasSecondFactor ? '已设第二重验证' : '未设第二重验证'}</span>
    </span>
  )
}
