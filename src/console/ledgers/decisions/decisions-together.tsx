import { z } from 'zod'
import type { DecisionItem } from '../../../ledgers/decisions/decision-view.ts'
import type { DecisionStep } from '../../../ledgers/decisions/steps.ts'
import type { TogetherProps } from '../../lists/list-panel.tsx'
import { StepsTogether, type StepTogether } from '../../lists/step-together.tsx'
import { ledgers } from '../ledgers-api.ts'

const idOf = ({ id }: DecisionItem): string => id

const whyNot = (step: DecisionStep) => async (item: DecisionItem) =>
  (await ledgers.decision(item.id)).steps.find(({ name }) => name === step)?.why ?? null

const common = {
  idOf,
  nameOf: ({ number }: DecisionItem) => number,
  unit: '件',
  moves: ['decisions', 'records', 'reminders', 'turns'],
  schema: z.strictObject({}),
  initial: {},
} as const

const steps: readonly StepTogether<DecisionItem>[] = [
  {
    ...common,
    label: '起草公示文本',
    title: (count) => `为${count}件决定起草公示文本`,
    says: '每一件各起草一份公示文本，在“主动公开”里逐件送审；审核、发布以后才算公示。',
    whyNot: whyNot('publicize'),
    take: ({ id }) => ledgers.publicize(id),
  },
  {
    ...common,
    label: '发起撤回',
    title: (count) => `为${count}件决定发起撤回`,
    says: '被撤销、变更或者公示期满的，每一件各起草一份撤回稿，写明理由，逐件送审；审核、发布以后才撤下。',
    whyNot: whyNot('beginWithdrawal'),
    take: ({ id }) => ledgers.beginWithdrawal(id),
  },
]

/** What is done with several decisions at once: their texts are drafted, or the withdrawal of those whose time in public is over. */
export const decisionsTogether = {
  idOf,
  Bar: (props: TogetherProps<DecisionItem>) => <StepsTogether {...props} steps={steps} />,
}
