import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { NewStaff, StaffChange } from '../../organs/staff/staff.ts'
import { FormDialog } from '../fields/form-dialog.tsx'
import { holds, useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { administration, type ListedStaff } from './organs-api.ts'
import { RolesDialog } from './roles-dialog.tsx'
import { ShownPassword } from './shown-password.tsx'
import { StaffFields } from './staff-fields.tsx'
import { StaffTable } from './staff-table.tsx'

/** What is open over the list. */
type Opened =
  | { readonly what: 'add' }
  | { readonly what: 'edit' | 'roles'; readonly member: ListedStaff }
  | { readonly what: 'password'; readonly name: string; readonly password: string }

const leads = {
  systemAdmin: '您可以建立、停用账号，编入科室。角色、密码和第二重验证由安全管理员办理。',
  securityAdmin: '您可以分配角色、重置密码和第二重验证、解锁。账号由系统管理员建立、停用。',
} as const

export function StaffPage() {
  const me = useMe()
  const query = useQuery({ queryKey: ['staff'], queryFn: administration.staff })
  const [opened, setOpened] = useState<Opened | null>(null)
  const [words, setWords] = useState('')
  const isSystem = holds(me, ['systemAdmin'])
  const found = (items: readonly ListedStaff[]) =>
    items.filter(({ name, login = '', unitName }) => `${name} ${login} ${unitName ?? ''}`.includes(words.trim()))
  return (
    <Guarded to={['systemAdmin', 'securityAdmin']}>
      <div className="page">
        <PageHead title="人员与角色" lead={leads[isSystem ? 'systemAdmin' : 'securityAdmin']}>
          {isSystem ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpened({ what: 'add' })}>
              建立账号
            </Button>
          ) : null}
        </PageHead>
        <div className="panel">
          <Input.Search
            className="gap-below queue-search"
            allowClear
            placeholder="姓名、账号、科室"
            aria-label="查找人员"
            onChange={({ target }) => setWords(target.value)}
          />
          <Fetched query={query}>
            {({ items }) => (
              <StaffTable
                staff={found(items)}
                onEdit={(member) => setOpened({ what: 'edit', member })}
                onRoles={(member) => setOpened({ what: 'roles', member })}
                onPassword={(name, password) => setOpened({ what: 'password', name, password })}
              />
            )}
          </Fetched>
        </div>
        <OpenedDialog opened={opened} onOpen={setOpened} />
      </div>
    </Guarded>
  )
}

function OpenedDialog({ opened, onOpen }: { opened: Opened | null; onOpen: (next: Opened | null) => void }) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['staff'] })
  const close = () => onOpen(null)
  if (!opened) return null
  if (opened.what === 'password') return <ShownPassword name={opened.name} password={opened.password} onClose={close} />
  if (opened.what === 'roles') return <RolesDialog member={opened.member} onClose={close} />
  if (opened.what === 'edit') {
    const { id, name, unitId, phone = '', email = '' } = opened.member
    const save = async (checked: unknown) => {
      await administration.changeStaff(id, checked)
      await refresh()
    }
    return (
      <FormDialog
        title={`修改${name}`}
        about={id}
        action="保存"
        schema={StaffChange}
        initial={{ name, unitId, phone, email }}
        save={save}
        onClose={close}
      >
        <StaffFields />
      </FormDialog>
    )
  }
  return <AddStaff onRefresh={refresh} onOpen={onOpen} />
}

/** The first password is shown once the dialog has gone, and never again. */
function AddStaff({ onRefresh, onOpen }: { onRefresh: () => Promise<void>; onOpen: (next: Opened | null) => void }) {
  const [made, setMade] = useState<Opened | null>(null)
  const save = async (member: NewStaff) => {
    const { password } = await administration.addStaff(member)
    setMade({ what: 'password', name: member.name, password })
    await onRefresh()
  }
  return (
    <FormDialog
      title="建立账号"
      about=""
      isTold
      action="建立"
      schema={NewStaff}
      initial={{ login: '', name: '', unitId: null, phone: '', email: '' }}
      lead="建立后给出一次性的初始密码；本人首次登录时更换密码并绑定身份验证器或者通行密钥。角色由安全管理员分配。"
      save={save}
      onClose={() => onOpen(made)}
    >
      <StaffFields isNew />
    </FormDialog>
  )
}
