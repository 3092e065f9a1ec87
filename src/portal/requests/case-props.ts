import type { PlainDate } from '../../days/plain-date.ts'
import type { Organ } from '../../organs/organ.ts'
import type { CaseView } from '../../requests/case-view.ts'
import type { StepName } from '../../requests/step-inputs.ts'
import type { View } from '../page.tsx'
import { addresses } from '../site.ts'
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

/** Where a form or a link of this case goes. It names the case: what another page has opened since is never meant by it. */
export const placeOf = ({ organ, case: { id } }: Pick<CaseProps, 'organ' | 'case'>, path: string): string =>
  `${addresses.followedCase(organ)}/${path}?of=${id}`

/** Whether the page of the case holds a form for the applicant's own words. */
export const explains = (seen: CaseView): boolean => isOpen(seen, 'receiveSupplement') || isOpen(seen, 'receiveReasons')

/** Whether the applicant may take the step now. */
export const isOpen = ({ steps }: CaseView, step: StepName): boolean =>
  steps.some(({ name, why }) => name === step && why === null)
