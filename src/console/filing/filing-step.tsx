import { Form } from 'antd'
import { type OfficeStepName, officeInputs } from '../../report/filing/filing-event.ts'
import type { FilingView } from '../../report/filing/filing-view.ts'
import { officeStepNames } from '../../report/filing/steps.ts'
import { TextField } from '../fields/text-field.tsx'
import { type RowStep, RowStepDrawer } from '../ledgers/steps/row-step-drawer.tsx'
import { PlacesField } from '../report/places-field.tsx'
import { filings, filingsKey } from './filing-api.ts'

export type OpenStep = FilingView['steps'][number]

interface Props {
  readonly view: FilingView
  readonly step: OpenStep
  readonly onClose: () => void
}

const isOfficeStep = (name: string): name is OfficeStepName => officeStepNames.some((each) => each === name)

/** The form of one step of the office on what was filed. */
export function FilingStep({ view, step, onClose }: Props) {
  const { year, filer, seq } = view
  const { name } = step
  if (!isOfficeStep(name)) return null
  const take = async (checked: unknown) => {
    await filings.take({ year, filer: filer.id }, name, seq, checked)
    return undefined
  }
  return (
    <RowStepDrawer
      id={`filing ${year} ${filer.id}`}
      of={`${filer.name}${year}年度报告`}
      step={step}
      asks={{ ...askedBy(name, view), take }}
      isDangerous={name === 'sendBack'}
      queryKey={filingsKey}
      onClose={onClose}
    />
  )
}

const Why = ({ name, label, extra }: { name: string; label: string; extra?: string }) => (
  <Form.Item name={name} label={label} extra={extra} required>
    <TextField rows={3} max={300} />
  </Form.Item>
)

function askedBy(name: OfficeStepName, view: FilingView): Omit<RowStep, 'take'> {
  const schema = officeInputs[name]
  const errors = view.findings.filter(({ severity }) => severity === 'error').length
  switch (name) {
    case 'accept':
      return {
        lead: '通过以后计入汇总，直到它再次报送的另一份通过或者您退回。',
        schema,
        initial: { note: '' },
        fields: (
          <Form.Item
            name="note"
            label={errors > 0 ? `检查有${errors}项错误，仍然通过的理由` : '意见（可不填）'}
            required={errors > 0}
          >
            <TextField rows={3} max={1000} />
          </Form.Item>
        ),
      }
    case 'sendBack':
      return {
        lead: '写明哪里要改、怎么改，可以指到具体的格和段落；退回后不再计入汇总，改好的须再次报送。',
        schema,
        initial: { pinned: [], note: '' },
        fields: (
          <>
            <Form.Item name="pinned" label="哪些地方（可不选）">
              <PlacesField sections={view.report?.sections ?? []} />
            </Form.Item>
            <Form.Item name="note" label="说明" required extra="需要修改什么、为什么。">
              <TextField rows={4} max={1000} />
            </Form.Item>
          </>
        ),
      }
    case 'discard':
      return {
        lead: '收到的这一份不是它的报告（如选错了文件），取消后回到登记以前的情况；文件和经过仍留存。',
        schema,
        initial: { reason: '' },
        fields: <Why name="reason" label="为什么取消登记" />,
      }
    case 'remind':
      return {
        lead: '在本平台办理的，经办人的“轮到我”中会出现；登记了邮箱的，同时发邮件。',
        schema,
        initial: {},
        fields: null,
      }
    case 'excuse':
      return {
        lead: '本年度不再催报，不算逾期，汇总时不算应报。',
        schema,
        initial: { reason: '' },
        fields: <Why name="reason" label="为什么本年度不需报送" extra="如机构撤销、由哪个机关一并报送。" />,
      }
    case 'expect':
      return {
        lead: '恢复后照常催报、计算逾期。',
        schema,
        initial: { reason: '' },
        fields: <Why name="reason" label="为什么恢复应报" />,
      }
    case 'confirm':
      return { lead: '', schema, initial: {}, fields: null }
  }
}
