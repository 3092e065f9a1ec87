import { Form } from 'antd'
import { deviationKey, type StepName, stepInputs } from '../../report/draft/draft-event.ts'
import type { DraftView, ReportView } from '../../report/draft/report-view.ts'
import type { StepView } from '../../steps/step.ts'
import { DayField } from '../fields/day-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { type RowStep, RowStepDrawer } from '../ledgers/steps/row-step-drawer.tsx'
import { CheckList } from '../review/check-list.tsx'
import { ReturnTo } from '../review/return-to.tsx'
import { PlacesField } from './places-field.tsx'
import { reports } from './report-api.ts'

/** The form of one step of a report. */
export function ReportStep({ view, draft, step, onClose }: ReportStepProps) {
  const { year } = view
  const take = async (checked: unknown) => {
    await reports.take(year, step.name, draft, checked)
    return undefined
  }
  return (
    <RowStepDrawer
      id={`report ${year}`}
      of={`${year}年度报告`}
      step={step}
      asks={{ ...askedBy(step.name, view, draft), take }}
      isDangerous={step.name === 'discard'}
      queryKey={['annual-reports']}
      onClose={onClose}
    />
  )
}

interface ReportStepProps {
  readonly view: ReportView
  readonly draft: DraftView
  readonly step: StepView<StepName>
  readonly onClose: () => void
}

const Reason = ({ label }: { label: string }) => (
  <Form.Item name="reason" label={label} required>
    <TextField rows={3} max={300} />
  </Form.Item>
)

function askedBy(name: StepName, view: ReportView, draft: DraftView): Omit<RowStep, 'take'> {
  const { hash } = draft
  const schema = stepInputs[name]
  switch (name) {
    case 'submit':
      return {
        lead: `送审以后，统计表和文字定稿，签的人签的就是这一份。台账此后有变动的，这里会列出来；要改的，先撤回。检查出的提醒有${view.findings.filter(({ severity }) => severity === 'warning').length}项，审签的人也看得到。`,
        schema,
        initial: { hash },
        fields: null,
      }
    case 'sign':
      return {
        lead: '签的是定稿的全部数字和文字；签后有人撤回修改的，签名失效。',
        schema,
        initial: { hash, checklist: [], opinion: '' },
        fields: <SignFields draft={draft} />,
      }
    case 'sendBack':
      return {
        lead: '写明哪里要改、怎么改；可以指到具体的格和段落。',
        schema,
        initial: { hash, to: 'drafting', at: [], note: '' },
        fields: <SendBackFields view={view} draft={draft} />,
      }
    case 'publish':
      return publishing(draft)
    case 'schedule':
      return {
        lead: '到那一天上午自动公布。届时台账与定稿不一致的，不自动公布，留待您处理。',
        schema,
        initial: { hash },
        fields: (
          <Form.Item name="on" label="公布的日期" required>
            <DayField />
          </Form.Item>
        ),
      }
    case 'unschedule':
      return {
        lead: '取消后仍是审签完毕、待公布。',
        schema,
        initial: { reason: '' },
        fields: <Reason label="取消的理由" />,
      }
    case 'recall':
      return {
        lead: '撤回后可以修改，已有的签名都失效，须重新送审、逐级审签。',
        schema,
        initial: { reason: '' },
        fields: <Reason label="撤回的理由" />,
      }
    case 'discard':
      return {
        lead: '作废后这份稿子不能恢复，经过仍留存；以后可以重新开始编制。',
        schema,
        initial: { reason: '' },
        fields: <Reason label="作废的理由" />,
      }
  }
}

const publishing = ({ hash, deviations, reason }: DraftView): Omit<RowStep, 'take'> => ({
  lead: `公布的是审签的这一份，发布后各种格式同时可以下载。${reason ? `这是更正，网站上同时注明更正理由“${reason}”，原来的一版仍可查看。` : ''}`,
  schema: stepInputs.publish,
  initial: { hash, deviationReason: '', seen: deviations.map(deviationKey) },
  fields:
    deviations.length > 0 ? (
      <Form.Item
        name="deviationReason"
        label={`台账有${deviations.length}格与定稿不一致，仍按定稿公布的理由`}
        required
        extra="不公布、要按台账改的，请关闭后“撤回修改”。"
      >
        <TextField rows={3} max={300} />
      </Form.Item>
    ) : null,
})

function SignFields({ draft: { levels, signatures } }: { draft: DraftView }) {
  const level = levels[signatures.length]
  return (
    <>
      {level && level.checklist.length > 0 ? (
        <Form.Item name="checklist" label={`${level.label}核对事项`} required extra="逐项核对后勾选，缺一项不能签名。">
          <CheckList items={level.checklist} />
        </Form.Item>
      ) : null}
      <Form.Item name="opinion" label="审核意见（可不填）">
        <TextField rows={2} max={1000} />
      </Form.Item>
    </>
  )
}

function SendBackFields({ view, draft: { levels, signatures } }: { view: ReportView; draft: DraftView }) {
  return (
    <>
      <Form.Item name="to" label="退回到" required>
        <ReturnTo levels={levels.slice(0, signatures.length)} />
      </Form.Item>
      <Form.Item name="at" label="哪些地方（可不选）">
        <PlacesField sections={view.sections} />
      </Form.Item>
      <Form.Item name="note" label="说明" required extra="需要修改什么、为什么。">
        <TextField rows={4} max={1000} />
      </Form.Item>
    </>
  )
}
