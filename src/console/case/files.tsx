import { PaperClipOutlined } from '@ant-design/icons'
import type { CaseView } from '../../requests/case-view.ts'
import { filePurposeLabel, fileSize } from '../words.ts'
import { Panel } from './panel.tsx'

export function Files({ view }: { view: CaseView }) {
  if (view.files.length === 0) return null
  return (
    <Panel title="材料" count={view.files.length}>
      <ul className="papers">
        {view.files.map(({ id, name, size, purpose }) => (
          <li key={id}>
            <PaperClipOutlined aria-hidden="true" />
            <span className="grow">
              <a href={`/api/console/requests/${view.id}/files/${id}`} download>
                {name}
              </a>
              <span className="quiet">
                {filePurposeLabel(purpose)} · {fileSize(size)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
