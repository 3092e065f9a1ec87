import { DownOutlined, UserOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Modal } from 'antd'
import { useCallback, useState } from 'react'
import { roleLabel } from '../../organs/role.ts'
import { useMe } from '../session/me.ts'
import { OwnSessions } from '../session/own-sessions.tsx'
import { PasswordForm } from '../session/password-form.tsx'
import { useSignOut } from '../session/sign-out-link.tsx'
import { WaysIn } from '../session/ways-in.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'

/** Who is signed in, as what, and the way out. */
export function Person() {
  const me = useMe()
  const { staff, roles, today } = me
  const { message } = App.useApp()
  const signOut = useSignOut()
  const [isChanging, setChanging] = useState(false)
  const [isListing, setListing] = useState(false)
  const [isBinding, setBinding] = useState(false)
  const [isHelped, setHelped] = useState(false)
  const help = useCallback(() => setHelped(true), [])
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            {
              key: 'who',
              type: 'group',
              label: (
                <div className="stacked person-card">
                  <strong>{staff.name}</strong>
                  <span>{staff.unitName ?? '未编入科室'}</span>
                  <span>{roles.map(roleLabel).join('、') || '尚未分配角色'}</span>
                  <span>账号 {staff.login}</span>
                  <span>办公日期 {today}</span>
                </div>
              ),
            },
            { type: 'divider' },
            { key: 'sessions', label: '当前登录', onClick: () => setListing(true) },
            { key: 'ways', label: '登录方式', onClick: () => setBinding(true) },
            { key: 'password', label: '更换密码', onClick: () => setChanging(true) },
            { key: 'keys', label: '键盘操作', onClick: help },
            { key: 'out', label: '退出登录', danger: true, onClick: signOut },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={`${staff.name}，账号菜单`}>
          <span className="only-wide-inline">
            {staff.name} <DownOutlined className="small-icon" aria-hidden />
          </span>
        </Button>
      </Dropdown>
      <KeyboardHelp isOpen={isHelped} onOpen={help} onClose={() => setHelped(false)} />
      <Modal open={isListing} title="当前登录" footer={null} onCancel={() => setListing(false)} destroyOnHidden>
        <OwnSessions />
      </Modal>
      <Modal open={isBinding} title="登录方式" footer={null} onCancel={() => setBinding(false)} destroyOnHidden>
        <WaysIn />
      </Modal>
      <Modal open={isChanging} title="更换密码" footer={null} onCancel={() => setChanging(false)} destroyOnHidden>
        <PasswordForm
          me={me}
          onChanged={() => {
            setChanging(false)
            message.success('密码已更换')
          }}
        />
      </Modal>
    </>
  )
}
