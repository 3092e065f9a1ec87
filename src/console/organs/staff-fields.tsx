import { Form, Input } from 'antd'
import { counted } from '../fields/counted.ts'
import { UnitField } from '../fields/unit-field.tsx'

/** Who somebody is and how they are reached. */
export function StaffFields({ isNew = false }: { isNew?: boolean }) {
  return (
    <>
      <Form.Item name="name" label="姓名" required>
        <Input {...counted(40)} autoFocus autoComplete="off" />
      </Form.Item>
      {isNew ? (
        <Form.Item name="login" label="账号" required extra="2至32个小写字母、数字、点、连字符或者下划线，以字母开头。">
          <Input {...counted(32)} autoComplete="off" autoCapitalize="off" spellCheck={false} />
        </Form.Item>
      ) : null}
      <Form.Item name="unitId" label="科室">
        <UnitField allowClear />
      </Form.Item>
      <Form.Item name="phone" label="电话">
        <Input {...counted(40)} autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label="电子邮箱" extra="到期提醒发到这里。">
        <Input {...counted(254)} inputMode="email" autoComplete="off" />
      </Form.Item>
    </>
  )
}
