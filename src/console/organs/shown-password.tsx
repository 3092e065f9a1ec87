import { Alert, Button, Modal, Typography } from 'antd'
import { useGiveFocusBack } from '../fields/give-focus-back.ts'

/** A password that somebody else set: shown this once, changed at the first sign-in. */
export function ShownPassword({ name, password, onClose }: { name: string; password: string; onClose: () => void }) {
  useGiveFocusBack()
  return (
    <Modal
      open
      title={`${name}的初始密码`}
      closable={false}
      footer={
        <Button type="primary" onClick={onClose}>
          已经记下
        </Button>
      }
    >
      <Alert
        className="gap-below"
        type="warning"
        showIcon
        title="只显示这一次"
        description="请当面或者密封交给本人，不要用即时通信工具发送。本人首次登录时须更换。"
      />
      <Typography.Paragraph className="shown-password" copyable={{ text: password }}>
        {password}
      </Typography.Paragraph>
    </Modal>
  )
}
