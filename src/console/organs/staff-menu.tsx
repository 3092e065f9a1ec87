import { DownOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown, Space } from 'antd'
import { holds, useMe } from '../session/me.ts'
import { administration, type ListedStaff } from './organs-api.ts'

/** Each change of an account, with what it does to the person, in words. */
const changes = {
  unlock: { label: '解锁', says: '可以立即再次登录。', done: '已解锁' },
  'second-factor-reset': {
    label: '重置第二重验证',
    says: '原来的身份验证器和通行密钥都作废，正在使用的会话随即退出，下次登录时须重新绑定。',
    done: '第二重验证已重置',
  },
  disable: { label: '停用账号', says: '不能再登录，正在使用的会话随即退出；已办的记录全部保留。', done: '账号已停用' },
  enable: { label: '恢复账号', says: '可以再次登录。', done: '账号已恢复' },
} as const
type Change = keyof typeof changes

export function StaffMenu({ member, onEdit, onRoles, onPassword }: StaffMenuProps) {
  const me = useMe()
  const client = useQueryClient()
  const { modal, message } = App.useApp()
  const { id, name } = member
  const refresh = () => client.invalidateQueries({ queryKey: ['staff'] })
  const onError = (error: Error) => void message.error(error.message)
  const change = useMutation({
    mutationFn: (what: Change) => administration.changeAccount(id, what),
    onSuccess: (_, what) => {
      message.success(`${name}：${changes[what].done}`)
      return refresh()
    },
    onError,
  })
  const reset = useMutation({
    mutationFn: () => administration.resetPassword(id),
    onSuccess: ({ password }) => {
      onPassword(name, password)
      return refresh()
    },
    onError,
  })
  const ask = (title: string, says: string, go: () => void) =>
    modal.confirm({ title: `${title}：${name}`, content: `${name}${says}`, okText: title, onOk: go })
  const item = (what: Change) => ({
    key: what,
    label: changes[what].label,
    danger: what === 'disable',
    onClick: () => ask(changes[what].label, changes[what].says, () => change.mutate(what)),
  })
  const items = holds(me, ['systemAdmin'])
    ? [item(member.isDisabled ? 'enable' : 'disable')]
    : [
        {
          key: 'password',
          label: '重置密码',
          onClick: () => ask('重置密码', '现在的密码作废，正在使用的会话随即退出。', () => reset.mutate()),
        },
        item('second-factor-reset'),
        ...(member.lockedUntil ? [item('unlock')] : []),
      ]
  const isSystem = holds(me, ['systemAdmin'])
  return (
    <Space.Compact size="small">
      <Button onClick={() => (isSystem ? onEdit(member) : onRoles(member))}>{isSystem ? '修改' : '分配角色'}</Button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<DownOutlined aria-hidden />} aria-label={`${name}的其他办理`} />
      </Dropdown>
    </Space.Compact>
  )
}

export interface StaffMenuProps {
  readonly member: ListedStaff
  readonly onEdit: (member: ListedStaff) => void
  readonly onRoles: (member: ListedStaff) => void
  readonly onPassword: (name: string, password: string) => void
}
