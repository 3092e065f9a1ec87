import { Alert } from 'antd'
import { type Outcome, outcomeRecords } from '../../../law/outcomes.ts'

/** What is on file already for such an answer: the notice of the supplement. */
export function RestsOn({ outcome }: { outcome: Outcome | undefined }) {
  if (outcome?.record !== 'supplementNotice') return null
  const title = `依据：${outcomeRecords.supplementNotice}，已在本案经过中。`
  return <Alert className="gap-below" type="info" showIcon title={title} />
}
