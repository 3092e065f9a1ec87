import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { type Role, roles } from '../../organs/role.ts'
import { useGiveFocusBack } from '../fields/give-focus-back.ts'
import { administration, type ListedStaff } from './organs-api.ts'

const duties: Readonly<Record<Role, string>> = {
  clerk: '登记、办理、拟答复、发出',
  unitHead: '审核本科室承办的答复',
  ogiHead: '批准延期，审核答复',
  leader: '审批答复',
  legalStaff: '法制审核',
  systemAdmin: '账号、科室、日历、设置；不办理业务',
  securityAdmin: '角色、密码、解锁；不办理业务',
  auditAdmin: '查看、核验审计日志；不办理业务',
}

/** What somebody may do. An administration excludes everything else: three people, three keys. */
export function RolesDialog({ member, onClose }: { member: ListedStaff; onClose: () => void }) {
  useGiveFocusBack()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<readonly Role[]>(member.roles)
  const save = useMutation({
    mutationFn: () => administration.setRoles(member.id, chosen),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['staff'] })
      onClose()
    },
  })
  const isAdministration = (role: Role) => roles.some(({ id, administration }) => id === role && administration)
  const toggle = (role: Role, isOn: boolean) => {
    if (!isOn) return setChosen(chosen.filter((each) => each !== role))
    setChosen(isAdministration(role) ? [role] : [...chosen.filter((each) => !isAdministration(each)), role])
  }
  return (
    <Modal
      open
      title={`分配角色：${member.name}`}
      okText="保存"
      okButtonProps={{ loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      {save.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={save.error.message} />
      ) : null}
      <p className="gap-below quiet">
        业务角色可以兼任；系统、安全、审计三种管理员须由三个人分别担任，也不得兼任业务角色。
      </p>
      <ul className="stacked gap-8">
        {roles.map(({ id, label }) => (
          <li key={id}>
            <Checkbox checked={chosen.includes(id)} onChange={({ target }) => toggle(id, target.checked)}>
              {label}
              <span className="quiet"> {duties[id]}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
