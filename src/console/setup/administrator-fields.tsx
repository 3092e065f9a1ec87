import { Form, Input } from 'antd'
import { roleLabel } from '../../organs/role.ts'
import type { FirstAdministrator } from '../../organs/setup/set-up.ts'
import { counted } from '../fields/counted.ts'

/** One of the three: who it is, and the password that they type themselves. */
export function AdministratorFields({ role }: Pick<FirstAdministrator, 'role'>) {
  const label = roleLabel(role)
  return (
    <fieldset className="framed">
      <legend>{label}</legend>
      <div className="form-row form-row-half">
        <Form.Item name={['setUp', role, 'name']} label="姓名" required>
          <Input autoComplete="off" {...counted(40)} />
        </Form.Item>
        <Form.Item name={['setUp', role, 'login']} label="登录名" required extra="小写字母开头，如姓名拼音 zhangsan">
          <Input autoComplete="off" autoCapitalize="off" spellCheck={false} {...counted(32)} />
        </Form.Item>
        <Form.Item name={['passwords', role]} label="密码" required>
          <Input.Password autoComplete="new-password" {...counted(128)} />
        </Form.Item>
        <Form.Item name={['again', role]} label="再输一遍密码" required>
          <Input.Password autoComplete="new-password" {...counted(128)} />
        </Form.Item>
      </div>
    </fieldset>
  )
}
