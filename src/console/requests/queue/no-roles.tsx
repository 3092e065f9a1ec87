import { Result } from 'antd'

export function NoRoles() {
  return (
    <div className="page">
      <Result
        status="info"
        title="您的账号还没有角色"
        subTitle="请安全管理员在“人员与角色”中为您分配角色，之后刷新本页即可办理。"
      />
    </div>
  )
}
