import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { Problem, requests } from '../api.ts'
import { forgetDraft, keepDraft, readDraft } from '../drafts.ts'
import { clearErrors, showFieldErrors, showIssues } from '../fields/field-errors.ts'
import { allSent, withUploads } from '../fields/upload-field.tsx'
import { useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Guarded } from '../states/guarded.tsx'
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
      <IntakeForm />
    </Guarded>
  )
}

/** Takes down a request that came by any channel. Ctrl+Enter saves; what is typed survives a sign-out. */
function IntakeForm() {
  const me = useMe()
  const client = useQueryClient()
  const [form] = Form.useForm<IntakeValues>()
  const [kept] = useState(() => readDraft<IntakeValues>(draftKey))
  const fresh = emptyIntake(me.today, me.staff.name)
  const [uploads, setUploads] = useState(allSent)
  const save = useMutation({
    mutationFn: requests.intake,
    onSuccess: () => {
      forgetDraft(draftKey)
      client.invalidateQueries({ queryKey: ['requests'] })
    },
    onError: (error) => showFieldErrors(form, error),
  })

  const submit = (isDayConfirmed = false) => {
    if (uploads.state !== 'done') return
    const checked = checkIntake({ ...fresh, ...(form.getFieldsValue(true) as IntakeValues) })
    if (checked.success) save.mutate(isDayConfirmed ? { ...checked.data, isDayConfirmed } : checked.data)
    else showIssues(form, checked.error.issues)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
  }
  const begin = () => {
    forgetDraft(draftKey)
    form.setFieldsValue(fresh)
    form.resetFields()
    save.reset()
  }
  if (save.data)
    return (
      <Done
        registered={save.data}
        title={save.data.length === 1 ? `已登记，编号 ${save.data[0]?.number}` : `已登记为${save.data.length}件`}
        lead="请打印接收回执交给申请人，可以凭查询码和口令在门户上查询进度、补正、领取答复。"
        next="登记下一件"
        onNext={begin}
      />
    )
  return (
    <div className="page intake">
      <PageHead title="登记申请" lead="按来件方式登记；带星号的必填。Ctrl+Enter 保存。" />
      {kept ? (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          title="已恢复上次没有保存的内容"
          action={
            <Button size="small" onClick={begin}>
              清空重填
            </Button>
          }
        />
      ) : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ ...fresh, ...kept }}
        onValuesChange={(changed) => {
          clearErrors(form, changed)
          keepDraft(draftKey, form.getFieldsValue(true))
        }}
        onFinish={() => submit()}
        onKeyDown={onKey}
      >
        <ReceiptFields today={me.today} />
        <ApplicantFields />
        <AgentFields />
        <ContentFields />
        <Form.Item name="files" noStyle>
          <Uploads onSending={setUploads} />
        </Form.Item>
        {save.error ? <SaveProblem error={save.error} onDayConfirmed={() => submit(true)} /> : null}
        <div className="form-buttons">
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            loading={save.isPending}
            disabled={uploads.state !== 'done'}
          >
            {withUploads(uploads, '登记')}
          </Button>
        </div>
      </Form>
    </div>
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
