import { Alert } from 'antd'
import { type Outcome, outcomeRecords } from '../../law/outcomes.ts'
import type { CaseView } from '../../requests/case-view.ts'
import { Asked } from './asked.tsx'

/** What is on file already for such an answer: the notice of the supplement, the third parties' opinions. */
export function RestsOn({ outcome, view }: { outcome: Outcome | undefined; view: CaseView }) {
  if (outcome?.record === 'consultation') return <Asked view={view} />
  if (outcome?.record !== 'supplementNotice') return null
  const title = `依据：${outcomeRecords.supplementNotice}，已在本案经过中。`
  return <Alert className="gap-below" type="info" showIcon title={title} />
}
