import type { PlainDate } from '../../days/plain-date.ts'
import type { Organ } from '../../organs/organ.ts'
import type { CaseView } from '../../requests/case-view.ts'
import type { StepName } from '../../requests/step-inputs.ts'
import type { View } from '../page.tsx'
import type { Filled } from './fields.tsx'
import type { KeptFile } from './kept-files.tsx'

export interface CaseProps {
  readonly view: View
  readonly organ: Organ
  readonly case: CaseView
  readonly today: PlainDate
  readonly form: Filled
  readonly kept?: readonly KeptFile[]
  /** What the last step did, or why it could not be done. */
  readonly notice?: string
}

/** Whether the applicant may take the step now. */
export const isOpen = ({ steps }: CaseView, step: StepName): boolean =>
  steps.some(({ name, why }) => name === step && why === null)
