import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { firstAdministrations, SetUpWithPasswords } from '../../organs/setup/set-up.ts'
import { Problem } from '../api.ts'
import { forgetDraft, keepDraft, readDraft } from '../drafts.ts'
import { clearErrors, type Issue, showFieldErrors, showIssues } from '../fields/field-errors.ts'
import { PasswordRules } from '../session/password-rules.tsx'
import { SignInFrame } from '../session/sign-in-frame.tsx'
import { AdministratorFields } from './administrator-fields.tsx'
import { BureauFields } from './bureau-fields.tsx'
import { propose } from './propose.ts'
import { setup } from './setup-api.ts'
import { blank, type Typed } from './typed.ts'

const draftKey = 'setup'

/** Passwords go nowhere but to the server; all else outlives a reload. */
const keep = ({ setUp }: Typed) => keepDraft(draftKey, { setUp })

/** Who the bureau is and who administers it, on one page; every fault is told at its field at once. */
export function QuestionsStep({ setupKey, onMade }: QuestionsStepProps) {
  const [form] = Form.useForm<Typed>()
  const [faults, setFaults] = useState(0)
  const [kept] = useState(() => readDraft<Pick<Typed, 'setUp'>>(draftKey))
  const make = useMutation({
    mutationFn: (answers: SetUpWithPasswords) => setup.make(setupKey, answers),
    onSuccess: ({ key }) => {
      forgetDraft(draftKey)
      onMade(key)
    },
    onError: (error) => showFieldErrors(form, error),
  })
  const submit = () => {
    const typed = form.getFieldsValue(true)
    const { setUp, passwords, again } = typed
    const checked = SetUpWithPasswords.safeParse({ setUp: { ...setUp, parent: '' }, passwords })
    const issues = [...(checked.error?.issues ?? []), ...differing(passwords, again)]
    setFaults(issues.length)
    if (checked.success && issues.length === 0) make.mutate(checked.data)
    else showIssues(form, issues)
  }
  return (
    <SignInFrame
      title="开设机关"
      isWide
      lead="填写本机关的信息，设立三名管理员。带 * 的须填写；其余的可以留空，以后在“机关信息”中补填。"
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={{ ...blank, ...kept }}
        onValuesChange={(changed, all) => {
          clearErrors(form, changed)
          keep(all)
        }}
        onFinish={submit}
      >
        <BureauFields
          onLeave={() => {
            propose(form)
            keep(form.getFieldsValue(true))
          }}
        />
        <Form.Item
          name={['setUp', 'canMakeRules']}
          valuePropName="checked"
          extra="决定年度报告“规章”一栏是否填报；多数部门没有。"
        >
          <Checkbox>有权制定规章</Checkbox>
        </Form.Item>
        <h2 className="gap-below">三名管理员</h2>
        <p className="gap-below">
          应当是三个人，都不办理业务：系统管理员管机关信息、科室、账号，安全管理员分配角色、重置密码，审计管理员查看审计日志。最好三人都在场，各自填写自己的密码，不让别人看到。
        </p>
        <PasswordRules />
        {kept ? <p className="gap-below">刷新以前填写的内容都在，只有密码不保存，须重新填写。</p> : null}
        {firstAdministrations.map((role) => (
          <AdministratorFields key={role} role={role} />
        ))}
        <Outcome faults={faults} error={make.error} />
        <Button type="primary" htmlType="submit" size="large" loading={make.isPending}>
          开设，下一步绑定身份验证器
        </Button>
        <p className="quiet gap-above">填写的内容保存在本浏览器的这个标签页里，刷新不会丢失；密码不保存。</p>
      </Form>
    </SignInFrame>
  )
}

function differing(passwords: Typed['passwords'], again: Typed['again']): Issue[] {
  return firstAdministrations.flatMap((role) =>
    passwords[role] === again[role] ? [] : [{ path: ['again', role], message: '两次输入的密码不一样' }],
  )
}

function Outcome({ faults, error }: { readonly faults: number; readonly error: Error | null }) {
  const title = faults > 0 ? `有${faults}处需要改正，见各栏下面的说明` : error?.message
  if (title === undefined) return null
  const isDone = faults === 0 && error instanceof Problem && error.status === 410
  return (
    <Alert
      className="gap-below"
      type="error"
      showIcon
      role="alert"
      title={title}
      action={isDone ? <Link to="/">去登录</Link> : null}
    />
  )
}

interface QuestionsStepProps {
  readonly setupKey: string
  /** With the key under which it goes on. */
  readonly onMade: (key: string) => void
}
