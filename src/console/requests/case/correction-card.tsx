import type { CaseView } from '../../../requests/case-view.ts'
import { CorrectionLines } from './correction-lines.tsx'
import { Panel } from './panel.tsx'

/** A correction of the registration that waits for a second person. */
export function CorrectionCard({ view: { correction } }: { view: CaseView }) {
  if (!correction) return null
  return (
    <Panel title="等待确认的登记更正">
      <p>
        {correction.by}提出，理由：{correction.reason}
      </p>
      <CorrectionLines lines={correction.lines} />
      <p className="quiet">由承办科室负责人或者政府信息公开工作机构负责人确认后生效；确认以前，仍以原来登记的为准。</p>
    </Panel>
  )
}
