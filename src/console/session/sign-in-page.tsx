import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { session } from '../api.ts'
import { counted } from '../fields/counted.ts'
import { DirectoryLink, DirectoryProblem } from './directory-link.tsx'
import { useRefreshSession } from './me.ts'
import { SignInFrame, SignInProblem } from './sign-in-frame.tsx'
import { whyLeft } from './signed-out.ts'

interface SignIn {
  readonly login: string
  readonly password: string
}

export function SignInPage() {
  const refresh = useRefreshSession()
  const signIn = useMutation({
    mutationFn: ({ login, password }: SignIn) => session.signIn(login.trim(), password),
    onSuccess: refresh,
  })
  return (
    <SignInFrame title="登录">
      {whyLeft() === 'idle' && !signIn.error ? (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          title="因长时间未操作，已自动退出"
          description="已填写的内容保留在本页，登录后可以接着办理。"
          role="status"
        />
      ) : null}
      {whyLeft() === 'ended' && !signIn.error ? (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          title="这次登录已经结束，请重新登录"
          description="可能是较长时间未操作、在别处退出了这次登录，或者管理员改动了账号。不是您本人所为的，请告知安全管理员。已填写的内容保留在本页，登录后可以接着办理。"
          role="status"
        />
      ) : null}
      {whyLeft() === 'own' && !signIn.error ? (
        <Alert className="gap-below" type="success" showIcon title="已退出登录" role="status" />
      ) : null}
      {whyLeft() === 'ownByDirectory' && !signIn.error ? (
        <Alert
          className="gap-below"
          type="success"
          showIcon
          title="已退出本平台"
          description="统一身份认证那边的登录没有退出；多人共用的电脑，请到那边另行退出。"
          role="status"
        />
      ) : null}
      {signIn.error || whyLeft() !== 'never' ? null : <DirectoryProblem />}
      <SignInProblem error={signIn.error} />
      <Form<SignIn> layout="vertical" size="large" requiredMark={false} onFinish={(values) => signIn.mutate(values)}>
        <Form.Item name="login" label="账号" rules={[{ required: true, message: '请填写账号' }]}>
          <Input autoFocus autoComplete="username" autoCapitalize="off" spellCheck={false} {...counted(100)} />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
          <Input.Password autoComplete="current-password" {...counted(200)} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          登录
        </Button>
      </Form>
      <DirectoryLink />
      <p className="quiet gap-above">忘记密码或者换了手机，请安全管理员重置。</p>
    </SignInFrame>
  )
}
