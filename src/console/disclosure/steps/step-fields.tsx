import { Form, Input, Radio, Select } from 'antd'
import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { returnReasons } from '../../../review/return-reasons.ts'
import { DayField } from '../../fields/day-field.tsx'
import { optionsOf } from '../../fields/options.ts'
import { TextField } from '../../fields/text-field.tsx'
import type { FormDay } from '../../fields/typed-day.ts'
import { CheckList } from '../../review/check-list.tsx'
import { ReturnTo } from '../../review/return-to.tsx'
import { useMe } from '../../session/me.ts'
import { paragraphChoices } from '../paragraph-choices.ts'
import { ConfirmationFields } from './confirmation-fields.tsx'
import { SecrecyFields } from './secrecy-fields.tsx'
import { askedFor } from './step-input.ts'

/** What each step asks, in the order in which it is filled in. */
export function StepFields({ step, view }: { step: StepName; view: RecordView }) {
  switch (step) {
    case 'submit':
      return (
        <>
          <ConfirmationFields view={view} />
          <SecrecyFields view={view} title="保密自查（逐项）" />
        </>
      )
    case 'sign':
      return <SignFields view={view} />
    case 'sendBack':
      return <SendBackFields view={view} />
    case 'schedule':
      return <ScheduleFields view={view} />
    case 'publish':
      return <ConfirmationFields view={view} />
    case 'publishUrgently':
      return (
        <>
          <ConfirmationFields view={view} />
          <SecrecyFields view={view} title="保密审查（逐项）" />
          <Reason label="紧急发布的理由" help="什么紧急情况，等审核完成会有什么后果。" />
        </>
      )
    case 'unschedule':
      return <Reason label="取消定时发布的理由" />
    case 'discard':
      return <Reason label="作废的理由" />
  }
}

const Reason = ({ label, help }: { label: string; help?: string }) => (
  <Form.Item name="reason" label={label} required extra={help}>
    <TextField rows={3} max={300} />
  </Form.Item>
)

function SignFields({ view }: { view: RecordView }) {
  const level = view.levels[view.signatures.length]
  return (
    <>
      {level && level.checklist.length > 0 ? (
        <Form.Item name="checklist" label={`${level.label}核对事项`} required extra="逐项核对后勾选，缺一项不能签名。">
          <CheckList items={level.checklist} />
        </Form.Item>
      ) : null}
      <SecrecyFields view={view} title="保密审查（逐项）" />
      <Form.Item name="opinion" label="审核意见（可不填）">
        <TextField rows={2} max={1000} />
      </Form.Item>
    </>
  )
}

function SendBackFields({ view }: { view: RecordView }) {
  const paragraphs = paragraphChoices(view.paragraphs)
  return (
    <>
      <Form.Item name="to" label="退回到" required>
        <ReturnTo levels={view.levels.slice(0, view.signatures.length)} />
      </Form.Item>
      <Form.Item name="reason" label="理由类别" required>
        <Radio.Group className="stacked gap-6" options={optionsOf(returnReasons)} />
      </Form.Item>
      <Form.Item name="paragraph" label="针对哪一段" extra="也可以在正文里点段落后面的“退回修改”。">
        <Select allowClear placeholder="针对全文" showSearch={{ optionFilterProp: 'label' }} options={paragraphs} />
      </Form.Item>
      <Form.Item name="note" label="说明" required extra="需要修改什么、为什么。">
        <TextField rows={4} max={1000} />
      </Form.Item>
      <Form.Item
        name="suggested"
        label="建议改为（可不填）"
        extra="写出可以直接采用的文字。只提建议、没有自己改动文本的，以后仍可签署。"
      >
        <TextField rows={4} max={2000} />
      </Form.Item>
    </>
  )
}

function ScheduleFields({ view }: { view: RecordView }) {
  const { today } = useMe()
  const day = Form.useWatch<FormDay>('day')
  return (
    <>
      <div className="form-row form-row-half">
        <Form.Item name="day" label="发布日期" required>
          <DayField earliest={today} />
        </Form.Item>
        <Form.Item name="time" label="发布时间（北京时间）" required>
          <Input type="time" className="time-field" />
        </Form.Item>
      </div>
      <ConfirmationFields view={askedFor(view, 'schedule', { day })} />
    </>
  )
}
