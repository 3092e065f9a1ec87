import { useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { type OpenCase, OpenCase as OpenCaseSchema } from '../../remedies/cases/step-inputs.ts'
import { showIssues } from '../fields/field-errors.ts'
import { allSent, withUploads } from '../fields/uploads.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Guarded } from '../states/guarded.tsx'
import { StepProblem } from '../steps/step-problem.tsx'
import { useStepForm } from '../steps/use-step-form.ts'
import { blankOpening, OpeningFields } from './opening-fields.tsx'
import { PapersField, withFileIds } from './papers-field.tsx'
import { remediesApi } from './remedies-api.ts'

const mayOpen = ['clerk', 'legalStaff', 'ogiHead'] as const

/** A reconsideration or suit is registered, as the notice of the reviewing organ or the court makes it known. */
export function OpenCasePage() {
  return (
    <Guarded to={mayOpen}>
      <OpenCaseForm />
    </Guarded>
  )
}

function OpenCaseForm() {
  const go = useNavigate()
  const client = useQueryClient()
  const [params] = useSearchParams()
  const requestId = params.get('request')
  const [uploads, setUploads] = useState(allSent)
  const { form, taking, kept, onValuesChange } = useStepForm<object, OpenCase, { readonly id: string }>({
    label: '登记案件',
    draftKey: `open-remedy ${requestId ?? ''}`,
    take: remediesApi.open,
    onTaken: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['remedies'] })
      go(`/ledgers/remedies/${id}`, { replace: true })
    },
  })
  const initial = { ...blankOpening, ...(requestId ? { requestId, act: 'answer' } : {}) }
  const submit = () => {
    const checked = OpenCaseSchema.safeParse(withFileIds({ ...initial, ...form.getFieldsValue(true) }))
    if (checked.success) taking.send(checked.data)
    else showIssues(form, checked.error.issues)
  }
  return (
    <div className="page intake">
      <PageHead
        title="登记复议、诉讼案件"
        lead="收到复议机关的受理通知、人民法院的应诉通知后登记；登记后即按法定期限提醒。"
      >
        <Link to="/ledgers/remedies">
          <Button>回到清单</Button>
        </Link>
      </PageHead>
      <section className="panel" aria-label="案件">
        <StepProblem error={taking.error} queryKey={['remedies']} onReloaded={() => taking.reset()} />
        <Form
          form={form}
          layout="vertical"
          initialValues={{ ...initial, ...kept }}
          onValuesChange={onValuesChange}
          onFinish={submit}
        >
          <OpeningFields />
          <PapersField onSending={setUploads} />
          <Button type="primary" htmlType="submit" loading={taking.isPending} disabled={uploads.state !== 'done'}>
            {withUploads(uploads, '登记案件')}
          </Button>
        </Form>
      </section>
    </div>
  )
}
