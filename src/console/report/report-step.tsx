import { Form, Select } from 'antd'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { cellName } from '../../report/cell-name.ts'
import { deviationKey, type Pinned, type StepName, stepInputs } from '../../report/draft/draft-event.ts'
import type { DraftView, ReportView } from '../../report/draft/report-view.ts'
import { wordedSections } from '../../report/draft/words.ts'
import { cellId } from '../../report/report.ts'
import { cellsOf } from '../../report/sheet.ts'
import type { StepView } from '../../steps/step.ts'
import { DayField } from '../fields/day-field.tsx'
import { TextField } from '../fields/text-field.tsx'
import { type RowStep, RowStepDrawer } from '../ledgers/steps/row-step-drawer.tsx'
import { CheckList } from '../review/check-list.tsx'
import { ReturnTo } from '../review/return-to.tsx'
import { sectionLabels } from './places.ts'
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

const shortest = 30

/** Places of the report that a return may be pinned to, as they are chosen. */
const placesOf = (view: ReportView): { readonly label: string; readonly pinned: Pinned }[] => [
  ...wordedSections.flatMap((section) =>
    (view.sections.find(({ id }) => id === section)?.paragraphs ?? []).map((words, paragraph) => ({
      label: `${sectionLabels[section]} 第${paragraph + 1}段：${words.slice(0, shortest)}`,
      pinned: { kind: 'paragraph', section, paragraph } as const,
    })),
  ),
  ...cellsOf(reportFormat2021).map((cell) => ({
    label: cellName(reportFormat2021, cell),
    pinned: { kind: 'cell', cell: cellId(cell) } as const,
  })),
]

/** What a pinned place is called. */
export const pinnedLabel = (pinned: Pinned): string => {
  if (pinned.kind === 'paragraph') return `${sectionLabels[pinned.section]} 第${pinned.paragraph + 1}段`
  const cell = cellsOf(reportFormat2021).find((each) => cellId(each) === pinned.cell)
  return cell ? cellName(reportFormat2021, cell) : pinned.cell
}

function SendBackFields({ view, draft: { levels, signatures } }: { view: ReportView; draft: DraftView }) {
  return (
    <>
      <Form.Item name="to" label="退回到" required>
        <ReturnTo levels={levels.slice(0, signatures.length)} />
      </Form.Item>
      <Form.Item name="at" label="哪些地方（可不选）">
        <PlacesField view={view} />
      </Form.Item>
      <Form.Item name="note" label="说明" required extra="需要修改什么、为什么。">
        <TextField rows={4} max={1000} />
      </Form.Item>
    </>
  )
}

interface PlacesFieldProps {
  readonly view: ReportView
  readonly id?: string
  readonly value?: readonly Pinned[]
  readonly onChange?: (pinned: Pinned[]) => void
}

function PlacesField({ view, id, value = [], onChange }: PlacesFieldProps) {
  const places = placesOf(view)
  return (
    <Select<string[]>
      mode="multiple"
      {...(id === undefined ? {} : { id })}
      allowClear
      placeholder="统计表的格、文字的段落"
      value={value.map((each) => JSON.stringify(each))}
      showSearch={{ optionFilterProp: 'label' }}
      options={places.map(({ label, pinned }) => ({ label, value: JSON.stringify(pinned) }))}
      onChange={(chosen) =>
        onChange?.(places.flatMap(({ pinned }) => (chosen.includes(JSON.stringify(pinned)) ? [pinned] : [])))
      }
    />
  )
}
