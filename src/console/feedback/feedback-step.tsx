import { Form } from 'antd'
import type { FeedbackView } from '../../feedback/feedback-view.ts'
import { type StepName, stepInputs } from '../../feedback/step-inputs.ts'
import type { StepView } from '../../steps/step.ts'
import { TextField } from '../fields/text-field.tsx'
import { ChargeFields } from '../fields/unit-field.tsx'
import { type RowStep, RowStepDrawer } from '../ledgers/steps/row-step-drawer.tsx'
import { feedbackApi } from './feedback-api.ts'

/** The form of one step of feedback. */
export function FeedbackStep({ view, step, onClose }: FeedbackStepProps) {
  const { id, number, seq } = view
  const { name } = step
  const take = async (checked: unknown) => {
    await feedbackApi.take(id, name, seq, checked)
    return undefined
  }
  return (
    <RowStepDrawer
      id={id}
      of={number}
      step={step}
      asks={{ ...askedBy(name, view), take }}
      queryKey={['feedback']}
      onClose={onClose}
    />
  )
}

interface FeedbackStepProps {
  readonly view: FeedbackView
  readonly step: StepView<StepName>
  readonly onClose: () => void
}

function askedBy(name: StepName, { owner, sender, status }: FeedbackView): Omit<RowStep, 'take'> {
  const schema = stepInputs[name]
  switch (name) {
    case 'answer':
      return {
        lead: `答复凭查询码在网站上可以看到${sender.email ? '；对方留了邮箱，平台发送邮件的，同时发到邮箱' : ''}。请用平实的话写清楚改了什么、怎么办；发出后不能修改，可以补充答复。`,
        schema,
        initial: { text: '' },
        label: status === 'open' ? '答复' : '补充答复',
        fields: (
          <Form.Item name="text" label="答复的内容" required>
            <TextField rows={6} max={2000} />
          </Form.Item>
        ),
      }
    case 'assign':
      return {
        lead: owner
          ? `这一页由${owner.name}负责，已经预先选上；可以改交其他科室，也可以指定经办人。`
          : '交给承办的科室，也可以指定经办人；没有指定的，该科室的经办人员都可以办理。',
        schema,
        initial: { unitId: owner?.id ?? null, staffId: null },
        fields: <ChargeFields />,
      }
    case 'close':
      return {
        lead: '用于重复提交、没有实际内容等不需要答复的。原因凭查询码可以看到。',
        schema,
        initial: { reason: '' },
        fields: (
          <Form.Item name="reason" label="无须答复的原因" required>
            <TextField rows={3} max={500} />
          </Form.Item>
        ),
      }
  }
}
