import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, type FormInstance, Input, Radio } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { decisionForm, publicities } from '../../../ledgers/decisions/decision.ts'
import { type DecisionKind, decisionKindLabel, decisionKinds } from '../../../ledgers/decisions/decision-fields.ts'
import { counted } from '../../fields/counted.ts'
import { clearErrors, showFieldErrors, showIssues } from '../../fields/field-errors.ts'
import { optionsOf } from '../../fields/options.ts'
import { TextField } from '../../fields/text-field.tsx'
import { useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { useSendOnce } from '../../use-send-once.ts'
import { ledgers } from '../ledgers-api.ts'
import { DecisionFieldGroups } from './decision-field-groups.tsx'
import { changedDecision, type DecisionValues, newDecision, typedDecision } from './decision-values.ts'

/** A new decision of the kind in the address. */
export function NewDecisionPage() {
  const [params] = useSearchParams()
  const { organ } = useMe()
  const kind = decisionKinds.find(({ id }) => id === params.get('kind'))?.id ?? 'licensing'
  return (
    <Guarded to={['clerk']}>
      <DecisionEntry
        key={kind}
        kind={kind}
        title={`登记${decisionKindLabel(kind)}决定`}
        initial={newDecision(kind, organ.name)}
      />
    </Guarded>
  )
}

/** Changes a decision that is not public; what is masked comes masked and stays as it was unless it is typed anew. */
export function ChangeDecisionPage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['decisions', 'one', id], queryFn: () => ledgers.decision(id) })
  return (
    <Guarded to={['clerk']}>
      <Fetched query={query}>
        {(decision) => (
          <DecisionEntry
            id={decision.id}
            kind={decision.kind}
            title={`修改${decision.number}`}
            initial={changedDecision(decision)}
            asksReason={Object.keys(decision.facts).length > 0}
          />
        )}
      </Fetched>
    </Guarded>
  )
}

function DecisionEntry({ id, kind, title, initial, asksReason = false }: DecisionEntryProps) {
  const { today } = useMe()
  const [form] = Form.useForm<DecisionValues>()
  const { saving, wrongs, submit } = useDecisionEntry(form, { id, kind, initial })
  return (
    <div className="page intake">
      <PageHead
        title={title}
        lead={`标“不公示”的内容只在台账里，公示稿不含。个人证件号码加密保存，平时遮盖显示。${id ? '文号、决定日期、事项名称、是否公示登记有误的，在决定页面用“更正登记”办理。' : ''}`}
      />
      {saving.error || wrongs > 0 ? (
        <Alert
          className="gap-below"
          type="error"
          showIcon
          role="alert"
          title={wrongs > 0 ? `有${wrongs}处需要改正，请看标红的内容` : saving.error?.message}
        />
      ) : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        onValuesChange={(changed) => clearErrors(form, changed)}
        onFinish={submit}
      >
        <fieldset className="panel form-part">
          <legend>事项和公示</legend>
          <Form.Item name="subject" label="事项名称" required extra="填事项，不填当事人">
            <Input {...counted(200)} autoComplete="off" />
          </Form.Item>
          {kind === 'compulsion' ? null : <PublicityFields />}
        </fieldset>
        <DecisionFieldGroups kind={kind} today={today} />
        {asksReason ? <ReasonOfChange /> : null}
        <div className="form-buttons">
          <Link to={id ? `/ledgers/decisions/${id}` : '/ledgers/decisions'}>
            <Button>取消</Button>
          </Link>
          <Button type="primary" htmlType="submit" loading={saving.isPending}>
            {id ? '保存' : '登记'}
          </Button>
        </div>
      </Form>
    </div>
  )
}

interface DecisionEntryProps {
  readonly id?: string
  readonly kind: DecisionKind
  readonly title: string
  readonly initial: DecisionValues
  /** Something was filled in before: whoever changes it says why. */
  readonly asksReason?: boolean
}

/** Checks what is typed, and saves it; a new decision is checked here, a changed one, part of which came masked, by the server only. */
function useDecisionEntry(form: FormInstance<DecisionValues>, { id, kind, initial }: DecisionEntered) {
  const { today } = useMe()
  const go = useNavigate()
  const client = useQueryClient()
  const [wrongs, setWrongs] = useState(0)
  const saving = useSendOnce({
    send: async (typed: unknown) => {
      if (id === undefined) return (await ledgers.addDecision(typed)).id
      await ledgers.changeDecision(id, typed)
      return id
    },
    onSent: async (saved) => {
      await client.invalidateQueries({ queryKey: ['decisions'] })
      go(`/ledgers/decisions/${saved}`)
    },
    onRefused: (error) => showFieldErrors(form, error),
  })
  const submit = () => {
    const typed = typedDecision(kind, { ...initial, ...form.getFieldsValue(true) })
    const checked = id === undefined ? decisionForm(today).safeParse(typed) : null
    setWrongs(checked?.error?.issues.length ?? 0)
    if (checked?.error) showIssues(form, checked.error.issues)
    else saving.send(typed)
  }
  return { saving, wrongs, submit }
}

interface DecisionEntered {
  readonly id: string | undefined
  readonly kind: DecisionKind
  readonly initial: DecisionValues
}

function PublicityFields() {
  const publicity: unknown = Form.useWatch('publicity')
  return (
    <>
      <Form.Item name="publicity" label="是否公示">
        <Radio.Group options={optionsOf(publicities)} />
      </Form.Item>
      {publicity === 'exempt' ? (
        <Form.Item name="exemptReason" label="依法不公示的理由" required>
          <Input {...counted(300)} autoComplete="off" />
        </Form.Item>
      ) : null}
    </>
  )
}

function ReasonOfChange() {
  return (
    <fieldset className="panel form-part">
      <legend>修改的理由</legend>
      <Form.Item name="reason" label="修改的理由" required extra="修改前的内容和理由留在办理经过里">
        <TextField rows={2} max={500} />
      </Form.Item>
    </fieldset>
  )
}
