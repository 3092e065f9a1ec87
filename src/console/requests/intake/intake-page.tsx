import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, type FormInstance } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLocation, useNavigationType } from 'react-router'
import { Problem, type Registered, requests } from '../../api.ts'
import { forgetDraft, keepDraft, readDraft } from '../../drafts.ts'
import { clearErrors, showFieldErrors, showIssues } from '../../fields/field-errors.ts'
import { allSent, withUploads } from '../../fields/uploads.ts'
import { useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { useSendOnce } from '../../use-send-once.ts'
import { AgentFields } from './agent-fields.tsx'
import { ApplicantFields } from './applicant-fields.tsx'
import { ContentFields } from './content-fields.tsx'
import { Done } from './done.tsx'
import { checkIntake, emptyIntake, type IntakeValues } from './intake-form.ts'
import { ReceiptFields } from './receipt-fields.tsx'
import { Uploads } from './uploads.tsx'

const draftKey = 'intake'

export function IntakePage() {
  return (
    <Guarded to={['clerk']}>
      <Intakes />
    </Guarded>
  )
}

/** One request after the other, each on a form of its own: nothing of one applicant comes to the next. */
function Intakes() {
  const [registered, setRegistered] = useState<readonly Registered[] | null>(null)
  const [round, setRound] = useState(0)
  const { key } = useLocation()
  const isByLink = useNavigationType() !== 'POP'
  // Whoever chooses 登记申请 anew wants the next form; going to a place on the page does not take the receipt away.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each choice has a key of its own
  useEffect(() => {
    if (isByLink) setRegistered(null)
  }, [key, isByLink])
  if (registered)
    return (
      <Done
        registered={registered}
        title={registered.length === 1 ? `已登记，编号 ${registered[0]?.number}` : `已登记为${registered.length}件`}
        lead="请打印接收回执交给申请人，可以凭查询码和口令在门户上查询进度、补正、领取答复。"
        next="登记下一件"
        onNext={() => setRegistered(null)}
      />
    )
  const clear = () => {
    forgetDraft(draftKey)
    setRound(round + 1)
  }
  return <IntakeForm key={round} onRegistered={setRegistered} onClear={clear} />
}

/** Takes down a request that came by any channel. Ctrl+Enter saves; what is typed survives a sign-out. */
function IntakeForm({ onRegistered, onClear }: IntakeFormProps) {
  const me = useMe()
  const [form] = Form.useForm<IntakeValues>()
  const [kept] = useState(() => readDraft<IntakeValues>(draftKey))
  const fresh = emptyIntake(me.today, me.staff.name)
  const [uploads, setUploads] = useState(allSent)
  const { saving, submit, keep, end } = useIntake(form, fresh, onRegistered)
  const isWaiting = uploads.state !== 'done'
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
  }
  const clear = () => {
    end()
    onClear()
  }
  return (
    <div className="page intake">
      <PageHead title="登记申请" lead="按来件方式登记；带星号的必填。Ctrl+Enter 保存。" />
      {kept ? <KeptBefore onClear={clear} /> : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ ...fresh, ...kept }}
        onValuesChange={(changed) => {
          clearErrors(form, changed)
          keep()
        }}
        onFinish={() => {
          if (!isWaiting) submit(false)
        }}
        onKeyDown={onKey}
      >
        <ReceiptFields today={me.today} />
        <ApplicantFields />
        <AgentFields />
        <ContentFields />
        <Form.Item name="files" noStyle>
          <Uploads onSending={setUploads} />
        </Form.Item>
        {saving.error ? (
          <SaveProblem
            error={saving.error}
            onDayConfirmed={() => {
              if (!isWaiting) submit(true)
            }}
          />
        ) : null}
        <div className="form-buttons">
          <Button type="primary" size="large" htmlType="submit" loading={saving.isPending} disabled={isWaiting}>
            {withUploads(uploads, '登记')}
          </Button>
        </div>
      </Form>
    </div>
  )
}

interface IntakeFormProps {
  readonly onRegistered: (registered: readonly Registered[]) => void
  /** Away with all that was typed, for a form as it opens. */
  readonly onClear: () => void
}

/** Checks and registers what is typed, and keeps it until then; `end` is for who leaves it unregistered. */
function useIntake(
  form: FormInstance<IntakeValues>,
  fresh: IntakeValues,
  onRegistered: (registered: readonly Registered[]) => void,
) {
  const client = useQueryClient()
  // A file that was on its way when the form was cleared must not bring its draft back.
  const isOver = useRef(false)
  const end = () => {
    isOver.current = true
  }
  const saving = useSendOnce({
    send: requests.intake,
    onSent: (registered) => {
      end()
      forgetDraft(draftKey)
      onRegistered(registered)
      client.invalidateQueries({ queryKey: ['requests'] })
    },
    onRefused: (error) => showFieldErrors(form, error),
  })
  const submit = (isDayConfirmed: boolean) => {
    const checked = checkIntake({ ...fresh, ...form.getFieldsValue(true) })
    if (checked.success) saving.send(isDayConfirmed ? { ...checked.data, isDayConfirmed } : checked.data)
    else showIssues(form, checked.issues)
  }
  const keep = () => {
    if (!isOver.current) keepDraft(draftKey, form.getFieldsValue(true))
  }
  return { saving, submit, keep, end }
}

function KeptBefore({ onClear }: { onClear: () => void }) {
  return (
    <Alert
      className="gap-below"
      type="info"
      showIcon
      title="已恢复上次没有保存的内容"
      action={
        <Button size="small" onClick={onClear}>
          清空重填
        </Button>
      }
    />
  )
}

function SaveProblem({ error, onDayConfirmed }: { error: Error; onDayConfirmed: () => void }) {
  if (error instanceof Problem && error.code === 'received_long_ago')
    return (
      <Alert
        className="gap-below"
        type="warning"
        showIcon
        role="alert"
        title={error.message}
        action={<Button onClick={onDayConfirmed}>日期无误，仍然登记</Button>}
      />
    )
  const atFields = error instanceof Problem && Object.keys(error.fields).length > 0
  return (
    <Alert
      className="gap-below"
      type="error"
      showIcon
      role="alert"
      title={error.message}
      description={atFields ? '有误的地方已在相应栏目下标出，其余内容仍然保留。' : '已填写的内容仍然保留。'}
    />
  )
}
