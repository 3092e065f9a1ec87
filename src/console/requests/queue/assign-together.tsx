import type { QueueItem } from '../../../requests/case-view.ts'
import { stepInputs } from '../../../requests/step-inputs.ts'
import { requests } from '../../api.ts'
import { ChargeFields } from '../../fields/unit-field.tsx'
import type { TogetherProps } from '../../lists/list-panel.tsx'
import { StepsTogether, type StepTogether } from '../../lists/step-together.tsx'

const idOf = ({ id }: QueueItem): string => id

const assign: StepTogether<QueueItem> = {
  label: '交办',
  title: (count) => `交办${count}件申请`,
  idOf,
  nameOf: ({ number }) => number,
  unit: '件',
  says: '每一件分别交办，各记一条审计日志。交其他科室的，由该科室逐件接收后生效；接收之前仍由原来的科室负责，答复期限照常计算。',
  whyNot: async ({ id }) => (await requests.get(id)).steps.find(({ name }) => name === 'assign')?.why ?? null,
  take: async ({ id }, input) => {
    const { seq } = await requests.get(id)
    return requests.take(id, 'assign', seq, input)
  },
  moves: ['requests', 'reminders'],
  schema: stepInputs.assign,
  initial: { unitId: null, staffId: null },
  fields: <ChargeFields member="承办人" />,
}

/** Gives several requests to one unit. */
export const assignTogether = {
  idOf,
  Bar: (props: TogetherProps<QueueItem>) => <StepsTogether {...props} steps={[assign]} />,
}
