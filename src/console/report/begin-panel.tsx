import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import type { ReportView } from '../../report/draft/report-view.ts'
import { FormDialog } from '../fields/form-dialog.tsx'
import { TextField } from '../fields/text-field.tsx'
import { reports } from './report-api.ts'

const Correction = z.strictObject({
  reason: z.string().trim().min(4, '请写明更正了什么、为什么（至少4个字）').max(300),
})

/** Begins the report of a year, or the correction of one that is public. */
export function BeginPanel({ view: { year, published, whyNotBegin } }: { view: ReportView }) {
  const client = useQueryClient()
  const [isCorrecting, setCorrecting] = useState(false)
  const read = () => client.invalidateQueries({ queryKey: ['annual-reports'] })
  const beginning = useMutation({ mutationFn: () => reports.begin(year, null), onSuccess: read })
  const isPublic = published.length > 0
  return (
    <section className="panel gap-below" aria-label="开始编制">
      <div className="row">
        <span className="grow">
          {isPublic
            ? '这一年度的报告已经公布。发现差错的，写明理由，按原来的程序更正；两个版本都可以查看。'
            : '还没有开始编制。下面是台账现在的数字；开始以后可以编写文字、填报台账里没有的数。'}
        </span>
        <Button
          type={isPublic ? 'default' : 'primary'}
          disabled={whyNotBegin !== null}
          loading={beginning.isPending}
          onClick={() => (isPublic ? setCorrecting(true) : beginning.mutate())}
        >
          {isPublic ? '更正这份报告' : '开始编制'}
        </Button>
      </div>
      {whyNotBegin ? <p className="why">{whyNotBegin}</p> : null}
      {beginning.error ? <Alert type="error" showIcon role="alert" title={beginning.error.message} /> : null}
      {isCorrecting ? (
        <FormDialog
          title="更正年度报告"
          about={String(year)}
          action="开始更正"
          schema={Correction}
          initial={{ reason: '' }}
          lead="理由随更正后的报告公开。更正稿从已公布的文字开始，须重新送审、审签。"
          save={async ({ reason }) => {
            await reports.begin(year, reason)
            await read()
          }}
          onClose={() => setCorrecting(false)}
        >
          <Form.Item name="reason" label="更正了什么、为什么" required>
            <TextField rows={3} max={300} />
          </Form.Item>
        </FormDialog>
      ) : null}
    </section>
  )
}
